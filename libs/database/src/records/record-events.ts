import { BOOKKEEPING_FIELDS, eventTypeOf } from '@relata/contracts';
import { isBlank, type NewEvent } from '@relata/messaging';
import type { Change, RecordKind } from './record-kind';
import type { RecordEntity } from './record.entity';

const BOOKKEEPING = new Set<string>(BOOKKEEPING_FIELDS);

type Json = Record<string, unknown>;

/** Fields of the JSON that differ, as they were and as they are. */
export function difference(before: Json, after: Json): { before: Json; after: Json } {
  const changed = { before: {} as Json, after: {} as Json };
  for (const field of Object.keys(after)) {
    if (BOOKKEEPING.has(field) || isEqual(before[field], after[field])) continue;
    changed.before[field] = before[field];
    changed.after[field] = after[field];
  }
  return changed;
}

function isEqual(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

function filled(view: Json): Json {
  return Object.fromEntries(
    Object.entries(view).filter(([field, value]) => !BOOKKEEPING.has(field) && !isBlank(value)),
  );
}

/** The record after `changes`, with its events; a change that changes nothing and says nothing is left out. */
export function applyChanges<E extends RecordEntity>(
  kind: RecordKind<E>,
  record: E,
  changes: Change<E>[],
  now: Date,
): { record: E; events: NewEvent[] } {
  const events: NewEvent[] = [];
  let current = record;
  for (const change of changes) {
    const next = { ...current, ...change.set };
    const { before, after } = difference(toJson(kind, current), toJson(kind, next));
    if (Object.keys(after).length === 0 && !change.details) continue;
    current = { ...next, version: current.version + 1, updatedAt: now };
    events.push(eventOf(kind, current, change, before, after));
  }
  return { record: current, events: withFinalSnapshot(kind, current, events) };
}

/** A new record with its created event and the events of what followed. */
export function createdEvents<E extends RecordEntity>(
  kind: RecordKind<E>,
  record: E,
  then: Change<E>[],
  now: Date,
): { record: E; events: NewEvent[] } {
  const { record: last, events } = applyChanges(kind, record, then, now);
  const created = eventOf(
    kind,
    record,
    { event: eventTypeOf(kind.type, 'created'), set: {}, occurredAt: record.createdAt },
    {},
    // Of nothing but the creation, its snapshot says it.
    events.length > 0 ? filled(toJson(kind, record)) : undefined,
  );
  return { record: last, events: withFinalSnapshot(kind, last, [created, ...events]) };
}

function toJson<E extends RecordEntity>(kind: RecordKind<E>, record: E): Json {
  return kind.toView(record) as unknown as Json;
}

function eventOf<E extends RecordEntity>(
  kind: RecordKind<E>,
  record: E,
  change: Change<E>,
  before: Json,
  after: Json | undefined,
): NewEvent {
  return {
    type: change.event,
    recordType: kind.type,
    recordId: record.id,
    version: record.version,
    before,
    ...(after ? { after } : {}),
    details: change.details ?? {},
    snapshot: {},
    ...(change.occurredAt ? { occurredAt: change.occurredAt } : {}),
  };
}

/**
 * Events of one write all carry the record as the write left it, each with its own version: nobody ever sees
 * a half-done state, such as a deal in a won stage that is still open.
 */
function withFinalSnapshot<E extends RecordEntity>(
  kind: RecordKind<E>,
  record: E,
  events: NewEvent[],
): NewEvent[] {
  const snapshot = toJson(kind, record);
  const at = (version: number) => (version === record.version ? snapshot : { ...snapshot, version });
  return events.map((event) => ({ ...event, snapshot: at(event.version) }));
}
