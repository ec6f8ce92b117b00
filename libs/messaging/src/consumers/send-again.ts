import { headers, type NatsConnection } from 'nats';
import type { EventEnvelope } from '@relata/contracts';
import { encode } from '../rpc/rpc-wire';
import { FORCED, type ConsumedStream } from './consumed-stream';

/** Publishes events to a replay stream, in order; the broker has them when this returns. */
export async function sendAgain(
  connection: NatsConnection,
  stream: ConsumedStream,
  events: EventEnvelope[],
  force: boolean,
): Promise<void> {
  const jetStream = connection.jetstream();
  // One connection keeps the order of what it sends.
  await Promise.all(
    events.map((event) => {
      const marks = headers();
      if (force) marks.set(FORCED, 'true');
      return jetStream.publish(stream.prefix + event.type, encode(event), { headers: marks });
    }),
  );
}
