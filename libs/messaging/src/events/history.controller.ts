import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import { DataSource } from 'typeorm';
import type { HistoryEntryView, HistoryQuery, Page } from '@relata/contracts';

interface HistoryRow {
  id: string;
  type: string;
  version: number;
  actor_id: string | null;
  actor_name: string;
  request_id: string;
  recorded_at: Date;
  occurred_at: Date;
  before: Record<string, unknown>;
  after: Record<string, unknown>;
}

/** The history of a record, newest first, read from the event table itself. */
@Controller()
export class HistoryController {
  constructor(private readonly dataSource: DataSource) {}

  @MessagePattern('history.list')
  async list(@Payload() query: HistoryQuery): Promise<Page<HistoryEntryView>> {
    const rows: HistoryRow[] = await this.dataSource.query(
      `SELECT id, type, version, actor_id, actor_name, request_id, recorded_at, occurred_at, before, after FROM event
       WHERE record_type = $1 AND record_id = $2 AND version < $3 ORDER BY version DESC LIMIT $4`,
      [query.recordType, query.id, query.beforeVersion ?? 2_147_483_647, query.limit + 1],
    );
    const shown = rows.slice(0, query.limit);
    const hasMore = rows.length > query.limit;
    return {
      data: shown.map(toEntry),
      page: {
        nextCursor: hasMore ? String(shown.at(-1)?.version) : null,
        prevCursor: null,
        hasMore,
        limit: query.limit,
      },
    };
  }
}

function toEntry(row: HistoryRow): HistoryEntryView {
  const fields = [...new Set([...Object.keys(row.before), ...Object.keys(row.after)])];
  return {
    eventId: row.id,
    type: row.type,
    version: row.version,
    actorId: row.actor_id,
    actorName: row.actor_name,
    requestId: row.request_id,
    recordedAt: row.recorded_at.toISOString(),
    occurredAt: row.occurred_at.toISOString(),
    changes: fields.map((field) => ({
      field,
      before: row.before[field] ?? null,
      after: row.after[field] ?? null,
    })),
  };
}
