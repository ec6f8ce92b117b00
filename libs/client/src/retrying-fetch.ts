import { setTimeout as delay } from 'node:timers/promises';

export interface RetryOptions {
  /** How often a request is sent again; 5 when absent. */
  retries?: number;
  /** Milliseconds before the second try when the server does not say; doubled with each try. 200 when absent. */
  firstDelayMs?: number;
}

type Fetch = (request: Request) => Promise<Response>;

const READS = new Set(['GET', 'HEAD']);
export const IDEMPOTENCY_KEY = 'Idempotency-Key';
/** Too many requests, away, no answer in time: https://www.rfc-editor.org/rfc/rfc9110#section-15.6 */
const PASSING = new Set([429, 502, 503, 504]);
const LONGEST_DELAY_MS = 10_000;
const SECOND_MS = 1_000;

/**
 * Sends a request again when no answer came, or one that may be another in a moment; as late as `Retry-After` says, otherwise after
 * a growing delay with chance in it, so that clients do not come back all at once. A write is sent again only with an
 * `Idempotency-Key`, by which it takes effect once.
 */
export function retryingFetch(send: Fetch, { retries = 5, firstDelayMs = 200 }: RetryOptions = {}): Fetch {
  return async (request) => {
    const mayRepeat = READS.has(request.method) || request.headers.has(IDEMPOTENCY_KEY);
    for (let tries = 0; ; tries++) {
      const isLast = !mayRepeat || tries >= retries;
      // A body can be read but once.
      const answer = await send(request.clone()).catch((error: unknown) => {
        if (isLast || request.signal.aborted) throw error;
        return undefined;
      });
      if (answer && (isLast || !PASSING.has(answer.status))) return answer;
      const growing = firstDelayMs * 2 ** tries * (0.5 + Math.random() / 2);
      await delay(Math.min(waitAsked(answer) ?? growing, LONGEST_DELAY_MS), undefined, {
        signal: request.signal,
      });
    }
  };
}

/** Milliseconds that `Retry-After` names; undefined without it. */
function waitAsked(answer: Response | undefined): number | undefined {
  const seconds = Number(answer?.headers.get('Retry-After') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * SECOND_MS : undefined;
}
