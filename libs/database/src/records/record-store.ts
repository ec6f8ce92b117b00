import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import {
  DomainError,
  MAX_LIMIT,
  eventTypeOf,
  notFound,
  type Action,
  type ChildrenPayload,
  type ListQuery,
  type Page,
  type RecordView,
} from '@relata/contracts';
import type { EventLog } from '@relata/messaging';
import { runInContext } from '@relata/platform';
import { RecordAccess } from '../access/record-access';
import type { CustomFieldEntity } from '../custom-fields/custom-field.entity';
import { mergeCustomFields, type CustomFields } from '../custom-fields/custom-fields';
import { listRecords, type ListSource } from '../lists/list-records';
import { searchTextOf } from '../lists/search-text';
import type { Move } from '../references/merge';
import { Parameters } from '../sql/parameters';
import { applyChanges, createdEvents } from './record-events';
import { claimKeys, findByKeys, keyName, keysOf, releaseKeys, type Claim } from './record-keys';
import type { Change, Draft, RecordKind } from './record-kind';
import { RecordSql } from './record-sql';
import type { RecordEntity } from './record.entity';

/** Fields that say who reaches a record. */
const REACH_FIELDS = ['ownerId', 'readerIds', 'editorIds'];

export interface ChangeOptions {
  /** Version that the caller has seen (`If-Match`); VERSION_MISMATCH when it is another now. */
  ifMatch?: number;
  /** Whether a deleted record may be changed. */
  evenDeleted?: boolean;
  /** What the caller must be allowed to do; `update` when absent. */
  action?: Action;
}

/**
 * Records of one type: each write sets the row, its unique values and its events in one transaction, and
 * raises the version by one per event. Updates lock the row first, so patches of different fields all survive. What
 * requests ask for is limited by what their sender may do: a record that may not be seen is NOT_FOUND, what may not be
 * done FORBIDDEN. The services' own work may do everything.
 */
export class RecordStore<E extends RecordEntity, V extends RecordView = RecordView> {
  readonly access: RecordAccess<E, V>;
  readonly table: string;
  private readonly sql: RecordSql;

