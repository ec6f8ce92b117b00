import { isUUID } from 'class-validator';
import type DataLoader from 'dataloader';
import type { EntityManager } from 'typeorm';
import { rawRows, type RawRow } from '@relata/messaging';
import { perTurn } from './per-turn';

/** A statement that answers a row for each id that it finds, with the id as its last column. */
export interface RowsStatement {
  /** The statement, given its condition on `id`, which takes `$1`. */
  text: (condition: string) => string;
  /** From `$2` on. */
  others?: unknown[];
}

/**
 * Rows by their ids. Outside of transactions, those that are asked for by the same statement within one turn of the event loop are
 * read by one.
 */
export class RowsById {
  /** What has come up in this turn, by statement. */
  private readonly asked = new Map<string, DataLoader<string, RawRow | undefined>>();

  /** Rows of those ids that are found, in no order but that of the statement in a transaction. */
  async read(manager: EntityManager, ids: string[], statement: RowsStatement): Promise<RawRow[]> {
    if (ids.length === 0) return [];
    // What is no id fails for who asks, not for all who ask in this turn.
    if (manager.queryRunner || !ids.every((id) => isUUID(id))) return readNow(manager, ids, statement);
    const key = statement.text('') + JSON.stringify(statement.others);
    const rows = this.asked.get(key) ?? this.ask(manager, key, statement);
    const distinct = [...new Set(ids.map((id) => id.toLowerCase()))];
    const found = await Promise.all(distinct.map((id) => rows.load(id)));
    return found.filter((row) => row !== undefined);
  }

  private ask(manager: EntityManager, key: string, statement: RowsStatement) {
    const rows = perTurn<string, RawRow | undefined>(async (ids) => {
      this.asked.delete(key);
      const found = await readNow(manager, [...new Set(ids)], statement);
      const byId = new Map(found.map((row) => [row.at(-1), row]));
      return ids.map((id) => byId.get(id));
    });
    this.asked.set(key, rows);
    return rows;
  }
}

function readNow(
  manager: EntityManager,
  ids: string[],
  { text, others = [] }: RowsStatement,
): Promise<RawRow[]> {
  // The plan for one id is kept; one for some is made each time.
  const [condition, given] = ids.length === 1 ? ['id = $1::uuid', ids[0]] : ['id = ANY($1::uuid[])', ids];
  return rawRows(manager, text(condition), [given, ...others]);
}
