import { Global, Module, type DynamicModule, type OnApplicationShutdown, Inject } from '@nestjs/common';
import type { NatsConnection } from 'nats';
import type { ServiceName } from '@relata/contracts';
import type { ServiceConfig } from '@relata/platform';
import { EventLog } from './events/event-log';
import { EventPages } from './events/event-pages';
import { EventsController } from './events/events.controller';
import { HistoryController } from './events/history.controller';
import { RELAY_SETTINGS, Relay, type RelaySettings } from './events/relay';
import { NATS_CONNECTION, connectNats } from './nats-connection';
import { RpcClient } from './rpc/rpc-client';

/** The bus for one service: connection, RPC client, event log, relay. Wants a DataSource beside it. */
@Global()
@Module({})
export class MessagingModule implements OnApplicationShutdown {
  constructor(@Inject(NATS_CONNECTION) private readonly connection: NatsConnection) {}

  /** With the event log and its relay. */
  static forService(service: ServiceName, config: Readonly<ServiceConfig>): DynamicModule {
    const settings: RelaySettings = {
      service,
      streamReplicas: config.streamReplicas,
      streamRetentionDays: config.streamRetentionDays,
    };
    return {
      module: MessagingModule,
      controllers: [HistoryController, EventsController],
      providers: [
        { provide: NATS_CONNECTION, useFactory: () => connectNats(config.natsUrl, service) },
        { provide: RELAY_SETTINGS, useValue: settings },
        RpcClient,
        EventLog,
        EventPages,
        Relay,
      ],
      exports: [NATS_CONNECTION, RpcClient, EventLog],
    };
  }

  /** The RPC client alone, for the gateway. */
  static forClient(name: string, natsUrl: string): DynamicModule {
    return {
      module: MessagingModule,
      providers: [{ provide: NATS_CONNECTION, useFactory: () => connectNats(natsUrl, name) }, RpcClient],
      exports: [NATS_CONNECTION, RpcClient],
    };
  }

  /** Nest calls this after the relay's own hook, as providers of a module come before the module class. */
  async onApplicationShutdown(): Promise<void> {
    if (!this.connection.isClosed()) await this.connection.drain();
  }
}
