import type { Server } from 'node:http';
import {
  Catch,
  Global,
  Module,
  type DynamicModule,
  type INestMicroservice,
  type RpcExceptionFilter,
} from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { AsyncMicroserviceOptions } from '@nestjs/microservices';
import { Registry, collectDefaultMetrics } from 'prom-client';
import { throwError, type Observable } from 'rxjs';
import { DataSource } from 'typeorm';
import type { ServiceName } from '@relata/contracts';
import { DatabaseModule, untilMigrated } from '@relata/database';
import {
  MessagingModule,
  NATS_CONNECTION,
  NatsTransport,
  registerEventMetrics,
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
    inject: [NatsTransport],
    useFactory: (strategy: NatsTransport) => ({ strategy }),
    abortOnError: false,
  });
  app.useGlobalFilters(new PassThroughFilter());
  let health: Server | undefined;
  try {
    await untilMigrated(app.get(DataSource));
    await app.listen();
    if (config.healthPort !== undefined) health = await watch(config.healthPort, service, app);
  } catch (error) {
    await app.close().catch(() => undefined);
    throw error;
  }
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

/** A process at rest wakes up so often to see how late it is; prom-client's own 10 ms do that a hundred times a second. */
const LAG_PRECISION_MS = 100;

/** Health and metrics of the process, which has this service alone. */
async function watch(port: number, service: ServiceName, app: INestMicroservice): Promise<Server> {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: LAG_PRECISION_MS });
  const dataSource = app.get(DataSource);
  registerEventMetrics(registry, {
    service,
    dataSource,
    connection: app.get<NatsConnection>(NATS_CONNECTION),
    consumers: app.get(NatsTransport).consumers,
  });
  return startHealthServer(port, {
    isReady: () => isReady(dataSource),
    metrics: () => registry.metrics(),
  });
}

async function isReady(source: DataSource): Promise<boolean> {
  await source.query('SELECT 1');
  return true;
}
