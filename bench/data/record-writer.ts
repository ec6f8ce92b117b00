import type { RecordView } from '@relata/contracts';
import {
  applyChanges,
  blankView,
  createdEvents,
  keysOf,
  newRecord,
  withSearchText,
  type Change,
  type RecordEntity,
  type RecordKind,
} from '@relata/database';
import { Snapshots, type NewEvent } from '@relata/messaging';
import type { Chance } from './chance';
import type { ServiceLoad } from './service-load';

/** Who did it. */
export interface Actor {
  id: string;
  name: string;
}

/** What happened to a record later, by a write of its own. Times are milliseconds since 1970. */
export interface Step<E extends RecordEntity> {
  at: number;
  by: Actor;
  changes: (record: E) => Change<E>[];
}

/** An event as it was written. */
export interface WrittenEvent extends NewEvent {
  id: string;
  at: number;
  by: Actor;
}

/** Writes what the record store writes: the row, its unique values, and an event for each of its changes. */
export class RecordWriter<E extends RecordEntity, V extends RecordView> {
  private readonly blank: Readonly<Record<string, null>>;
  private readonly snapshots = new Snapshots();

  constructor(
    private readonly kind: RecordKind<E, V>,
    private readonly table: string,
    private readonly load: ServiceLoad,
    private readonly chance: Chance,
  ) {
    this.blank = load.blank(table);
    this.snapshots.learn(kind.type, blankView(kind, load.metadata(table)));
  }

  /** A record with its whole history. Answers the JSON that is left of it, and what its events tell. */
  write(
    values: Partial<E>,
    at: number,
    by: Actor,
    steps: Step<E>[] = [],
    cause?: { id: string },
  ): { view: V; events: WrittenEvent[] } {
    const { kind, chance } = this;
    const now = new Date(at);
    const draft = { id: chance.uuid(at), values };
    const created = createdEvents(
      kind,
      newRecord<E>(this.blank, draft, values.customFields ?? {}, now),
      [],
      now,
    );
    let { record } = created;
    const events = created.events.map((event) => this.written(event, at, by));
    for (const step of steps) {
      const changed = applyChanges(kind, record, step.changes(record), new Date(step.at));
      record = changed.record;
      events.push(...changed.events.map((event) => this.written(event, step.at, step.by)));
    }
    this.load.add(this.table, withSearchText(kind, record));
    for (const { namespace, key } of keysOf(kind, record))
      this.load.add('record_key', { recordType: kind.type, namespace, key, recordId: record.id });
    for (const event of events) this.log(event, cause?.id ?? null);
    return { view: kind.toView(record), events };
  }

  private written(event: NewEvent, at: number, by: Actor): WrittenEvent {
    return { ...event, id: this.chance.uuid(at), at, by };
  }

  private log(event: WrittenEvent, causationId: string | null): void {
    const { at, by } = event;
    const recordedAt = new Date(at);
    this.load.log(at, {
      id: event.id,
      type: event.type,
      recordType: event.recordType,
      recordId: event.recordId,
      version: event.version,
      actorId: by.id,
      actorName: by.name,
      requestId: this.chance.uuid(at),
      causationId,
      recordedAt,
      occurredAt: event.occurredAt ?? recordedAt,
      before: event.before,
      after: event.after ?? null,
      details: event.details,
      snapshot: this.snapshots.kept(event.recordType, event.snapshot),
      salt: this.chance.uuid(at),
    });
  }
}
