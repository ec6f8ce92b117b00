import type { EventLogQuery } from './event-log.queries';

/** Asks a producing service to send a stretch of its log again, to one consumer alone. */
export interface ReplayPayload extends EventLogQuery {
  /** Name of the consumer: a service, or a name of the reader's choice. */
  to: string;
  /** Has them take effect again although the consumer's inbox knows them. */
  force?: boolean;
}

export interface ReplayedPage {
  sent: number;
  /** Every event up to this position was looked at. */
  through: number;
  hasMore: boolean;
}

/** What one call has sent. */
export class ReplayView {
  sent: number;
  /** To be sent as `from`, with all else the same, for the rest; null when all is sent. */
  next: string | null;
}
