import type { ServiceName } from '@relata/contracts';
import { migrateSchema } from '@relata/database';
import { StartError } from '@relata/embedded';
import { startService } from '@relata/service';
import {
  GatewayConfig,
  ServiceConfig,
  type StandaloneConfig,
  environmentName,
  errorMessage,
  readConfig,
} from '@relata/platform';
import { startGateway } from '../../gateway/src/start-gateway';
import type { Admin } from './admin';
import type { Infrastructure } from './infrastructure';
import { SERVICE_DEFINITIONS } from './services';

/** Something that runs until it is closed. */
export interface Running {
  close(): Promise<void>;
}

/** What one service's own process would read from its environment. */
export function serviceEnvironment(
  service: ServiceName,
  config: Readonly<StandaloneConfig>,
  infrastructure: Infrastructure,
  admin: Admin,
): Record<string, string> {
  return {
    DATABASE_URL: infrastructure.databaseUrls[service],
    NATS_URL: infrastructure.natsUrlOf(service),
    TIME_ZONE: config.timeZone,
    LOG_LEVEL: config.logLevel,
    CONTACT_EMAIL_REQUIRED: config.contactEmailRequired,
    ...(service === 'identity'
      ? { ADMIN_EMAIL: admin.email, ADMIN_PASSWORD: admin.password, BOOTSTRAP_API_KEY: admin.apiKey }
      : {}),
  };
}

/** What the gateway's own process would read from its environment. */
export function gatewayEnvironment(
  config: Readonly<StandaloneConfig>,
  infrastructure: Infrastructure,
): Record<string, string> {
  return {
    PORT: String(config.port),
    NATS_URL: infrastructure.natsUrlOf('gateway'),
    LOG_LEVEL: config.logLevel,
    ...handedOn(config),
  };
}

/** Settings that are the gateway's alone, as they were given. */
const OF_THE_GATEWAY = [
  'trustedIssuers',
  'corsOrigins',
  'trustedProxies',
  'requestsPerMinutePerAddress',
  'requestsPerMinutePerKey',
  'requestsPerMinutePerUser',
  'eventStreamLimit',
  'eventStreamStallSeconds',
] as const satisfies (keyof StandaloneConfig & keyof GatewayConfig)[];

function handedOn(config: Readonly<StandaloneConfig>): Record<string, string> {
  return Object.fromEntries(
    OF_THE_GATEWAY.flatMap((name) => {
      const value = config[name];
      return value === undefined ? [] : [[environmentName(name), value]];
    }),
  );
}

/** Brings every schema to the newest version. Answers what was done. */
export async function migrateAll(databaseUrls: Record<ServiceName, string>): Promise<string[]> {
  const done = await Promise.all(
    SERVICE_DEFINITIONS.map(async ({ schema }) => {
      const names = await migrateSchema(schema, databaseUrls[schema.name]).catch((error: unknown) => {
        throw new StartError(
          `The database of the ${schema.name} service cannot be used: ${errorMessage(error)}.`,
        );
      });
      return names.map((name) => `${schema.name}: ${name}`);
    }),
  );
  return done.flat();
}

/** Every service and the gateway in this process. */
export async function startInProcess(
  config: Readonly<StandaloneConfig>,
  infrastructure: Infrastructure,
  admin: Admin,
): Promise<Running> {
  const running: Running[] = [];
  const close = async () => {
    for (const part of [...running].reverse()) await part.close();
  };
  try {
    await Promise.all(
      SERVICE_DEFINITIONS.map(async (definition) => {
        const environment = serviceEnvironment(definition.schema.name, config, infrastructure, admin);
        running.push(await startService(definition, readConfig(ServiceConfig, environment)));
      }),
    );
    running.push(await startGateway(readConfig(GatewayConfig, gatewayEnvironment(config, infrastructure))));
    return { close };
  } catch (error) {
    await close();
    throw error;
  }
}
