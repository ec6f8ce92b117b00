import { HistoryEntryView } from '../history.views';
import type { ServiceName } from '../services';
import type { AuditPlace } from './audit.queries';

/** An event as the audit trail tells of it. */
export class AuditEntryView extends HistoryEntryView {
  /** Whose log holds it. */
  service: ServiceName;
  recordType: string;
  recordId: string;
  /** What the type of event says beyond the changes. */
  details: object;
}

/** A page of one service's audit trail, with the place of each entry. */
export interface AuditPage {
  entries: { entry: AuditEntryView; place: AuditPlace }[];
  hasMore: boolean;
}

/** The end of a stretch of a service's chain of seals. Who notes it can prove later that nothing before it was altered. */
export class AuditSealView {
  service: ServiceName;
  /** The last position that is sealed by it. */
  position: number;
  /** SHA-256 in hex; of the link before, and of the digests of the events. */
  seal: string;
}

/**
 * - `altered`: the event says something else than when it was sealed
 * - `missing`: there is no event where one was sealed
 * - `unlisted`: an event that no write of Relata's put there
 * - `seal`: a link of the chain is missing, or was altered
 */
export const AUDIT_PROBLEMS = ['altered', 'missing', 'unlisted', 'seal'] as const;

/** The first row of a service's log that does not say what it said. */
export class AuditProblemView {
  service: ServiceName;
  kind: (typeof AUDIT_PROBLEMS)[number];
  /** In the log of that service; of an unlisted event, of the last one before it. */
  position: number;
  eventId: string | null;
  recordType: string | null;
  recordId: string | null;
  message: string;
}

/** A stretch of one service's log, held against its seals. */
export interface VerifiedStretch {
  checked: number;
  erased: number;
  /** Every event up to this position was looked at. */
  through: number;
  /** The seal there, in hex. */
  seal: string;
  hasMore: boolean;
  problem: AuditProblemView | null;
}

/** How far the logs were held against their seals, and what was found. */
export class AuditVerificationView {
  /** Events that this call looked at. */
  checked: number;
  /** Those of them whose personal data was erased: their attributes alone can be proven. */
  erased: number;
  /** The first of each service, where there is one. */
  problems: AuditProblemView[];
  /** How far each service's chain was followed. */
  seals: AuditSealView[];
  /** To be sent as `after` for the rest; null when all logs are through. */
  next: string | null;
}
