import { Controller, Inject } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import { DataSource } from 'typeorm';
import { resourceOf, type AuditPage, type AuditQuery, type RecordType } from '@relata/contracts';
import { SERVICE_SETTINGS, type ServiceSettings } from '@relata/messaging';
import { currentRights } from '@relata/platform';
import { Parameters } from '../sql/parameters';
import { HISTORY_COLUMNS, toHistoryEntry, type HistoryRow } from './history-entry';

type AuditRow = HistoryRow & {
  record_type: RecordType;
  record_id: string;
  details: object;
  /** With microseconds, which a Date has not. */
  recorded: string;
};

/** Everything that was done to this service's records, newest first. */
@Controller()
export class AuditController {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(SERVICE_SETTINGS) private readonly settings: ServiceSettings,
  ) {}

  @MessagePattern('audit.list')
  async list(@Payload() query: AuditQuery): Promise<AuditPage> {
    currentRights().requireAll('audit', 'read');
    const parameters = new Parameters();
    const rows: AuditRow[] = await this.dataSource.query(
      `SELECT ${HISTORY_COLUMNS}, record_type, record_id, details,
              to_char(recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS recorded
       FROM event WHERE ${conditionsOf(query, parameters).join(' AND ')}
       ORDER BY recorded_at DESC, id DESC LIMIT ${parameters.add(query.limit + 1)}`,
      parameters.values,
    );
    return {
      entries: rows.slice(0, query.limit).map((row) => this.entry(row)),
      hasMore: rows.length > query.limit,
    };
  }

  /** Without the fields that the caller may not see, and without details that may tell of them. */
  private entry(row: AuditRow): AuditPage['entries'][number] {
    const resource = resourceOf(row.record_type);
    return {
      place: { recordedAt: row.recorded, eventId: row.id },
      entry: {
        ...toHistoryEntry(row, resource),
        service: this.settings.service,
        recordType: row.record_type,
        recordId: row.record_id,
        details: currentRights().hidden(resource).size > 0 ? {} : row.details,
      },
    };
  }
}

function conditionsOf(query: AuditQuery, parameters: Parameters): string[] {
  const conditions = ['true'];
  const { before } = query;
  if (query.actorId) conditions.push(`actor_id = ${parameters.add(query.actorId)}`);
  if (query.recordType) conditions.push(`record_type = ${parameters.add(query.recordType)}`);
  if (query.recordId) conditions.push(`record_id = ${parameters.add(query.recordId)}`);
  if (query.since) conditions.push(`recorded_at >= ${parameters.add(query.since)}`);
  if (query.until) conditions.push(`recorded_at < ${parameters.add(query.until)}`);
  if (before)
    conditions.push(
      `(recorded_at, id) < (${parameters.add(before.recordedAt)}, ${parameters.add(before.eventId)})`,
    );
  return conditions;
}
