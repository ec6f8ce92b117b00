import { Server, type CustomTransportStrategy } from '@nestjs/microservices';
import type { NatsConnection } from 'nats';
import { streamOf, type ServiceName } from '@relata/contracts';
import { EventConsumer } from './consumers/event-consumer';
import type { EventLog } from './events/event-log';
import type { StreamSettings } from './events/event-stream';
import { RpcListener } from './rpc/rpc-listener';

export interface TransportOptions {
  connection: NatsConnection;
  service: ServiceName;
  eventLog: EventLog;
  streams: StreamSettings;
}

/**
 * Nest transport of a service: `@MessagePattern('contacts.create')` answers `rpc.<service>.contacts.create`,
 * `@EventPattern('deal.won')` is fed by a durable JetStream consumer, in the transaction of its effect.
 */
export class NatsTransport extends Server implements CustomTransportStrategy {
  private listener: RpcListener | undefined;
  private consumers: EventConsumer[] = [];

  constructor(private readonly transport: TransportOptions) {
    super();
  }

  listen(callback: (error?: unknown) => void): void {
    this.start().then(() => callback(), callback);
  }

  async close(): Promise<void> {
    await this.listener?.stop();
    await Promise.all(this.consumers.map((consumer) => consumer.stop()));
  }

  /** Nest's `Server` asks for these; this transport has no status to subscribe to. */
  on(): never {
    throw new Error('The NATS transport emits no events.');
  }

  unwrap<T>(): T {
    return this.transport.connection as T;
  }

  private async start(): Promise<void> {
    const { connection, service, eventLog, streams } = this.transport;
    const requests = new Map([...this.messageHandlers].filter(([, handler]) => !handler.isEventHandler));
    const events = new Map([...this.messageHandlers].filter(([, handler]) => handler.isEventHandler));
    const names = new Set([...events.keys()].map(streamOf));
    this.consumers = [...names].map((stream) => {
      const handlers = new Map([...events].filter(([type]) => streamOf(type) === stream));
      return new EventConsumer(connection, service, stream, handlers, eventLog, streams);
    });
    await Promise.all(this.consumers.map((consumer) => consumer.start()));
    this.listener = new RpcListener(connection, service, requests);
    this.listener.start();
    // Whoever was told that we are ready may send at once.
    await connection.flush();
  }
}
