import type { RehearsedEventView, RequestContext } from '@relata/contracts';

/** What is known of the writes of a request beside their answers. */
export interface WriteOutcome {
  /** Of a dry run: what would have been written, by all services. */
  events: RehearsedEventView[];
  /** Whether an answer was one that an equal request got before. */
  isReplayed: boolean;
}

const outcomes = new WeakMap<RequestContext, WriteOutcome>();

/** The outcome of the writes that were asked for in a context, as far as it is known. */
export function outcomeOf(context: RequestContext): WriteOutcome {
  const known = outcomes.get(context);
  if (known) return known;
  const outcome: WriteOutcome = { events: [], isReplayed: false };
  outcomes.set(context, outcome);
  return outcome;
}
