import { ErrorCode, type NatsError } from 'nats';
import { errorMessage } from '@relata/platform';

/** What `asked` answers; undefined when JetStream says that there is no such stream or consumer. Throws everything else. */
export async function ifThere<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if ((error as NatsError).api_error?.code === 404) return undefined;
    throw error;
  }
}

/** "JetStream system temporarily unavailable": there is no leader of the cluster. */
const NO_LEADER = 10_008;

/**
 * Does what is asked of JetStream at start. That it is away for now (a cluster without a majority, a store that hangs) is no
 * reason not to start. Throws what else is wrong, in words.
 */
export async function unlessAway(asked: Promise<unknown>): Promise<void> {
  try {
    await asked;
  } catch (error) {
    const { code, api_error: refusal } = error as NatsError & { code: ErrorCode };
    if (code !== ErrorCode.Timeout && refusal?.err_code !== NO_LEADER)
      throw new Error(jetStreamErrorMessage(error), { cause: error });
  }
}

/** What an error of JetStream says; the client often says no more than a code. */
export function jetStreamErrorMessage(error: unknown): string {
  const { code, api_error: refusal } = error as NatsError & { code: ErrorCode };
  if (refusal) return `JetStream says: ${refusal.description}`;
  if (code === ErrorCode.Timeout) return 'JetStream does not answer';
  if (code === ErrorCode.NoResponders)
    return 'the NATS server runs without JetStream, or denies it to this user';
  return errorMessage(error);
}
