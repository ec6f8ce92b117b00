import type { EventEnvelope } from '../event/event';

/** Which events a reader of the log wants: all conditions hold, an absent one means any. */
export interface EventFilter {
  /** `deal.won`, …: one of these. */
  types?: string[];
  recordType?: string;
  recordId?: string;
}

/** Asks one service for the sequenced events behind a position of its log. */
export interface EventLogQuery extends EventFilter {
  /** 0 reads from the beginning. */
  after: number;
  /** Most events to answer; a page of large events may hold fewer. */
  limit: number;
}

/** A stretch of one service's log. */
export interface EventLogPage {
  /** Those that fit the filter, in order of position. */
  events: EventEnvelope[];
  /** Every event up to this position was looked at: the next question's `after`. */
  through: number;
  /** Whether the log goes on behind `through`. */
  hasMore: boolean;
  /** Whether the reader may see every event of this log. */
  isWhole: boolean;
}
