import { randomBytes } from 'node:crypto';
import type { FolderState } from '@relata/embedded';
import type { StandaloneConfig } from '@relata/platform';

/** The administrator and the key that exist after the first start. */
export interface Admin {
  email: string;
  password: string;
  apiKey: string;
  /** What this very start has generated: to be told once. */
  made: { password?: string; apiKey?: string };
}

/** What the configuration gives, else what was generated at the first start and is kept in the data folder. */
export function adminOf(config: Readonly<StandaloneConfig>, secrets: FolderState): Admin {
  const made: Admin['made'] = {};
  const keep = (name: string, given: string | undefined, make: () => string) => {
    if (given === undefined) return secrets.keep(name, make);
    secrets.write({ [name]: given });
    return given;
  };
  return {
    email: keep('adminEmail', config.adminEmail, () => 'admin@relata.local'),
    password: keep(
      'adminPassword',
      config.adminPassword,
      () => (made.password = randomBytes(12).toString('base64url')),
    ),
    apiKey: keep(
      'adminApiKey',
      config.bootstrapApiKey,
      () => (made.apiKey = `rel_${randomBytes(32).toString('base64url')}`),
    ),
    made,
  };
}
