import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import type { ServiceName } from '@relata/contracts';

const EXTENSIONS = ['pg_trgm'];
/** Several launchers may provision one database at once. */
const PROVISION_LOCK = 7_201_001;

/** The Postgres role that owns a service's schema. */
export function roleOf(service: ServiceName): string {
  return `relata_${service}`;
}

/**
 * Makes the role `relata_<service>` with its schema, as an owner that may make roles. The role can use no other
 * service's schema. Safe to repeat: an existing role gets the password. Answers the service's own URL.
 */
export async function provisionService(
  ownerUrl: string,
  service: ServiceName,
  password: string,
): Promise<string> {
  const role = roleOf(service);
  const client = new Client({ connectionString: ownerUrl });
  // Whoever waits for an answer gets the error too.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [PROVISION_LOCK]);
    const name = escapeIdentifier(role);
    const known = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
    await client.query(
      `${known.rowCount ? 'ALTER' : 'CREATE'} ROLE ${name} LOGIN PASSWORD ${escapeLiteral(password)}`,
    );
    await client.query(`GRANT ${name} TO current_user`);
    await client.query('CREATE SCHEMA IF NOT EXISTS extensions');
    for (const extension of EXTENSIONS)
      await client.query(`CREATE EXTENSION IF NOT EXISTS ${extension} SCHEMA extensions`);
    await client.query(`GRANT USAGE ON SCHEMA extensions TO ${name}`);
    await client.query(`CREATE SCHEMA IF NOT EXISTS ${escapeIdentifier(service)} AUTHORIZATION ${name}`);
  } finally {
    await client.end();
  }
  const url = new URL(ownerUrl);
  url.username = role;
  url.password = password;
  return url.toString();
}
