import { Inject, Injectable } from '@nestjs/common';
import type { NatsConnection } from 'nats';
import { LOG_OWNERS, sequencedSubject, type ServiceName } from '@relata/contracts';
import { NATS_CONNECTION } from '../nats-connection';
import { decode, encode } from '../rpc/rpc-wire';

/** Says, by core NATS, that the log of `service` can be read up to `position`. */
export function tellSequenced(connection: NatsConnection, service: ServiceName, position: number): void {
  connection.publish(sequencedSubject(service), encode(position));
}

/** Hears that logs have grown. A hint that may be lost: whoever follows a log also looks now and then. */
@Injectable()
export class SequencedSignal {
  constructor(@Inject(NATS_CONNECTION) private readonly connection: NatsConnection) {}

  /** Calls `listener` with the last position of a log that has grown. Answers how to end it. */
  listen(listener: (service: ServiceName, position: number) => void): () => void {
    const subscriptions = LOG_OWNERS.map((service) =>
      this.connection.subscribe(sequencedSubject(service), {
        callback: (error, message) => {
          if (!error) listener(service, Number(decode<unknown>(message.data)));
        },
      }),
    );
    return () => {
      if (this.connection.isClosed()) return;
      for (const subscription of subscriptions) subscription.unsubscribe();
    };
  }
}
