import type { RecordType } from '../services';

/** Where a page of the audit trail ends: the next one holds what was recorded before. */
export interface AuditPlace {
  /** RFC 3339 UTC with microseconds, as Postgres keeps it. */
  recordedAt: string;
  eventId: string;
}

/** Asks one service for what its audit trail holds, newest first: all conditions hold, an absent one means any. */
export interface AuditQuery {
  actorId?: string;
  recordType?: RecordType;
  recordId?: string;
  /** Recorded then or later, RFC 3339. */
  since?: string;
  /** Recorded before then, RFC 3339. */
  until?: string;
  before?: AuditPlace;
  limit: number;
}

/** Asks one service whether its log, behind a position, says what it said when it was sealed. */
export interface VerifyQuery {
  after: number;
}
