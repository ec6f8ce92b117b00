import { startEmbeddedPostgres } from '@relata/embedded';
import { reachableFolder } from './reachable-folder';
import { keepServers } from './test-servers';

/**
 * One Postgres for the whole run; test files find it by TEST_DATABASE_URL (its owner's), and make a database of
 * their own there. A NATS server is so cheap that each file starts its own.
 */
export default async function globalSetup(): Promise<void> {
  const dataDir = reachableFolder();
  const postgres = await startEmbeddedPostgres({ dataDir, durable: false });
  keepServers({ dataDir, servers: [postgres] });
  process.env.TEST_DATABASE_URL = postgres.url;
}
