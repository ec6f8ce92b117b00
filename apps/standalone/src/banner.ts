import type { Admin } from './admin';

/** How those who read events connect. */
export interface EventsAccess {
  /** With the password. */
  url: string;
  /** Whether this very start has generated the password. */
  isNew: boolean;
}

/** What a newcomer needs next. Of the secrets only those that this start has made, so that they are told once. */
export function banner(url: string, events: EventsAccess, admin: Admin, secretsFile: string): string {
  const { password, apiKey } = admin.made;
  return [
    '',
    '  Relata is running. Ctrl-C stops it.',
    '',
    `  URL       ${url}/v1`,
    `  Docs      ${url}/docs`,
    `  Events    ${events.isNew ? events.url : withoutPassword(events.url)}`,
    `  Login     ${admin.email}${password ? ` / ${password}` : ''}`,
    `  API key   ${apiKey ?? `adminApiKey in ${secretsFile}`}`,
    ...(password || apiKey || events.isNew ? [`            (told this once; kept in ${secretsFile})`] : []),
    '',
    `  Try it    curl -H 'Authorization: Bearer ${apiKey ?? '<API key>'}' ${url}/v1/contacts`,
    '',
    '',
  ].join('\n');
}

/** `nats://consumer@127.0.0.1:4222`, of several servers too. */
function withoutPassword(urls: string): string {
  return urls.replace(/:[^/@,]*@/g, '@');
}
