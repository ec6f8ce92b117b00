import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { DomainError, eventTypeOf, notFound, type Action, type RecordView } from '@relata/contracts';
import { runInContext } from '@relata/platform';
import { mergeCustomFields } from '../custom-fields/custom-fields';
import { searchTextOf } from '../lists/search-text';
import type { Move } from '../references/merge';
import { applyChanges, createdEvents } from './record-events';
import { claimKeys, keyName, keysOf, releaseKeys, type Claim } from './record-keys';
import type { Change, Draft } from './record-kind';
import { RecordReader } from './record-reader';
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
export class RecordStore<E extends RecordEntity, V extends RecordView = RecordView> extends RecordReader<
  E,
  V
> {
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

  private newRecord(draft: Draft<E>, customFields: Record<string, unknown>, now: Date): E {
    return Object.assign({ ...this.sql.blank }, draft.values, {
      id: draft.id ?? uuidv7(),
      version: 1,
      createdAt: draft.createdAt ?? now,
      updatedAt: now,
      deletedAt: null,
      readerIds: [],
      editorIds: [],
      externalKeys: draft.values.externalKeys ?? [],
      customFields,
    }) as unknown as E;
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
}
