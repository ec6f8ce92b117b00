import type { EntityManager, EntityMetadata } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata';
import { rawRows, type RawRow } from '@relata/messaging';
import { fromTextOf, type FromText } from '../sql/column-values';
import { RowsById } from '../sql/rows-by-id';
import { shapeOf } from './shape';

const SQL_TYPES: Record<string, string> = {
  'timestamp with time zone': 'timestamptz',
  int: 'integer',
  decimal: 'numeric',
};

/** SQL type of a column as the entity declares it. */
export function sqlType(column: ColumnMetadata): string {
  const type = typeof column.type === 'string' ? column.type : 'text';
  return (SQL_TYPES[type] ?? type) + (column.isArray ? '[]' : '');
}

/** Kept for finding records; made anew with each write, so nobody reads it. */
const NOT_READ = new Set(['searchText']);

/** A record, and the further columns of its row, as texts. */
export interface ReadRow<E> {
  record: E;
  rest: RawRow;
}

/** What is wanted of rows of known ids. */
interface WantedRows {
  /** Columns behind those of the record. */
  more?: string[];
  /** Besides the ids; holds for all when absent. */
  condition?: string;
  /** Of `more` and the condition, from `$2` on. */
  others?: unknown[];
  /** Until the transaction ends, in one order for all callers. */
  isLocked?: boolean;
}

/**
 * SQL for reading and writing whole records of one table. Rows come back as objects with the entity's property
 * names; they go in as one JSON parameter, which Postgres turns into typed columns, so that one row and a
 * thousand take the same statement. (As `json`, of which it reads the columns as it goes: of `jsonb` it would first build the whole.)
 */
export class RecordSql {
  readonly table: string;
  /** `first_name AS "firstName", …` */
  readonly select: string;
  /** Inserts the records of the JSON array $1, answers their ids. */
  readonly insert: string;
  /** Makes the record of id $3, if it is at version $2, the one of the JSON array $1; answers its id. */
  readonly update: string;
  /**
   * The same for the records of ids $3, at versions $2: those that nobody else has locked. They are looked up by id first and then
   * by their place: a join with rows of which Postgres knows nothing may read the whole table.
   */
  readonly updateMany: string;
  /** Every property as null: what a new record has before anything is set. */
  readonly blank: Readonly<Record<string, null>>;
  private readonly columns: { property: string; fromText: FromText }[];
  /** What each read record begins as. */
  private readonly shape: Readonly<Record<string, unknown>>;
  private readonly byId = new RowsById();

  constructor(readonly metadata: EntityMetadata) {
    const columns = metadata.columns;
    this.blank = shapeOf(columns.map(({ propertyName }) => propertyName));
    this.table = `"${metadata.tableName}"`;
    const read = columns.filter(({ propertyName }) => !NOT_READ.has(propertyName));
    this.select = read.map((column) => `"${column.databaseName}" AS "${column.propertyName}"`).join(', ');
    this.columns = read.map((column) => ({
      property: column.propertyName,
      fromText: fromTextOf(sqlType(column)),
    }));
    this.shape = shapeOf(this.columns.map(({ property }) => property));
    const names = columns.map((column) => `"${column.databaseName}"`).join(', ');
    const properties = columns.map((column) => `"${column.propertyName}"`).join(', ');
    const types = columns.map((column) => `"${column.propertyName}" ${sqlType(column)}`).join(', ');
    const values = columns.map(({ propertyName }) => `row."${propertyName}"`).join(', ');
    this.insert = `INSERT INTO ${this.table} (${names}) SELECT ${properties} FROM json_to_recordset($1::json) AS row (${types}) RETURNING id`;
    this.update = `UPDATE ${this.table} SET (${names}) = (SELECT ${properties} FROM json_to_recordset($1::json) AS row (${types}))
      WHERE id = $3 AND version = $2 RETURNING id`;
    this.updateMany = `UPDATE ${this.table} AS old SET (${names}) = ROW (${values})
      FROM ROWS FROM (json_to_recordset($1::json) AS (${types}), unnest($2::int[])) AS row (${properties}, "madeOf")
      WHERE old.id = row.id AND old.version = row."madeOf" AND old.ctid = ANY (ARRAY (
        SELECT ctid FROM ${this.table} WHERE id = ANY (ARRAY (SELECT unnest($3::uuid[]))) FOR UPDATE SKIP LOCKED))
      RETURNING old.id`;
  }

  /** Records by a statement that selects `select` and, behind it, whatever else is wanted of each row. */
  async rows<E>(manager: EntityManager, text: string, values: unknown[]): Promise<ReadRow<E>[]> {
    return this.read(await rawRows(manager, text, values));
  }

  /** As `rows`, where nothing else is selected. */
  async records<E>(manager: EntityManager, text: string, values: unknown[]): Promise<E[]> {
    const rows = await rawRows(manager, text, values);
    return rows.map((row) => this.recordOf(row) as E);
  }

  /** Records by id, in no order; unknown ids are left out. */
  async rowsOf<E>(
    manager: EntityManager,
    ids: string[],
    { more = [], condition: which = 'true', others, isLocked }: WantedRows = {},
  ): Promise<ReadRow<E>[]> {
    const columns = [this.select, ...more, 'id'].join(', ');
    const end = isLocked ? ' ORDER BY id FOR UPDATE' : '';
    const text = (condition: string) =>
      `SELECT ${columns} FROM ${this.table} WHERE ${condition} AND ${which}${end}`;
    return this.read(await this.byId.read(manager, ids, { text, others }));
  }

  /** Which of these ids are of rows for which a condition holds, as lower case. Its parameters are from `$2` on. */
  async idsWhere(
    manager: EntityManager,
    ids: string[],
    condition: string,
    others: unknown[],
  ): Promise<Set<string>> {
    const text = (known: string) => `SELECT id FROM ${this.table} WHERE ${known} AND ${condition}`;
    const rows = await this.byId.read(manager, ids, { text, others });
    return new Set(rows.map(([id]) => id as string));
  }

  private read<E>(rows: RawRow[]): ReadRow<E>[] {
    return rows.map((row) => ({ record: this.recordOf(row) as E, rest: row.slice(this.columns.length) }));
  }

  private recordOf(row: RawRow): unknown {
    const record = { ...this.shape };
    for (const [index, { property, fromText }] of this.columns.entries()) {
      const text = row[index] ?? null;
      if (text !== null) record[property] = fromText(text);
    }
    return record;
  }

  /** Those members of a record's JSON that are columns, as the record has them. */
  valuesOf(json: Record<string, unknown>): Record<string, unknown> {
    const columns = this.metadata.columns.filter(({ propertyName }) => Object.hasOwn(json, propertyName));
    return Object.fromEntries(
      columns.map((column) => {
        const value = json[column.propertyName];
        const isTime = sqlType(column) === 'timestamptz' && typeof value === 'string';
        return [column.propertyName, isTime ? new Date(value) : value];
      }),
    );
  }

  /** The column of a property, quoted. Throws for a property that is no column. */
  column(property: string): string {
    const column = this.metadata.findColumnWithPropertyName(property);
    if (!column) throw new Error(`${this.metadata.name} has no column for ${property}.`);
    return `"${column.databaseName}"`;
  }
}
