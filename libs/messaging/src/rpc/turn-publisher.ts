import type { NatsConnection } from 'nats';

interface Message {
  subject: string;
  payload: Uint8Array;
  reply: string | undefined;
}

/**
 * Publishes what comes up within one turn of the event loop by one write to the socket. (The client would write once for each
 * request that the turn brings, and a write costs more than what is in it.)
 */
export class TurnPublisher {
  private waiting: Message[] = [];

  constructor(private readonly connection: NatsConnection) {}

  /** Throws for what the broker would refuse. What has not left when the connection is closed is dropped. */
  publish(subject: string, payload: Uint8Array, reply?: string): void {
    const most = this.connection.info?.max_payload ?? Infinity;
    if (payload.length > most)
      throw new Error(`A message of ${payload.length} bytes on ${subject} is too large.`);
    if (this.waiting.length === 0) setImmediate(() => this.flush());
    this.waiting.push({ subject, payload, reply });
  }

  flush(): void {
    const { waiting } = this;
    this.waiting = [];
    for (const { subject, payload, reply } of waiting) {
      if (this.connection.isClosed()) return;
      this.connection.publish(subject, payload, reply === undefined ? undefined : { reply });
    }
  }
}
