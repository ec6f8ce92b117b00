import type { ClientBase, Pool, QueryArrayConfig } from 'pg';
import { QueryFailedError, type EntityManager } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver';

/** A row as Postgres sends it: texts, null for NULL. */
export type RawRow = (string | null)[];

const asText = (text: string) => text;
const texts = { getTypeParser: () => asText } as unknown as QueryArrayConfig['types'];

/**
 * Rows of a statement, not yet turned into values; on the connection of the manager's transaction, if it has one. (TypeORM has
 * no way to ask for it, and takes its own time for each statement.) Throws what `manager.query` throws.
 */
export async function rawRows(manager: EntityManager, text: string, values: unknown[]): Promise<RawRow[]> {
  const runner = manager.queryRunner;
  const pool = (manager.dataSource.driver as PostgresDriver).master as Pool;
  const by = runner ? ((await runner.connect()) as ClientBase) : pool;
  try {
    return (await by.query<RawRow>({ text, values, rowMode: 'array', types: texts })).rows;
  } catch (error) {
    throw new QueryFailedError(text, values, error as Error);
  }
}
