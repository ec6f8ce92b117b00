import type { EntityMetadata } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata';

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

/**
 * SQL for reading and writing whole records of one table. Rows come back as objects with the entity's property
 * names; they go in as one JSON parameter, which Postgres turns into typed columns, so that one row and a
 * thousand take the same statement.
 */
export class RecordSql {
  readonly table: string;
  /** `first_name AS "firstName", …` */
  readonly select: string;
  readonly insert: string;
  readonly update: string;
  /** Every property as null: what a new record has before anything is set. */
  readonly blank: Readonly<Record<string, null>>;

  constructor(private readonly metadata: EntityMetadata) {
    const columns = metadata.columns;
    this.blank = Object.fromEntries(columns.map((column) => [column.propertyName, null]));
    this.table = `"${metadata.tableName}"`;
    this.select = columns.map((column) => `"${column.databaseName}" AS "${column.propertyName}"`).join(', ');
    const names = columns.map((column) => `"${column.databaseName}"`).join(', ');
    const properties = columns.map((column) => `"${column.propertyName}"`).join(', ');
    const types = columns.map((column) => `"${column.propertyName}" ${sqlType(column)}`).join(', ');
    this.insert = `INSERT INTO ${this.table} (${names}) SELECT ${properties} FROM jsonb_to_recordset($1::jsonb) AS row (${types})`;
    this.update = `UPDATE ${this.table} SET (${names}) = (SELECT ${properties} FROM jsonb_to_record($2::jsonb) AS row (${types})) WHERE id = $1`;
  }

  /** The column of a property, quoted. Throws for a property that is no column. */
  column(property: string): string {
    const column = this.metadata.findColumnWithPropertyName(property);
    if (!column) throw new Error(`${this.metadata.name} has no column for ${property}.`);
    return `"${column.databaseName}"`;
  }
}
