import { createHash } from 'node:crypto';
import type { DataSource, EntityMetadata } from 'typeorm';
import { createDataSource, type SchemaDefinition } from '@relata/database';
import { TableCopy } from './table-copy';

const DAY_MS = 86_400_000;
/** Tables that every service fills, beside those of its records. */
const COMMON = ['event', 'record_key', 'reference'];
/** The digest of an event that nobody has digested. */
const NO_DIGEST = Buffer.alloc(32);

interface LoggedEvent {
  at: number;
  row: object;
}

/**
 * The tables of one service while they are filled: without their indexes, day by day, so that the log is in the order of
 * time.
 */
export class ServiceLoad {
  private readonly copies = new Map<string, TableCopy>();
  private readonly days = new Map<number, LoggedEvent[]>();
  private indexes: string[] = [];
  private seq = 0;

  private constructor(private readonly source: DataSource) {}

  /** Of a migrated schema that no service runs on. */
  static async open(schema: SchemaDefinition, url: string, tables: readonly string[]): Promise<ServiceLoad> {
    const load = new ServiceLoad(await createDataSource(schema, url, 2).initialize());
    await load.dropIndexes([...tables, ...COMMON, 'event_position']);
    for (const table of [...tables, ...COMMON])
      load.copies.set(table, await TableCopy.begin(load.source, table));
    return load;
  }

  /** What a new row of that table has before anything is set. */
  blank(table: string): Readonly<Record<string, null>> {
    return Object.fromEntries(this.metadata(table).columns.map(({ propertyName }) => [propertyName, null]));
  }

  metadata(table: string): EntityMetadata {
    const metadata = this.source.entityMetadatas.find(({ tableName }) => tableName === table);
    if (!metadata) throw new Error(`There is no table ${table}.`);
    return metadata;
  }

  add(table: string, row: object): void {
    const copy = this.copies.get(table);
    if (!copy) throw new Error(`${table} is not filled.`);
    copy.add(row);
  }

  /** Takes an event for the day it belongs to. */
  log(at: number, row: object): void {
    const day = Math.floor(at / DAY_MS);
    const events = this.days.get(day);
    if (events) events.push({ at, row });
    else this.days.set(day, [{ at, row }]);
  }

  /** Sends what there is up to the end of that day. Nothing of it may be added afterwards. */
  async endDay(at: number): Promise<void> {
    const day = Math.floor(at / DAY_MS);
    const events = (this.days.get(day) ?? []).sort((one, other) => one.at - other.at);
    this.days.delete(day);
    for (const { row } of events) this.add('event', Object.assign(row, { seq: ++this.seq }));
    for (const copy of this.copies.values()) await copy.flush();
  }

  /** Ends the load: indexes, statistics, and a log that counts as published. Answers how many events there are. */
  async end(): Promise<number> {
    if (this.days.size > 0) throw new Error('Events are left of days that were not ended.');
    await Promise.all([...this.copies.values()].map((copy) => copy.end()));
    await this.settleLog();
    await this.makeIndexes();
    await this.source.destroy();
    return this.seq;
  }

  /** To be made anew, by sorting, at the end. */
  private async dropIndexes(tables: string[]): Promise<void> {
    const rows: { drop: string; make: string }[] = await this.source.query(
      `SELECT CASE WHEN k.oid IS NULL THEN format('DROP INDEX %s', i.indexrelid::regclass)
                   ELSE format('ALTER TABLE %s DROP CONSTRAINT %I', i.indrelid::regclass, k.conname) END AS drop,
              CASE WHEN k.oid IS NULL THEN pg_get_indexdef(i.indexrelid)
                   ELSE format('ALTER TABLE %s ADD CONSTRAINT %I %s', i.indrelid::regclass, k.conname, pg_get_constraintdef(k.oid)) END AS make
       FROM pg_index i LEFT JOIN pg_constraint k ON k.conindid = i.indexrelid
       WHERE i.indrelid = ANY(SELECT to_regclass(quote_ident(name)) FROM unnest($1::text[]) AS name)`,
      [tables],
    );
    for (const { drop } of rows) await this.source.query(drop);
    this.indexes = rows.map(({ make }) => make);
  }

  private async makeIndexes(): Promise<void> {
    const runner = this.source.createQueryRunner();
    await runner.query("SET maintenance_work_mem = '512MB'");
    for (const index of this.indexes) await runner.query(index);
    await runner.query('ANALYZE');
    await runner.release();
  }

  /**
   * Every event has its position, all of them count as published to a stream that is empty by now, and the chain of
   * seals begins behind them.
   */
  private async settleLog(): Promise<void> {
    const { seq } = this;
    if (seq === 0) return;
    await this.source.query(
      'INSERT INTO event_position (position, seq) SELECT n, n FROM generate_series(1, $1::bigint) n',
      [seq],
    );
    await this.source.query(`ALTER TABLE event ALTER COLUMN seq RESTART WITH ${seq + 1}`);
    await this.source.query(
      `INSERT INTO published_run (name, first_position, first_stream_seq, last_position, last_stream_seq)
       VALUES ('relay', $1::bigint + 1, 1, $1, 0)`,
      [seq],
    );
    await this.source.query(
      'INSERT INTO event_seal (first_position, last_position, digests, seal) VALUES ($1, $1, $2, $3)',
      [seq, NO_DIGEST, createHash('sha256').update(NO_DIGEST).update(NO_DIGEST).digest()],
    );
  }
}
