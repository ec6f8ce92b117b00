/** The JSON of a record as it stood after an event; ids, scalars and custom fields only. */
export type Snapshot = Record<string, unknown> & { id: string; version: number };

/**
 * What every event carries beside its own details: the changed fields before and after, and the whole
 * record under its type (`data.contact`, `data.deal`, …).
 */
export interface EventData {
  before: Record<string, unknown>;
  after: Record<string, unknown>;
  [recordTypeOrDetail: string]: unknown;
}

/**
 * CloudEvents 1.0, structured JSON mode. Attribute names are lower-case letters and digits only, as the
 * specification asks (https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md).
 */
export interface EventEnvelope<D extends EventData = EventData> {
  specversion: '1.0';
  /** UUIDv7; also the JetStream message id. Never an order. */
  id: string;
  source: string;
  type: string;
  /** Id of the record. */
  subject: string;
  /** When it happened (for imported history the time it tells of), RFC 3339 UTC. */
  time: string;
  datacontenttype: 'application/json';
  recordtype: string;
  /** Version of the record after this event; contiguous, so a consumer can prove that it missed nothing. */
  recordversion: number;
  /** Gapless position in the log of the producing service. */
  position: number;
  /** When it was written down, RFC 3339 UTC. */
  recordedat: string;
  /** User id, absent when the system acted. */
  actorid?: string;
  actorname: string;
  requestid: string;
  /** Id of the event that caused this one. */
  causationid?: string;
  data: D;
}

/** The record as it stood after the event. */
export function snapshotOf<S extends Snapshot = Snapshot>(event: EventEnvelope): S {
  return event.data[event.recordtype] as S;
}
