import { Server, type CustomTransportStrategy, type MessageHandler } from '@nestjs/microservices';
import type { NatsConnection } from 'nats';
import { streamOf } from '@relata/contracts';
import { eventStream, replayStream, type ConsumedStream } from './consumers/consumed-stream';
import { EventConsumer } from './consumers/event-consumer';
import type { EventLog } from './events/event-log';
import type { Leases } from './lease';
import { RpcListener } from './rpc/rpc-listener';
import type { Writes } from './requests/writes';
import type { Roles } from './rpc/roles';
import type { ServiceSettings } from './service-settings';

export interface TransportOptions {
  connection: NatsConnection;
  eventLog: EventLog;
  leases: Leases;
  roles: Roles;
  writes: Writes;
  settings: ServiceSettings;
}

/**
 * Nest transport of a service: `@MessagePattern('contacts.create')` answers `rpc.<service>.contacts.create`,
 * `@EventPattern('deal.won')` is fed by a durable JetStream consumer, in the transaction of its effect.
 */
export class NatsTransport extends Server implements CustomTransportStrategy {
  private listener: RpcListener | undefined;
  consumers: readonly EventConsumer[] = [];

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
    const { connection, eventLog, leases, roles, writes, settings } = this.transport;
    const { service } = settings;
    const requests = new Map([...this.messageHandlers].filter(([, handler]) => !handler.isEventHandler));
    const events = new Map([...this.messageHandlers].filter(([, handler]) => handler.isEventHandler));
    const names = new Set([...events.keys()].map(streamOf));
    const consumerOf = (stream: ConsumedStream, handlers: Map<string, MessageHandler>) =>
      new EventConsumer(connection, service, stream, handlers, eventLog, leases.of(stream.name));
    const consumers = [...names].map((name) => {
      const handlers = new Map([...events].filter(([type]) => streamOf(type) === name));
      return consumerOf(eventStream(name, settings), handlers);
    });
    if (events.size > 0) consumers.push(consumerOf(replayStream(service, settings), events));
    this.consumers = consumers;
    await Promise.all(this.consumers.map((consumer) => consumer.start()));
    this.listener = new RpcListener(connection, service, requests, roles, writes);
    this.listener.start();
    // Whoever was told that we are ready may send at once.
    await connection.flush();
  }
}
