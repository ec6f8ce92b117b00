import type { QueryRunner } from 'typeorm';

/** Kilobytes; Postgres' own default is 4096. */
const LIMIT_KB = 256;

/**
 * Keeps the pending lists of these GIN indexes short. What a write adds to such an index waits in a list; every search reads all of it,
 * and when it is full, one write sorts all of it in.
 */
export async function shortenPendingLists(runner: QueryRunner, names: readonly string[]): Promise<void> {
  for (const name of names)
    await runner.query(`ALTER INDEX ${name} SET (gin_pending_list_limit = ${LIMIT_KB})`);
}

/** As Postgres has them by itself. */
export async function resetPendingLists(runner: QueryRunner, names: readonly string[]): Promise<void> {
  for (const name of names) await runner.query(`ALTER INDEX ${name} RESET (gin_pending_list_limit)`);
}
