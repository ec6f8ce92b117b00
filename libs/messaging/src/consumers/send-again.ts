import { headers, type NatsConnection } from 'nats';
import { DomainError, type EventEnvelope } from '@relata/contracts';
import { encode } from '../rpc/rpc-wire';
import { FORCED, type ConsumedStream } from './consumed-stream';

/**
 * Publishes events to a replay stream, in order; the broker has them when this returns. Throws OUTCOME_UNKNOWN when it has some
 * of them, or may have.
 */
export async function sendAgain(
  connection: NatsConnection,
  stream: ConsumedStream,
  events: EventEnvelope[],
  force: boolean,
): Promise<void> {
  const jetStream = connection.jetstream();
  // One connection keeps the order of what it sends.
  const answers = await Promise.allSettled(
    events.map((event) => {
      const marks = headers();
      if (force) marks.set(FORCED, 'true');
      return jetStream.publish(stream.prefix + event.type, encode(event), { headers: marks });
    }),
  );
  const refused = answers.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[];
  if (refused.length === 0) return;
  if (refused.length < events.length)
    throw new DomainError('OUTCOME_UNKNOWN', `JetStream took some of ${events.length} events, not all.`);
  throw refused[0]?.reason;
}
