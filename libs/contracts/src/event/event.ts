import type { RecordType } from '../services';
import type { EventCatalogue, EventType } from './event-catalogue';
import type { EventAttributes } from './event.views';

/** Type of the record that events of type `T` are about. */
export type RecordTypeOf<T extends EventType> = T extends `${infer R extends RecordType}.${string}`
  ? R
  : never;

/** The JSON of a record of type `R` as events carry it; ids, scalars and custom fields only. */
export type Snapshot<R extends RecordType = RecordType> = InstanceType<EventCatalogue[R]['snapshot']>;

type DetailsOf<T extends EventType> = T extends `${infer R extends RecordType}.${infer Word}`
  ? Word extends keyof EventCatalogue[R]['events']
    ? EventCatalogue[R]['events'][Word] extends new () => infer Details
      ? Details
      : unknown
    : never
  : never;

/** What every event changes: `before` and `after` leave it out. */
export const BOOKKEEPING_FIELDS = ['id', 'version', 'createdAt', 'updatedAt'] as const;

/** Some fields of a record of type `R`. */
export type ChangedFields<R extends RecordType> = R extends RecordType
  ? Partial<Omit<Snapshot<R>, (typeof BOOKKEEPING_FIELDS)[number]>>
  : never;

/** The changed fields before and after, the whole record under its type (`data.contact`, …), and the type's own details. */
export type EventData<T extends EventType> = {
  before: ChangedFields<RecordTypeOf<T>>;
  after: ChangedFields<RecordTypeOf<T>>;
} & { [R in RecordTypeOf<T>]: Snapshot<R> } & DetailsOf<T>;

/**
 * An event as it stands on NATS. Without a type, any of them: `switch (event.type)` then tells TypeScript what
 * `event.data` holds.
 */
export type EventEnvelope<T extends EventType = EventType> = T extends EventType
  ? EventAttributes & { type: T; recordtype: RecordTypeOf<T>; data: EventData<T> }
  : never;

/** The record as it stood after the event. */
export function snapshotOf<E extends EventEnvelope>(event: E): Snapshot<E['recordtype']> {
  return (event.data as unknown as Record<string, Snapshot<E['recordtype']>>)[event.recordtype] as Snapshot<
    E['recordtype']
  >;
}
