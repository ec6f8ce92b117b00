import type DataLoader from 'dataloader';
import type { EntityManager } from 'typeorm';
import {
  MAX_LIMIT,
  notFound,
  type Action,
  type ChildrenPayload,
  type ListQuery,
  type Page,
  type RecordView,
} from '@relata/contracts';
import type { EventLog } from '@relata/messaging';
import { RecordAccess } from '../access/record-access';
import type { CustomFieldEntity } from '../custom-fields/custom-field.entity';
import type { CustomReferences } from '../custom-fields/custom-references';
import type { CustomFields } from '../custom-fields/custom-fields';
import { namesCustomFields } from '../lists/filter-sql';
import type { LimitedReads } from '../lists/limited-reads';
import { listRecords, type ListSource } from '../lists/list-records';
import type { Match } from '../lists/search-text';
import { Parameters } from '../sql/parameters';
import { perTurn } from '../sql/per-turn';
import { blankView } from './new-record';
import { findByKeys, keyName } from './record-keys';
import type { RecordKind } from './record-kind';
import { RecordSql } from './record-sql';
import type { RecordEntity } from './record.entity';

/**
 * The records of one type as they are read. What requests ask for is limited by what their sender may see: a record that
 * is out of reach is NOT_FOUND. The services' own work sees everything.
 */
export class RecordReader<E extends RecordEntity, V extends RecordView = RecordView> {
  readonly access: RecordAccess<E, V>;
  readonly table: string;
  protected readonly sql: RecordSql;
  /** Records by the value of a column, by that column's property. */
  private readonly ofTurn = new Map<string, DataLoader<string, readonly E[]>>();

  constructor(
    readonly kind: RecordKind<E, V>,
    protected readonly eventLog: EventLog,
    private readonly customFields: CustomFields,
    private readonly reads: LimitedReads,
    private readonly timeZone: string,
    protected readonly customReferences: CustomReferences,
  ) {
    this.sql = new RecordSql(eventLog.manager.dataSource.getMetadata(kind.entity));
    this.table = this.sql.table;
    this.access = new RecordAccess(kind, this.sql);
  }

  /** The live record, if the caller may see it. Throws NOT_FOUND. */
  async get(id: string): Promise<E> {
    const [record] = await this.readable([id]);
    if (!record || record.deletedAt) throw notFound(this.kind.type, id);
    return record;
  }

  /** The JSON of a record of which nothing is set. */
  blankView(): V {
    return blankView(this.kind, this.sql.metadata);
  }

  /** The JSON of a record as the caller may see it. */
  present(record: E): V {
    return this.access.present(record);
  }

  /** Members of the JSON of a record as the record has them; what is made of others is left out. */
  valuesOf(json: Record<string, unknown>): Partial<E> {
    return this.sql.valuesOf(json) as Partial<E>;
  }

  /** The live record, whoever asks: for what the service itself must know. Throws NOT_FOUND. */
  async find(id: string): Promise<E> {
    const [record] = await this.getMany([id]);
    if (!record || record.deletedAt) throw notFound(this.kind.type, id);
    return record;
  }

  /** Records by id, whoever asks, deleted ones too, in no order; unknown ids are left out. */
  async getMany(ids: string[], manager: EntityManager = this.eventLog.manager): Promise<E[]> {
    return (await this.sql.rowsOf<E>(manager, ids)).map(({ record }) => record);
  }

  /** The record of that id, whoever asks, a deleted one too; nobody changes it until the transaction ends. */
  async hold(manager: EntityManager, id: string): Promise<E | undefined> {
    const sql = `SELECT ${this.sql.select} FROM ${this.table} WHERE id = $1::uuid FOR SHARE`;
    const [record] = await this.sql.records<E>(manager, sql, [id]);
    return record;
  }

  /** Live records for which an SQL condition holds, whoever asks, in no order. */
  findWhere(
    condition: string,
    values: unknown[],
    manager: EntityManager = this.eventLog.manager,
  ): Promise<E[]> {
    return this.sql.records(
      manager,
      `SELECT ${this.sql.select} FROM ${this.table} WHERE ${condition} AND deleted_at IS NULL`,
      values,
    );
  }

  /** Live records that have that value in a column, whoever asks, in no order; outside of transactions asked for along with others. */
  async findHaving(field: keyof E & string, value: string): Promise<readonly E[]> {
    if (this.eventLog.isOutermost) return this.havingOfTurn(field).load(value);
    return (await this.havingAny(field, [value])).get(value) ?? [];
  }

  /** Live records by a unique value (`email`, `domain`, `external:<system>`), by the key as given. */
  async findByKey(
    namespace: string,
    keys: string[],
    manager: EntityManager = this.eventLog.manager,
  ): Promise<Map<string, E>> {
    const ids = await findByKeys(
      manager,
      this.kind.type,
      keys.map((key) => ({ namespace, key })),
    );
    const records = new Map(
      (await this.getMany([...new Set(ids.values())], manager)).map((record) => [record.id, record]),
    );
    const found = new Map<string, E>();
    for (const key of keys) {
      const record = records.get(ids.get(keyName({ namespace, key })) ?? '');
      if (record) found.set(key, record);
    }
    return found;
  }

