import type { EventEnvelope, EventType, RecordType, ServiceName } from '@relata/contracts';

/** An event row as `SELECT event.*, position` gives it. */
export interface SequencedEventRow {
  seq: string;
  position: string;
  id: string;
  type: EventType;
  record_type: RecordType;
  record_id: string;
  version: number;
  actor_id: string | null;
  actor_name: string;
  request_id: string;
  causation_id: string | null;
  recorded_at: Date;
  occurred_at: Date;
  before: Record<string, unknown>;
  after: Record<string, unknown>;
  details: Record<string, unknown>;
  snapshot: Record<string, unknown>;
}

/** The CloudEvents envelope of a sequenced event: the same bytes' worth wherever it is read. */
export function toEnvelope(service: ServiceName, row: SequencedEventRow): EventEnvelope {
  const envelope = {
    specversion: '1.0',
    id: row.id,
    source: `/relata/${service}`,
    type: row.type,
    subject: row.record_id,
    time: row.occurred_at.toISOString(),
    datacontenttype: 'application/json',
    recordtype: row.record_type,
    recordversion: row.version,
    position: Number(row.position),
    recordedat: row.recorded_at.toISOString(),
    ...(row.actor_id ? { actorid: row.actor_id } : {}),
    actorname: row.actor_name,
    requestid: row.request_id,
    ...(row.causation_id ? { causationid: row.causation_id } : {}),
    data: { ...row.details, before: row.before, after: row.after, [row.record_type]: row.snapshot },
  };
  // Rows know no types; that data and type agree is held by the tests of the services' events.
  return envelope as unknown as EventEnvelope;
}
