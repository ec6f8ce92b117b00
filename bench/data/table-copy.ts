import { once } from 'node:events';
import { Client } from 'pg';
import { from as copyFrom, type CopyStreamQuery } from 'pg-copy-streams';
import type { DataSource, EntityMetadata } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata';

const NULL = '\\N';

/** One table that is filled by COPY, on a connection of its own: rows are objects with the entity's properties. */
export class TableCopy {
  private readonly columns: { name: string; toText: (value: unknown) => string }[];
  private lines: string[] = [];

  private constructor(
    metadata: EntityMetadata,
    private readonly client: Client,
    private readonly stream: CopyStreamQuery,
  ) {
    this.columns = metadata.columns.map((column) => ({ name: column.propertyName, toText: textOf(column) }));
  }

  /** Throws when there are rows already: they would be lost. */
  static async begin(source: DataSource, table: string): Promise<TableCopy> {
    const metadata = source.entityMetadatas.find(({ tableName }) => tableName === table);
    if (!metadata) throw new Error(`No entity has the table ${table}.`);
    const { url, extra } = source.options as { url: string; extra: { options: string } };
    const client = new Client({ connectionString: url, options: extra.options });
    await client.connect();
    const known = await client.query(`SELECT FROM "${table}" LIMIT 1`);
    if (known.rowCount) throw new Error(`${table} has rows already. Fill an empty database.`);
    const names = metadata.columns.map(({ databaseName }) => `"${databaseName}"`).join(', ');
    // In the transaction of its TRUNCATE, COPY writes rows that no VACUUM has to visit.
    await client.query('BEGIN');
    await client.query(`TRUNCATE "${table}"`);
    const stream = client.query(copyFrom(`COPY "${table}" (${names}) FROM STDIN (FREEZE)`));
    return new TableCopy(metadata, client, stream);
  }

  add(row: object): void {
    const values = row as Record<string, unknown>;
    let line = '';
    for (const { name, toText } of this.columns) {
      const value = values[name];
      line += `${line === '' ? '' : '\t'}${value === null || value === undefined ? NULL : toText(value)}`;
    }
    this.lines.push(line);
  }

  /** Sends what was added since. */
  async flush(): Promise<void> {
    if (this.lines.length === 0) return;
    const text = `${this.lines.join('\n')}\n`;
    this.lines = [];
    if (!this.stream.write(text)) await once(this.stream, 'drain');
  }

  async end(): Promise<void> {
    await this.flush();
    this.stream.end();
    await once(this.stream, 'finish');
    await this.client.query('COMMIT');
    await this.client.end();
  }
}

/** How COPY reads the values of a column. */
function textOf({ type, isArray }: ColumnMetadata): (value: unknown) => string {
  if (isArray) return (value) => escaped(arrayText(value as string[]));
  if (type === 'jsonb') return (value) => escaped(JSON.stringify(value));
  if (type === 'text') return (value) => escaped(value as string);
  return (value) => (value instanceof Date ? value.toISOString() : String(value));
}

function arrayText(values: string[]): string {
  return values.length === 0
    ? '{}'
    : `{${values.map((value) => `"${value.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
}

const SPECIAL: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escaped(text: string): string {
  return text.replace(/[\\\n\r\t]/g, (letter) => SPECIAL[letter] ?? letter);
}
