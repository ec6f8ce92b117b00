/** Asks a producing service to send a page of its log again, to one consumer alone. */
export interface ReplayPayload {
  /** Name of the consumer: a service, or a name of the reader's choice. */
  to: string;
  /** Position of the last event that is not wanted; or by time, with `since`. */
  after?: number;
  /** RFC 3339: from the first event recorded then or later. */
  since?: string;
  /** All when absent. */
  types?: string[];
  /** Has them take effect again although the consumer's inbox knows them. */
  force?: boolean;
  /** Events looked at, at most. */
  limit: number;
}

export interface ReplayedPage {
  sent: number;
  /** Position of the last event looked at. */
  after: number;
  hasMore: boolean;
}
