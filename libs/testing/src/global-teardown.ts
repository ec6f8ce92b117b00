import { rmSync } from 'node:fs';
import { keptServers } from './test-servers';

/** Stops what the set-up started, and removes its data. */
export default async function globalTeardown(): Promise<void> {
  const kept = keptServers();
  if (!kept) return;
  await Promise.all(kept.servers.map((server) => server.stop()));
  rmSync(kept.dataDir, { recursive: true, force: true });
}