  constructor(
    readonly kind: RecordKind<E, V>,
    private readonly eventLog: EventLog,
    private readonly customFields: CustomFields,
    private readonly timeZone: string,
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

  /** The JSON of a record as the caller may see it. */
  present(record: E): V {
    return this.access.present(record);
  }

  /** The live record, whoever asks: for what the service itself must know. Throws NOT_FOUND. */
  async find(id: string): Promise<E> {
    const [record] = await this.getMany([id]);
    if (!record || record.deletedAt) throw notFound(this.kind.type, id);
    return record;
  }

  /** Records by id, whoever asks, deleted ones too, in no order; unknown ids are left out. */
  async getMany(ids: string[], manager: EntityManager = this.eventLog.manager): Promise<E[]> {
    if (ids.length === 0) return [];
    return manager.query(`SELECT ${this.sql.select} FROM ${this.sql.table} WHERE id = ANY($1::uuid[])`, [
      ids,
    ]);
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
    const rows: (E & { name: string })[] = await manager.query(
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
  async list(query: ListQuery): Promise<Page<V>> {
    const definitions = await this.definitions(this.eventLog.manager);
    const page = await listRecords(this.eventLog.manager, this.source(definitions), query);
    return { ...page, data: page.data.map((record) => this.present(record)) };
  }

  /** All records of a list, by pages, with which the caller may do that beside seeing them; however long it takes. */
  async *pages(manager: EntityManager, query: ListQuery, action: Action): AsyncGenerator<V[]> {
    const source = {
      ...this.source(await this.definitions(manager)),
      access: this.access.also(action),
      isLong: true,
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

  /** Live records that the caller may see and that point at each of `ids` by `field`, the newest `limit` of each. */
  async childrenOf({ field, ids, limit }: ChildrenPayload): Promise<Record<string, V[]>> {
    const column = this.sql.column(field);
    const parameters = new Parameters(ids, limit);
    const reach = this.access.reach('read', parameters);
    const rows: (E & Record<string, unknown>)[] = await this.eventLog.manager.query(
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

  /** Makes one record. Throws DUPLICATE, VALIDATION_FAILED, FORBIDDEN. */
  async create(draft: Draft<E>): Promise<E> {
    const [record] = await this.createAll([draft]);
    return record as E;
  }

  /** Makes records, all or none. Throws as `create`. */
  createAll(drafts: Draft<E>[]): Promise<E[]> {
    return this.eventLog.transaction((manager) => this.createMany(manager, drafts));
  }

  /** Makes records in the caller's transaction, in order; all or, by an error, none. */
  async createMany(manager: EntityManager, drafts: Draft<E>[]): Promise<E[]> {
    if (drafts.length === 0) return [];
    const now = new Date();
    const definitions = await this.definitions(manager);
    const made = drafts.map((draft) => {
      const customFields = mergeCustomFields(definitions, {}, draft.values.customFields ?? {}, true);
      const { record, events } = createdEvents(
        this.kind,
        this.newRecord(draft, customFields, now),
        draft.then ?? [],
        now,
      );
      return {
        record,
        events: draft.context ? events.map((event) => ({ ...event, context: draft.context })) : events,
      };
    });
    const records = made.map(({ record }) => this.withSearchText(record));
    await this.access.requireOwners(manager, 'create', records);
    await this.claim(
      manager,
      records.flatMap((record) => keysOf(this.kind, record).map((key) => ({ ...key, recordId: record.id }))),
    );
    await this.eventLog.append(
      manager,
      made.flatMap(({ events }) => events),
      { sql: this.sql.insert, parameters: [JSON.stringify(records)] },
    );
    return records;
  }

  /**
   * Changes one record by a rule: a pure function of the record as it stands that answers what happens, or
   * throws. Nothing is written when nothing changes. Throws NOT_FOUND, FORBIDDEN, VERSION_MISMATCH, DUPLICATE.
   */
  async change(
    id: string,
    rule: (record: E, now: Date) => Change<E>[],
    options: ChangeOptions = {},
  ): Promise<E> {
    return this.eventLog.transaction((manager) => this.changeIn(manager, id, rule, options));
  }

  /** As `change`, in the caller's transaction. */
  async changeIn(
    manager: EntityManager,
    id: string,
    rule: (record: E, now: Date) => Change<E>[],
    options: ChangeOptions = {},
  ): Promise<E> {
    const action = options.action ?? 'update';
    const before = (await this.access.lock(manager, [id], action)).get(id.toLowerCase());
    if (!before || (before.deletedAt && !options.evenDeleted)) throw notFound(this.kind.type, id);
    if (options.ifMatch !== undefined && options.ifMatch !== before.version) {
      throw new DomainError(
        'VERSION_MISMATCH',
        `The ${this.kind.type} is at version ${before.version}, not ${options.ifMatch}.`,
        {
          version: before.version,
        },
      );
    }
    const now = new Date();
    const changes = await this.withCheckedCustomFields(manager, before, rule(before, now));
    const { record: after, events } = applyChanges(this.kind, before, changes, now);
    if (events.length === 0) return before;
    // Who may change a record only because it is shared with him can neither take it nor share it on.
    if (events.some((event) => REACH_FIELDS.some((field) => field in event.after)))
      await this.access.requireOwners(manager, action, [before, after]);
    const record = this.withSearchText(after);
    await this.moveKeys(manager, before, record);
    await this.eventLog.append(manager, events, {
      sql: this.sql.update,
      parameters: [id, JSON.stringify(record)],
    });
    return record;
  }

  /** Points records elsewhere, deleted ones too, each with its updated event. */
  async repoint(manager: EntityManager, field: keyof E & string, moves: Move[]): Promise<void> {
    const byFrom = new Map(moves.map((move) => [move.from, move]));
    const column = this.sql.column(field);
    const rows: { id: string; from: string }[] = await manager.query(
      `SELECT id, ${column} AS "from" FROM ${this.sql.table} WHERE ${column} = ANY($1::uuid[]) ORDER BY id`,
      [[...byFrom.keys()]],
    );
    const event = eventTypeOf(this.kind.type, 'updated');
    for (const { id, from } of rows) {
      const { to, context } = byFrom.get(from) as Move;
      // Somebody may have pointed it elsewhere since we looked.
      const move = (record: E) =>
        record[field] === from ? [{ event, set: { [field]: to } as Partial<E> }] : [];
      await runInContext(context, () => this.changeIn(manager, id, move, { evenDeleted: true }));
    }
  }

  /** Soft delete: the row stays, its unique values are free. */
  async remove(id: string, options: ChangeOptions = {}): Promise<void> {
    await this.change(id, (_, now) => [this.deletion(now)], { ...options, action: 'delete' });
  }

  /** Brings a deleted record back; a live one is left as it is. Throws DUPLICATE when its unique values are taken. */
  async restore(id: string): Promise<E> {
    const event = eventTypeOf(this.kind.type, 'restored');
    return this.change(id, () => [{ event, set: { deletedAt: null } as Partial<E> }], {
      evenDeleted: true,
      action: 'delete',
    });
  }

  /** Locks records until the transaction ends, in one order for all callers; answers them by id. Throws NOT_FOUND, FORBIDDEN. */
  lockMany(manager: EntityManager, ids: string[], action: Action): Promise<Map<string, E>> {
    return this.access.lock(manager, ids, action);
  }

  /** What puts a record into the trash. */
  deletion(now: Date): Change<E> {
    return { event: eventTypeOf(this.kind.type, 'deleted'), set: { deletedAt: now } as Partial<E> };
  }

  /** Records by id that the caller may see, deleted ones too. */
  private async readable(ids: string[]): Promise<E[]> {
    if (ids.length === 0) return [];
    const parameters = new Parameters(ids);
    return this.eventLog.manager.query(
      `SELECT ${this.sql.select} FROM ${this.sql.table} WHERE id = ANY($1::uuid[]) AND ${this.access.reach('read', parameters)}`,
      parameters.values,
    );
  }

  /** Throws DUPLICATE, with the id of the other record if the caller may see that. */
  private async claim(manager: EntityManager, claims: Claim[]): Promise<void> {
    try {
      await claimKeys(manager, this.kind.type, claims);
    } catch (error) {
      const existingId = error instanceof DomainError ? error.details.existingId : undefined;
      if (existingId === undefined || (await this.access.mayRead(manager, existingId))) throw error;
      const { existingId: _, ...details } = (error as DomainError).details;
      throw new DomainError('DUPLICATE', (error as DomainError).message, details);
    }
  }

  private source(customFields: CustomFieldEntity[]): ListSource<E> {
    const { kind, sql, access, timeZone } = this;
    return { kind, sql, access, customFields, clock: { now: new Date(), timeZone } };
  }

  private newRecord(draft: Draft<E>, customFields: Record<string, unknown>, now: Date): E {
    return {
      ...this.sql.blank,
      ...draft.values,
      id: draft.id ?? uuidv7(),
      version: 1,
      createdAt: draft.createdAt ?? now,
      updatedAt: now,
      deletedAt: null,
      readerIds: [],
      editorIds: [],
      externalKeys: draft.values.externalKeys ?? [],
      customFields,
    } as unknown as E;
  }

  private withSearchText(record: E): E {
    return {
      ...record,
      searchText: searchTextOf(
        this.kind.searchFields.flatMap(
          (field) => (record as Record<string, unknown>)[field] as string | string[] | null,
        ),
      ),
    };
  }

  private async moveKeys(manager: EntityManager, before: E, after: E): Promise<void> {
    const held = keysOf(this.kind, before);
    const wanted = keysOf(this.kind, after);
    const names = (keys: { namespace: string; key: string }[]) => new Set(keys.map(keyName));
    const [heldNames, wantedNames] = [names(held), names(wanted)];
    await releaseKeys(
      manager,
      this.kind.type,
      before.id,
      held.filter((key) => !wantedNames.has(keyName(key))),
    );
    await this.claim(
      manager,
      wanted.filter((key) => !heldNames.has(keyName(key))).map((key) => ({ ...key, recordId: before.id })),
    );
  }

  /** What the changes set of custom fields, merged as RFC 7396 says and held against the definitions. */
  private async withCheckedCustomFields(
    manager: EntityManager,
    before: E,
    changes: Change<E>[],
  ): Promise<Change<E>[]> {
    if (!changes.some((change) => change.set.customFields)) return changes;
    const definitions = await this.definitions(manager);
    return changes.map((change) => {
      const given = change.set.customFields;
      if (!given) return change;
      const customFields = mergeCustomFields(definitions, before.customFields, given, false);
      return { ...change, set: { ...change.set, customFields } };
    });
  }

  private async definitions(manager: EntityManager): Promise<CustomFieldEntity[]> {
    return this.kind.hasCustomFields ? this.customFields.definitions(manager, this.kind.type) : [];
  }
}
