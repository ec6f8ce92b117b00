import type { RecordType } from './services';

/** One field of a record before and after an event. */
export class FieldChangeView {
  field: string;
  /** Any JSON value; null when there was none. */
  before: unknown;
  /** Any JSON value; null when there is none. */
  after: unknown;
}

/** One event in the life of a record. */
export class HistoryEntryView {
  eventId: string;
  /** `contact.created`, `deal.stageChanged`, … */
  type: string;
  /** The record's version after it. */
  version: number;
  /** User who did it; null when the system did. */
  actorId: string | null;
  actorName: string;
  requestId: string;
  recordedAt: string;
  /** When it happened: for imported history the time that it tells of. */
  occurredAt: string;
  changes: FieldChangeView[];
}

export interface HistoryQuery {
  recordType: RecordType;
  id: string;
  beforeVersion?: number;
  limit: number;
}
