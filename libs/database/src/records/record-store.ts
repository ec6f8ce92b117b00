import type { EntityManager } from 'typeorm';
import { DomainError, eventTypeOf, notFound, type Action, type RecordView } from '@relata/contracts';
import type { NewEvent } from '@relata/messaging';
import { runInContext } from '@relata/platform';
import { customFieldSql } from '../custom-fields/custom-field-sql';
import { mergeCustomFields } from '../custom-fields/custom-fields';
import { mayPoint } from '../custom-fields/custom-references';
import type { Move } from '../references/merge';
import { newRecord, withSearchText } from './new-record';
import { applyChanges, createdEvents } from './record-events';
import { claimsOf, movedKeys } from './record-keys';
import type { Change, Draft } from './record-kind';
import { RecordReader } from './record-reader';
import { RecordWrites, type RecordWrite } from './record-writes';
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
  /** Whether the service itself sets custom fields, all of them: nothing is merged and checked. */
  isOwnWork?: boolean;
}

/**
 * Records of one type: each write sets the row, its unique values and its events in one transaction, and
 * raises the version by one per event. An update holds only for the version that it was made of, so patches of different fields all survive. What
 * requests ask for is limited by what their sender may do: a record that may not be seen is NOT_FOUND, what may not be
 * done FORBIDDEN. The services' own work may do everything.
 */
export class RecordStore<E extends RecordEntity, V extends RecordView = RecordView> extends RecordReader<
  E,
  V
