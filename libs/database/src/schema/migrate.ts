import { setTimeout as delay } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { createDataSource, type SchemaDefinition } from './schema';

const MIGRATION_LOCK = 7_201_002;
const POLL_MS = 200;
const WAIT_MS = 60_000;

/** Brings a service's schema to the newest version, one migrator at a time. Answers the names of what ran. */
export async function migrateSchema(definition: SchemaDefinition, url: string): Promise<string[]> {
  const source = await createDataSource(definition, url, 2).initialize();
  const lock = source.createQueryRunner();
  try {
    await untilLocked(lock.query.bind(lock), definition.name);
    const done = await source.runMigrations();
    return done.map((migration) => migration.name);
  } finally {
    await lock.query('SELECT pg_advisory_unlock($1, hashtext($2))', [MIGRATION_LOCK, definition.name]);
    await lock.release();
    await source.destroy();
  }
}

async function untilLocked(
  query: (sql: string, parameters: unknown[]) => Promise<unknown>,
  name: string,
): Promise<void> {
  const deadline = Date.now() + WAIT_MS;
  for (;;) {
    const rows = (await query('SELECT pg_try_advisory_lock($1, hashtext($2)) AS locked', [
      MIGRATION_LOCK,
      name,
    ])) as {
      locked: boolean;
    }[];
    if (rows[0]?.locked) return;
    if (Date.now() > deadline)
      throw new Error(`Another migration of schema ${name} has run for ${WAIT_MS / 1000} s.`);
    await delay(POLL_MS);
  }
}

/** Replicas do not migrate: they wait until someone has. */
export async function untilMigrated(source: DataSource): Promise<void> {
  const deadline = Date.now() + WAIT_MS;
  while (await source.showMigrations()) {
    if (Date.now() > deadline) {
      throw new Error(
        'The schema is older than this version of the service. Run `npm run migrate` and start again.',
      );
    }
    await delay(POLL_MS);
  }
}
