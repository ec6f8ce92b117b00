import type { HistoryEntryView, Resource } from '@relata/contracts';
import { AFTER_SQL } from '@relata/messaging';
import { currentRights } from '@relata/platform';

/** What an entry needs of an event row. */
export const HISTORY_COLUMNS = `id, type, version, actor_id, actor_name, request_id, recorded_at, occurred_at, before, ${AFTER_SQL} AS after`;

/** A row as `SELECT ${HISTORY_COLUMNS}` gives it. */
export interface HistoryRow {
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

/** An event as an entry of a history, without the fields that the caller may not see. */
export function toHistoryEntry(row: HistoryRow, resource: Resource): HistoryEntryView {
  const before = currentRights().cut(resource, row.before);
  const after = currentRights().cut(resource, row.after);
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
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
      before: before[field] ?? null,
      after: after[field] ?? null,
    })),
  };
}
