import type { Admin } from './admin';

/** What a newcomer needs next. The secrets are shown at the first start alone. */
export function banner(url: string, natsUrl: string, admin: Admin, secretsFile: string): string {
  const key = admin.isNew ? admin.apiKey : '$RELATA_KEY';
  const credentials = admin.isNew
    ? [
        `  Login     ${admin.email} / ${admin.password}`,
        `  API key   ${admin.apiKey}`,
        `            (shown this once; kept in ${secretsFile})`,
      ]
    : [`  Login     ${admin.email}`, `  API key   as shown at the first start; kept in ${secretsFile}`];
  return [
    '',
    '  Relata is running. Ctrl-C stops it.',
    '',
    `  URL       ${url}/v1`,
    `  Docs      ${url}/docs`,
    `  Events    ${natsUrl}`,
    ...credentials,
    '',
    `  Try it    curl -H 'Authorization: Bearer ${key}' ${url}/v1/contacts`,
    '',
    '',
  ].join('\n');
}
