/** What runs statements, outside any transaction. */
interface Runner {
  query(statement: string): Promise<unknown>;
}

/**
 * Builds indexes while others write; each by name, with what follows `ON`. For migrations without a transaction, safe to
 * repeat: what an interrupted run left behind, which Postgres does not use, is built anew.
 */
export async function buildIndexes(runner: Runner, indexes: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, on] of Object.entries(indexes)) {
    await dropIndexes(runner, [name]);
    await runner.query(`CREATE INDEX CONCURRENTLY ${name} ON ${on}`);
  }
}

/** Takes indexes away while others write, those that are there. */
export async function dropIndexes(runner: Runner, names: readonly string[]): Promise<void> {
  for (const name of names) await runner.query(`DROP INDEX CONCURRENTLY IF EXISTS ${name}`);
}