> {
  private readonly writes = new RecordWrites(this.kind, this.sql, this.eventLog, this.access);

  /** Makes one record. Throws DUPLICATE, VALIDATION_FAILED, FORBIDDEN. */
  async create(draft: Draft<E>): Promise<E> {
    const [record] = await this.createAll([draft]);
    return record as E;
  }

  /** Makes records, all or none, in one statement. Throws as `create`. */
  async createAll(drafts: Draft<E>[]): Promise<E[]> {
    if (drafts.length === 0) return [];
    const { manager } = this.eventLog;
    const given = drafts.map(({ values }) => values.customFields ?? {});
    if (await this.pointSomewhere(manager, given))
      return this.eventLog.transaction((whole) => this.createMany(whole, drafts));
    const write = await this.made(manager, drafts);
    await this.writes.write(write);
    return write.records;
  }

  /** Makes records in the caller's transaction, in order; all or, by an error, none. */
  async createMany(manager: EntityManager, drafts: Draft<E>[]): Promise<E[]> {
    if (drafts.length === 0) return [];
    const write = await this.made(manager, drafts);
    await this.writes.writeIn(manager, write);
    return write.records;
  }

  /**
   * Has copies of what custom fields of bodies point at, from the owners of those records; before any transaction. Throws
   * SERVICE_UNAVAILABLE.
   */
  async learnReferences(bodies: { customFields?: Record<string, unknown> }[]): Promise<void> {
    const values = bodies.map(({ customFields = {} }) => customFields);
    if (values.every((one) => Object.keys(one).length === 0)) return;
    await this.customReferences.learn(await this.definitions(this.eventLog.manager), values);
  }

  /**
   * Changes one record by a rule: a pure function of the record as it stands that answers what happens, or
   * throws. Nothing is written when nothing changes. Throws NOT_FOUND, FORBIDDEN, VERSION_MISMATCH, DUPLICATE.
   *
   * At first the record is read, and written if it has not changed since; when it has, it is locked. (Trying without a lock again
   * could go on for ever where many write to one record.)
   */
  async change(
    id: string,
    rule: (record: E, now: Date) => Change<E>[],
    options: ChangeOptions = {},
  ): Promise<E> {
    return (
      (await this.changeUnlocked(id, rule, options)) ??
      this.eventLog.transaction((manager) => this.changeIn(manager, id, rule, options))
    );
  }

  /** As `change`, in the caller's transaction. */
  async changeIn(
    manager: EntityManager,
    id: string,
    rule: (record: E, now: Date) => Change<E>[],
    options: ChangeOptions = {},
  ): Promise<E> {
    const before = (await this.access.lock(manager, [id], options.action ?? 'update')).get(id.toLowerCase());
    const live = this.live(id, before, options);
    const now = new Date();
    const { record, events } = await this.changed(manager, live, rule(live, now), now, options);
    if (!before || events.length === 0) return record;
    await this.writes.writeIn(manager, this.changeOf(before, record, events));
    return record;
  }

  /** As `change`; undefined when the record changed meanwhile, or is to point at one that must be locked. */
  private async changeUnlocked(
    id: string,
    rule: (record: E, now: Date) => Change<E>[],
    options: ChangeOptions,
  ): Promise<E | undefined> {
    const { manager } = this.eventLog;
    const before = (await this.access.look(manager, [id], options.action ?? 'update')).get(id.toLowerCase());
    const live = this.live(id, before, options);
    const now = new Date();
    const changes = rule(live, now);
    const given = changes.map(({ set }): Record<string, unknown> => set.customFields ?? {});
    if (await this.pointSomewhere(manager, given)) return undefined;
    const { record, events } = await this.changed(manager, live, changes, now, options);
    if (!before || events.length === 0) return record;
    return (await this.writes.write(this.changeOf(before, record, events))) ? record : undefined;
  }

  private changeOf(before: E, after: E, events: NewEvent[]): RecordWrite<E> {
    return { records: [after], madeOf: before.version, events, ...movedKeys(this.kind, before, after) };
  }

  /** Throws NOT_FOUND, VERSION_MISMATCH. */
  private live(id: string, record: E | undefined, { evenDeleted, ifMatch }: ChangeOptions): E {
    if (!record || (record.deletedAt && !evenDeleted)) throw notFound(this.kind.type, id);
    if (ifMatch === undefined || ifMatch === record.version) return record;
    const message = `The ${this.kind.type} is at version ${record.version}, not ${ifMatch}.`;
    throw new DomainError('VERSION_MISMATCH', message, { version: record.version });
  }

  /** The record after changes, and the events of that. */
  private async changed(
    manager: EntityManager,
    before: E,
    given: Change<E>[],
    now: Date,
    { action = 'update', isOwnWork }: ChangeOptions,
  ): Promise<{ record: E; events: NewEvent[] }> {
    const changes = isOwnWork ? given : await this.withCheckedCustomFields(manager, before, given);
    const { record: after, events } = applyChanges(this.kind, before, changes, now);
    if (events.length === 0) return { record: before, events };
    // Who may change a record only because it is shared with him can neither take it nor share it on.
    if (events.some((event) => REACH_FIELDS.some((field) => Object.hasOwn(event.after ?? {}, field))))
      await this.access.requireOwners(manager, action, [before, after]);
    return { record: withSearchText(this.kind, after), events };
  }

  /** New records, not written yet. */
  private async made(manager: EntityManager, drafts: Draft<E>[]): Promise<RecordWrite<E>> {
    const now = new Date();
    const definitions = await this.definitionsFor(
      manager,
      drafts.map(({ values }) => values),
    );
    const merged = drafts.map(({ values }) => ({
      before: {},
      after: mergeCustomFields(definitions, {}, values.customFields ?? {}, true),
    }));
    const customFields = await this.customReferences.resolve(manager, definitions, merged);
    const made = drafts.map((draft, index) => {
      const fresh = newRecord(this.sql.blank, draft, customFields[index] ?? {}, now);
      const { record, events } = createdEvents(this.kind, fresh, draft.then ?? [], now);
      const { context } = draft;
      return { record, events: context ? events.map((event) => ({ ...event, context })) : events };
    });
    const records = made.map(({ record }) => withSearchText(this.kind, record));
    await this.access.requireOwners(manager, 'create', records);
    const claimed = records.flatMap((record) => claimsOf(this.kind, record));
    return { records, events: made.flatMap(({ events }) => events), claimed };
  }

  /**
   * Points records at other contacts, deleted ones too, each with its updated event: by `field`, if there is one, and by
   * custom fields.
   */
  async repoint(manager: EntityManager, moves: Move[], field?: keyof E & string): Promise<void> {
    if (field) {
      await this.repointBy(manager, moves, {
        expression: this.sql.column(field),
        type: 'uuid',
        at: (record) => record[field],
        set: (_, id) => ({ [field]: id }) as Partial<E>,
      });
    }
    for (const definition of await this.definitions(manager)) {
      const sql = definition.target === 'contact' ? customFieldSql(definition) : undefined;
      if (!sql) continue;
      const { fieldName } = definition;
      await this.repointBy(manager, moves, {
        ...sql,
        at: ({ customFields }) => customFields[fieldName],
        set: ({ customFields }, id) =>
          ({ customFields: { ...customFields, [fieldName]: id } }) as unknown as Partial<E>,
      });
    }
  }

  private async repointBy(
    manager: EntityManager,
    moves: Move[],
    pointer: {
      expression: string;
      type: string;
      at(record: E): unknown;
      set(record: E, id: string): Partial<E>;
    },
  ): Promise<void> {
    const { expression, type } = pointer;
    const byFrom = new Map(moves.map((move) => [move.from, move]));
    const rows: { id: string; from: string }[] = await manager.query(
      `SELECT id, ${expression} AS "from" FROM ${this.sql.table} WHERE ${expression} = ANY($1::${type}[]) ORDER BY id`,
      [[...byFrom.keys()]],
    );
    const event = eventTypeOf(this.kind.type, 'updated');
    for (const { id, from } of rows) {
      const { to, context } = byFrom.get(from) as Move;
      // Somebody may have pointed it elsewhere since we looked.
      const move = (record: E) =>
        pointer.at(record) === from ? [{ event, set: pointer.set(record, to) }] : [];
      const options = { evenDeleted: true, isOwnWork: true };
      await runInContext(context, () => this.changeIn(manager, id, move, options));
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

  /** What the changes set of custom fields, merged as RFC 7396 says and held against the definitions. */
  private async withCheckedCustomFields(
    manager: EntityManager,
    before: E,
    changes: Change<E>[],
  ): Promise<Change<E>[]> {
    if (!changes.some((change) => change.set.customFields)) return changes;
    const definitions = await this.definitions(manager);
    const checked: Change<E>[] = [];
    for (const change of changes) {
      const given = change.set.customFields;
      if (!given) {
        checked.push(change);
        continue;
      }
      const after = mergeCustomFields(definitions, before.customFields, given, false);
      const merged = [{ before: before.customFields, after }];
      const [customFields = after] = await this.customReferences.resolve(manager, definitions, merged);
      checked.push({ ...change, set: { ...change.set, customFields } });
    }
    return checked;
  }

  /** Whether custom fields of these values point at records, which are to be locked. */
  private async pointSomewhere(manager: EntityManager, given: Record<string, unknown>[]): Promise<boolean> {
    const filled = given.filter((values) => Object.keys(values).length > 0);
    if (filled.length === 0) return false;
    const definitions = await this.definitionsLately(manager);
    return filled.some((after) => mayPoint(definitions, { before: {}, after }));
  }
}
