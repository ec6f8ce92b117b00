import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new temporary folder that the user nobody may pass: started by root, Postgres runs as that. */
export function reachableFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'relata-test-'));
  chmodSync(folder, 0o755);
  return folder;
}
