import type { Admin } from './admin';

/** What a newcomer needs next. Of the secrets only those that this start has made, so that they are told once. */
export function banner(url: string, natsUrl: string, admin: Admin, secretsFile: string): string {
  const { password, apiKey } = admin.made;
  return [
    '',
    '  Relata is running. Ctrl-C stops it.',
    '',
    `  URL       ${url}/v1`,
    `  Docs      ${url}/docs`,
    `  Events    ${natsUrl}`,
    `  Login     ${admin.email}${password ? ` / ${password}` : ''}`,
    `  API key   ${apiKey ?? `adminApiKey in ${secretsFile}`}`,
    ...(password || apiKey ? [`            (told this once; kept in ${secretsFile})`] : []),
    '',
    `  Try it    curl -H 'Authorization: Bearer ${apiKey ?? '<API key>'}' ${url}/v1/contacts`,
    '',
    '',
  ].join('\n');
}
