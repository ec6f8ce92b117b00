import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  DomainError,
  EVENT_STREAMS,
  type EventLogPage,
  type EventLogQuery,
  LEFT_SCOPE,
  type EventEnvelope,
} from '@relata/contracts';
import { ENVELOPE_COLUMNS, toEnvelope, type EnvelopeRow } from './event-envelope';
import { SERVICE_SETTINGS, type ServiceSettings } from '../service-settings';
import { Snapshots } from './snapshots';

/** So many positions are looked at in one question, however few fit its types: each question ends soon. */
const WINDOW = 10_000;
/** JSON of about so many bytes goes into an answer, however many events were asked for: a message on the bus has a limit. */
const MAX_BYTES = 1_048_576;

/** What a reader may see of the log. */
export interface EventVisibility {
  /** The condition on events `e` that he may see. */
  seen(parameters: { add(value: unknown): string }): string;
  /** The condition on those that took a record from his sight, of which he learns no more than that. */
  left(parameters: { add(value: unknown): string }): string;
  /** The event without the fields that he may not see. */
  cut(event: EventEnvelope): EventEnvelope;
}

/** A row of the page, or none of it but the end of the log. */
type PageRow = { last: string; picked: string; seen: boolean } & (EnvelopeRow | { position: null });

/** Reads the log by position: sequenced events alone, so gapless, whatever NATS holds of them. */
@Injectable()
export class EventPages {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(SERVICE_SETTINGS) private readonly settings: ServiceSettings,
    private readonly snapshots: Snapshots,
  ) {}

  /** With `visibility`, what it leaves. Throws INVALID_CURSOR for a position that the log has not reached. */
  async read(query: EventLogQuery, visibility?: EventVisibility): Promise<EventLogPage> {
    const { conditions, parameters, until } = this.conditionsOf(query);
    const list = { add: (value: unknown) => `$${parameters.push(value)}` };
    const seen = visibility?.seen(list) ?? 'true';
    if (visibility) conditions.push(`(${seen} OR ${visibility.left(list)})`);
    const rows: PageRow[] = await this.dataSource.query(
      `WITH log AS (
         SELECT coalesce(max(position), 0) AS last FROM event_position
       ), picked AS (
         SELECT ${ENVELOPE_COLUMNS}, p.position, ${seen} AS seen FROM event_position p JOIN event e ON e.seq = p.seq
         WHERE ${conditions.join(' AND ')} ORDER BY p.position LIMIT $2 + 1
       ), sized AS (
         SELECT position, sum(octet_length(before) + coalesce(octet_length(after), octet_length(snapshot)) + octet_length(details) + octet_length(snapshot)) OVER (ORDER BY position) AS bytes,
                count(*) OVER () AS picked
         FROM picked
       ), fitting AS (
         SELECT picked.*, sized.picked FROM sized JOIN picked USING (position)
         WHERE bytes < ${MAX_BYTES} OR position = (SELECT min(position) FROM picked)
         ORDER BY position LIMIT $2
       )
       SELECT log.last, fitting.* FROM log LEFT JOIN fitting ON true ORDER BY position`,
      parameters,
    );
    const last = Number(rows[0]?.last ?? 0);
    if (query.after > last) throw this.beyond(query.after, last);
    const shown = rows.filter(isEvent);
    const events = shown.map((row) => this.present(row, visibility));
    const isCut = shown.length < Number(rows[0]?.picked ?? 0);
    const through = isCut ? Number(shown.at(-1)?.position) : Math.min(until, last);
    return { events, through, hasMore: through < last, isWhole: visibility === undefined };
  }

  private present(row: PageRow & EnvelopeRow, visibility: EventVisibility | undefined): EventEnvelope {
    const event = toEnvelope(this.settings.service, this.snapshots, row);
    if (!visibility) return event;
    return row.seen ? visibility.cut(event) : leftScope(event);
  }

  /** The last position given. */
  async end(): Promise<number> {
    const [row]: { last: string | null }[] = await this.dataSource.query(
      'SELECT max(position) AS last FROM event_position',
    );
    return Number(row?.last ?? 0);
  }

  /** Position of the last event before the first that was recorded at that time or later (RFC 3339). */
  async before(time: string): Promise<number> {
    const [row]: { position: string | null }[] = await this.dataSource.query(
      // What was recorded later has an earlier position only where a transaction took longer than that.
      `SELECT min(p.position) - 1 AS position FROM event e JOIN event_position p USING (seq)
       WHERE e.recorded_at >= $1 AND e.recorded_at < (SELECT min(recorded_at) FROM event WHERE recorded_at >= $1) + interval '10 minutes'`,
      [time],
    );
    return row?.position == null ? this.end() : Number(row.position);
  }

  private conditionsOf(query: EventLogQuery): {
    conditions: string[];
    parameters: unknown[];
    /** No position behind this one is looked at. */
    until: number;
  } {
    const parameters: unknown[] = [query.after, query.limit];
    const parameter = (value: unknown) => `$${parameters.push(value)}`;
    const conditions = ['p.position > $1'];
    if (query.types) conditions.push(`e.type = ANY(${parameter(query.types)}::text[])`);
    if (query.recordId === undefined) {
      if (query.recordType) conditions.push(`e.record_type = ${parameter(query.recordType)}`);
      conditions.push(`p.position <= $1 + ${WINDOW}`);
      return { conditions, parameters, until: query.after + WINDOW };
    }
    // Type and id are an index of the table, so a record's events are few and found at once.
    const types = query.recordType ? [query.recordType] : this.recordTypes();
    conditions.push(`e.record_type = ANY(${parameter(types)}::text[])`);
    conditions.push(`e.record_id = ${parameter(query.recordId)}`);
    return { conditions, parameters, until: Number.MAX_SAFE_INTEGER };
  }

  private recordTypes(): string[] {
    const { service } = this.settings;
    return Object.values(EVENT_STREAMS).flatMap((stream) => (stream.service === service ? stream.nouns : []));
  }

  private beyond(position: number, last: number): DomainError {
    return new DomainError(
      'INVALID_CURSOR',
      `The position ${position} lies beyond the log of ${this.settings.service}, which ends at ${last}: it is of another installation, or the database was restored. Start again, from after=start or after=now.`,
    );
  }
}

/** All that a reader learns of an event that took a record from his sight: that it did. */
function leftScope({ actorid: _, causationid: __, ...event }: EventEnvelope): EventEnvelope {
  const type = LEFT_SCOPE as EventEnvelope['type'];
  return {
    ...event,
    type,
    time: event.recordedat,
    actorname: '',
    requestid: '',
    data: {},
  } as unknown as EventEnvelope;
}

function isEvent(row: PageRow): row is PageRow & EnvelopeRow {
  return row.position !== null;
}
