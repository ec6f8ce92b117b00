import type { EventEnvelope, RequestContext } from '@relata/contracts';

/** One contact became part of another; in the context of the event that told of it. */
export interface Merge {
  event: EventEnvelope<'contact.absorbed'>;
  context: RequestContext;
}

/** What points at `from` is to point at `to`. */
export interface Move {
  from: string;
  to: string;
  /** Who and what caused it. */
  context: RequestContext;
}
