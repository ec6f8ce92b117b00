/** Requests whose answer holds a secret, and the member that does: it is kept nowhere, so a repeated answer is without it. */
export const SHOWN_ONCE: Readonly<Record<string, string>> = { 'apiKeys.create': 'key' };
