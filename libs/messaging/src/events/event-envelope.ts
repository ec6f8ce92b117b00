import type { EventEnvelope, EventType, RecordType, ServiceName } from '@relata/contracts';
import { setByCreation, type Snapshots } from './snapshots';

/** What an envelope, and its digest, needs of an event row `e`; JSON as text, which nobody need parse to pass it on. */
export const ENVELOPE_COLUMNS = `e.id, e.type, e.record_type, e.record_id, e.version, e.actor_id, e.actor_name, e.request_id,
  e.causation_id, e.recorded_at, e.occurred_at, e.before::text, e.after::text, e.details::text, e.snapshot::text,
  e.salt, e.erased_digest`;

/** An event row as `SELECT ${ENVELOPE_COLUMNS}, position` gives it. */
export interface EnvelopeRow {
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
  before: string;
  /** Null where the snapshot says it: see `setByCreation`. */
  after: string | null;
  details: string;
  /** As `Snapshots` keep it. */
  snapshot: string;
  /** Null when personal data was erased; then there is `erased_digest`. */
  salt: string | null;
  erased_digest: Buffer | null;
}

/** The CloudEvents envelope of a sequenced event, as JSON: the same wherever it is read. */
export function envelopeJson(service: ServiceName, snapshots: Snapshots, row: EnvelopeRow): string {
  const attributes = JSON.stringify({
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
  });
  const details = row.details === '{}' ? '' : `${row.details.slice(1, -1)},`;
  const kept = JSON.parse(row.snapshot) as Record<string, unknown>;
  const after = row.after ?? JSON.stringify(setByCreation(kept));
  const snapshot = JSON.stringify(snapshots.whole(row.record_type, kept));
  const data = `{${details}"before":${row.before},"after":${after},"${row.record_type}":${snapshot}}`;
  return `${attributes.slice(0, -1)},"data":${data}}`;
}

/** `envelopeJson` as an object. Rows know no types; that data and type agree is held by the tests of the services' events. */
export function toEnvelope(service: ServiceName, snapshots: Snapshots, row: EnvelopeRow): EventEnvelope {
  return JSON.parse(envelopeJson(service, snapshots, row)) as EventEnvelope;
}