  /** Live records by name, ignoring case; a name that several have finds none. For kinds with a `name` column. */
  async findByName(names: string[], manager: EntityManager = this.eventLog.manager): Promise<Map<string, E>> {
    const rows = await this.sql.records<E & { name: string }>(
      manager,
      `SELECT ${this.sql.select} FROM ${this.sql.table} WHERE lower(name) = ANY($1::text[]) AND deleted_at IS NULL`,
      [names.map((name) => name.toLowerCase())],
    );
    const byName = new Map<string, E[]>();
    for (const row of rows)
      byName.set(row.name.toLowerCase(), [...(byName.get(row.name.toLowerCase()) ?? []), row]);
    return new Map(
      names.flatMap((name) => {
        const matches = byName.get(name.toLowerCase()) ?? [];
        return matches.length === 1 ? [[name, matches[0] as E] as const] : [];
      }),
    );
  }

  /** A page of live records (or of the trash). Throws INVALID_QUERY naming what is wrong. */
  async list(query: ListQuery, match?: Match): Promise<Page<V>> {
    const definitions = namesCustomFields(query) ? await this.definitions(this.eventLog.manager) : [];
    const page = await this.reads.run((manager) =>
      listRecords(manager, this.source(definitions), query, match),
    );
    return { ...page, data: page.data.map((record) => this.present(record)) };
  }

  /** All records of a list, by pages, with which the caller may do that beside seeing them; however long it takes. */
  async *pages(manager: EntityManager, query: ListQuery, action: Action): AsyncGenerator<V[]> {
    const source = {
      ...this.source(await this.definitions(manager)),
      access: this.access.also(action),
    };
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page: Page<E> = await listRecords(manager, source, {
        ...query,
        limit: MAX_LIMIT,
        ...(cursor ? { cursor } : {}),
      });
      yield page.data.map((record) => this.present(record));
      cursor = page.page.nextCursor;
    }
  }

  /** The JSON of records by id, deleted ones too; those that the caller may not see are left out. */
  async views(ids: string[]): Promise<V[]> {
    return (await this.readable(ids)).map((record) => this.present(record));
  }

  /** Which of these are live records that the caller may see, as lower case. */
  async liveIds(ids: string[]): Promise<Set<string>> {
    if (ids.length === 0) return new Set();
    const parameters = new Parameters(ids);
    const condition = `deleted_at IS NULL AND ${this.access.reach('read', parameters)}`;
    return this.sql.idsWhere(this.eventLog.manager, ids, condition, parameters.values.slice(1));
  }

  /** Live records that the caller may see and that point at each of `ids` by `field`, the newest `limit` of each. */
  async childrenOf({ field, ids, limit }: ChildrenPayload): Promise<Record<string, V[]>> {
    const column = this.sql.column(field);
    const parameters = new Parameters(ids, limit);
    const reach = this.access.reach('read', parameters);
    const rows = await this.sql.records<E & Record<string, unknown>>(
      this.eventLog.manager,
      `SELECT child.* FROM unnest($1::uuid[]) AS node (id), LATERAL (
         SELECT ${this.sql.select} FROM ${this.sql.table} WHERE ${column} = node.id AND deleted_at IS NULL AND ${reach}
         ORDER BY created_at DESC, id DESC LIMIT $2
       ) AS child`,
      parameters.values,
    );
    const children: Record<string, V[]> = Object.fromEntries(ids.map((id) => [id, []]));
    for (const row of rows) children[row[field] as string]?.push(this.present(row));
    return children;
  }

  /** Records by id that the caller may see, deleted ones too. */
  private async readable(ids: string[]): Promise<E[]> {
    if (ids.length === 0) return [];
    const parameters = new Parameters(ids);
    const condition = this.access.reach('read', parameters);
    const others = parameters.values.slice(1);
    const rows = await this.sql.rowsOf<E>(this.eventLog.manager, ids, { condition, others });
    return rows.map(({ record }) => record);
  }

  private havingOfTurn(field: keyof E & string): DataLoader<string, readonly E[]> {
    const known = this.ofTurn.get(field);
    if (known) return known;
    const ofTurn = perTurn<string, readonly E[]>(async (values) => {
      const found = await this.havingAny(field, [...new Set(values)]);
      return values.map((value) => found.get(value) ?? []);
    });
    this.ofTurn.set(field, ofTurn);
    return ofTurn;
  }

  private async havingAny(field: keyof E & string, values: string[]): Promise<Map<string, E[]>> {
    const found = new Map<string, E[]>();
    for (const record of await this.findWhere(`${this.sql.column(field)} = ANY($1)`, [values])) {
      const value = record[field] as string;
      found.set(value, [...(found.get(value) ?? []), record]);
    }
    return found;
  }

  private source(customFields: CustomFieldEntity[]): ListSource<E> {
    const { kind, sql, access, timeZone } = this;
    return { kind, sql, access, customFields, clock: { now: new Date(), timeZone } };
  }

  protected async definitions(manager: EntityManager): Promise<CustomFieldEntity[]> {
    return this.kind.hasCustomFields ? this.customFields.definitions(manager, this.kind.type) : [];
  }

  /** As they were a moment ago. */
  protected async definitionsLately(manager: EntityManager): Promise<CustomFieldEntity[]> {
    return this.kind.hasCustomFields ? this.customFields.definitionsLately(manager, this.kind.type) : [];
  }

  /** For records that are made of these values. */
  protected async definitionsFor(
    manager: EntityManager,
    made: { customFields?: object }[],
  ): Promise<CustomFieldEntity[]> {
    if (!this.kind.hasCustomFields) return [];
    const isWithout = made.every(({ customFields = {} }) => Object.keys(customFields).length === 0);
    return isWithout
      ? this.customFields.definitionsLately(manager, this.kind.type)
      : this.customFields.definitions(manager, this.kind.type);
  }
}
