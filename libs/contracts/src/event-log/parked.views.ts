import type { ServiceName } from '../services';

/** An event that a service could not apply after five tries. */
export class ParkedEventView {
  /** Service that could not apply it. */
  service: ServiceName;
  eventId: string;
  /** `deal.won`; for a message that is no event, its subject. */
  type: string;
  /** Message of the last failure. */
  reason: string;
  parkedAt: string;
  /** The event, or `{ "text": … }` of a message that is none. */
  payload: Record<string, unknown>;
}

export interface ParkedQuery {
  /** Event id of the last one seen. */
  after?: string;
  limit: number;
}
