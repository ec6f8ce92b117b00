import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedNats, startEmbeddedPostgres } from '@relata/embedded';
import { keepServers } from './test-servers';

/**
 * One Postgres and one NATS for the whole run. Test files find them by TEST_DATABASE_URL (its owner's) and
 * TEST_NATS_URL; each makes a database and subjects of its own there.
 */
export default async function globalSetup(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'relata-test-'));
  const postgres = await startEmbeddedPostgres({ dataDir, durable: false });
  keepServers({ dataDir, servers: [postgres] });
  const nats = await startEmbeddedNats({ dataDir });
  keepServers({ dataDir, servers: [postgres, nats] });
  process.env.TEST_DATABASE_URL = postgres.url;
  process.env.TEST_NATS_URL = nats.url;
}
