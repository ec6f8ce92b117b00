import { ErrorCode, type ApiError, type NatsError } from 'nats';
import { DomainError } from '@relata/contracts';
import { errorMessage } from '@relata/platform';

/** Of a cluster without a leader, of a stream and of a consumer whose servers are all gone (nats-server's `errors.json`). */
const OFFLINE = new Set([10_008, 10_118, 10_119]);

/** The client's errors carry what the broker said, if it said something; anything else may be thrown, too. */
function parts(error: unknown): { code?: ErrorCode; refusal?: ApiError; isOffline: boolean } {
  const { code, api_error: refusal } = Object(error) as Partial<NatsError> & { code?: ErrorCode };
  return { code, refusal, isOffline: OFFLINE.has(refusal?.err_code ?? 0) };
}

/** What `asked` answers; undefined when JetStream says that there is no such stream or consumer. Throws everything else. */
export async function ifThere<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (parts(error).refusal?.code === 404) return undefined;
    throw error;
  }
}

/**
 * Does what is asked of JetStream at start. That it is away for now (a cluster without a majority, a store that hangs) is no
 * reason not to start. Throws what else is wrong, in words.
 */
export async function unlessAway(asked: Promise<unknown>): Promise<void> {
  try {
    await asked;
  } catch (error) {
    const { code, isOffline } = parts(error);
    if (code !== ErrorCode.Timeout && !isOffline)
      throw new Error(jetStreamErrorMessage(error), { cause: error });
  }
}

/**
 * What JetStream being away means to a client who asked for events to be sent: SERVICE_UNAVAILABLE when nothing can have
 * happened, OUTCOME_UNKNOWN when something may have; undefined for other errors.
 */
export function jetStreamAway(error: unknown): DomainError | undefined {
  const { code, refusal, isOffline } = parts(error);
  if (isOffline || (!refusal && code === ErrorCode.NoResponders))
    return new DomainError('SERVICE_UNAVAILABLE', 'JetStream is not available.');
  if (code === ErrorCode.Timeout)
    return new DomainError(
      'OUTCOME_UNKNOWN',
      'JetStream does not answer; events may or may not have been sent.',
    );
  return undefined;
}

/** What an error of JetStream says; the client often says no more than a code. */
export function jetStreamErrorMessage(error: unknown): string {
  const { code, refusal } = parts(error);
  if (refusal) return `JetStream says: ${refusal.description}`;
  if (code === ErrorCode.Timeout) return 'JetStream does not answer';
  if (code === ErrorCode.NoResponders)
    return 'the NATS server runs without JetStream, or has none for this account';
  return errorMessage(error);
}
