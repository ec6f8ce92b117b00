import { Catch, Global, Module, type DynamicModule, type RpcExceptionFilter } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { AsyncMicroserviceOptions } from '@nestjs/microservices';
import { throwError, type Observable } from 'rxjs';
import { DataSource } from 'typeorm';
import { DatabaseModule, untilMigrated } from '@relata/database';
import {
  EventLog,
  MessagingModule,
  NATS_CONNECTION,
  NatsTransport,
  type NatsConnection,
} from '@relata/messaging';
import { ServiceConfig, startHealthServer } from '@relata/platform';
import type { ServiceDefinition } from './service-definition';

/** A service that answers requests and follows events. */
export interface RunningService {
  /** Takes nothing new, finishes what runs, lets go of the bus and the database. */
  close(): Promise<void>;
}

/** Nest would turn every error into "Internal server error"; ours keep their code, the transport handles the rest. */
@Catch()
class PassThroughFilter implements RpcExceptionFilter {
  catch(error: unknown): Observable<never> {
    return throwError(() => error);
  }
}

@Global()
@Module({})
class ServiceRoot {}

/** Starts a service in this process. The schema must be migrated, or be about to be by someone else. */
export async function startService(
  definition: ServiceDefinition,
  config: Readonly<ServiceConfig>,
): Promise<RunningService> {
  const service = definition.schema.name;
  const app = await NestFactory.createMicroservice<AsyncMicroserviceOptions>(rootModule(definition, config), {
    inject: [NATS_CONNECTION, EventLog],
    useFactory: (connection: NatsConnection, eventLog: EventLog) => ({
      strategy: new NatsTransport({
        connection,
        service,
        eventLog,
        streams: { streamReplicas: config.streamReplicas, streamRetentionDays: config.streamRetentionDays },
      }),
    }),
    abortOnError: false,
  });
  app.useGlobalFilters(new PassThroughFilter());
  await untilMigrated(app.get(DataSource));
  await app.listen();
  const health =
    config.healthPort === undefined
      ? undefined
      : await startHealthServer(config.healthPort, () => isReady(app.get(DataSource)));
  return {
    close: async () => {
      health?.close();
      await app.close();
    },
  };
}

function rootModule(definition: ServiceDefinition, config: Readonly<ServiceConfig>): DynamicModule {
  return {
    module: ServiceRoot,
    imports: [
      DatabaseModule.forService(definition.schema, config.databaseUrl, config.databasePoolSize),
      MessagingModule.forService(definition.schema.name, config),
      definition.module,
    ],
    providers: [{ provide: ServiceConfig, useValue: config }],
    exports: [ServiceConfig],
  };
}

async function isReady(source: DataSource): Promise<boolean> {
  await source.query('SELECT 1');
  return true;
}
