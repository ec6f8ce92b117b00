import {
  Global,
  Inject,
  Module,
  type DynamicModule,
  type FactoryProvider,
  type OnApplicationShutdown,
} from '@nestjs/common';
import type { NatsConnection } from 'nats';
import type { ServiceName } from '@relata/contracts';
import type { ServiceConfig } from '@relata/platform';
import { ParkedController } from './consumers/parked.controller';
import { EventLog } from './events/event-log';
import { EventPages } from './events/event-pages';
import { Relay } from './events/relay';
import { ReplayController } from './events/replay.controller';
import { SequencedSignal } from './events/sequenced-signal';
import { Snapshots } from './events/snapshots';
import { GatewayReplicas } from './gateway-replicas';
import { Leases } from './lease';
import { NATS_CONNECTION, connectNats } from './nats-connection';
import { NatsTransport } from './nats-transport';
import { Idempotency } from './requests/idempotency';
import { KeyClaims } from './requests/key-claims';
import { Writes } from './requests/writes';
import { Roles } from './rpc/roles';
import { RpcClient } from './rpc/rpc-client';
import { SealVerifier } from './seals/seal-verifier';
import { SealsController } from './seals/seals.controller';
import { SERVICE_SETTINGS, type ServiceSettings } from './service-settings';

function rpcClientOf(user: string): FactoryProvider<RpcClient> {
  return {
    provide: RpcClient,
    inject: [NATS_CONNECTION],
    useFactory: (connection: NatsConnection) => new RpcClient(connection, user),
  };
}

/** The bus for one service: connection, RPC client, event log, relay. Wants a DataSource beside it. */
@Global()
@Module({})
export class MessagingModule implements OnApplicationShutdown {
  constructor(@Inject(NATS_CONNECTION) private readonly connection: NatsConnection) {}

  /** With the event log and its relay. */
  static forService(service: ServiceName, config: Readonly<ServiceConfig>): DynamicModule {
    const settings: ServiceSettings = {
      service,
      streamReplicas: config.streamReplicas,
      streamRetentionDays: config.streamRetentionDays,
    };
    return {
      module: MessagingModule,
      controllers: [ParkedController, ReplayController, SealsController],
      providers: [
        { provide: NATS_CONNECTION, useFactory: () => connectNats(config.natsUrl, service) },
        { provide: SERVICE_SETTINGS, useValue: settings },
        rpcClientOf(service),
        Roles,
        Leases,
        Snapshots,
        EventLog,
        EventPages,
        KeyClaims,
        Idempotency,
        Writes,
        Relay,
        SealVerifier,
        {
          provide: NatsTransport,
          inject: [NATS_CONNECTION, EventLog, Leases, Roles, Writes],
          useFactory: (
            connection: NatsConnection,
            eventLog: EventLog,
            leases: Leases,
            roles: Roles,
            writes: Writes,
          ) => new NatsTransport({ connection, eventLog, leases, roles, writes, settings }),
        },
      ],
      exports: [
        NATS_CONNECTION,
        SERVICE_SETTINGS,
        NatsTransport,
        RpcClient,
        Roles,
        Snapshots,
        EventLog,
        EventPages,
        KeyClaims,
        Idempotency,
      ],
    };
  }

  /** The RPC client and the hint that logs have grown, for the gateway. */
  static forClient(name: string, natsUrl: string): DynamicModule {
    return {
      module: MessagingModule,
      providers: [
        { provide: NATS_CONNECTION, useFactory: () => connectNats(natsUrl, name) },
        rpcClientOf(name),
        SequencedSignal,
        GatewayReplicas,
      ],
      exports: [NATS_CONNECTION, RpcClient, SequencedSignal, GatewayReplicas],
    };
  }

  /** Nest calls this after the relay's own hook, as providers of a module come before the module class. */
  async onApplicationShutdown(): Promise<void> {
    if (!this.connection.isClosed()) await this.connection.drain();
  }
}
