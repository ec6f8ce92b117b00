import DataLoader from 'dataloader';

/** So that nobody waits long for the others, whatever comes up. */
const MOST = 64;

/**
 * Does together what is asked for within one turn of the event loop: requests that came by one read of a socket come up in one.
 * Nothing waits for more to come. Each has its own answer, or error; nothing is remembered. `together` runs in the context of whoever
 * asked first: what depends on the sender of a request has to be part of what is asked.
 */
export function perTurn<Asked, Answer>(
  together: (asked: readonly Asked[]) => Promise<ArrayLike<Answer | Error>>,
): DataLoader<Asked, Answer> {
  return new DataLoader<Asked, Answer>(together, {
    cache: false,
    maxBatchSize: MOST,
    batchScheduleFn: (run) => void setImmediate(run),
  });
}
