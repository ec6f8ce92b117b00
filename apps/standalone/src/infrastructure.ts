import { randomBytes } from 'node:crypto';
import {
  FolderState,
  StartError,
  ensureFolder,
  lockFolder,
  startEmbeddedNats,
  startEmbeddedPostgres,
  type EmbeddedServer,
} from '@relata/embedded';
import { SERVICES, type ServiceName } from '@relata/contracts';
import { provisionService } from '@relata/database';
import type { StandaloneConfig } from '@relata/platform';

/** Postgres and NATS, embedded or somebody else's, with a database URL for every service. */
export interface Infrastructure {
  natsUrl: string;
  databaseUrls: Record<ServiceName, string>;
  /** What must outlive a restart, in the data folder. */
  secrets: FolderState;
  stop(): Promise<void>;
  /** Called with the name of an embedded server that ended by itself. */
  onFailure(listener: (name: string) => void): void;
}

/** Starts what is not given. Throws StartError; then nothing is left running. */
export async function startInfrastructure(config: Readonly<StandaloneConfig>): Promise<Infrastructure> {
  const folder = ensureFolder(config.dataDir);
  const unlock = lockFolder(folder);
  const servers: [string, EmbeddedServer][] = [];
  const stop = async () => {
    for (const [, server] of [...servers].reverse()) await server.stop();
    unlock();
  };
  try {
    const secrets = new FolderState(folder, 'secrets');
    const given = givenUrls(config);
    let ownerUrl = config.databaseUrl;
    if (!ownerUrl && SERVICES.some((service) => !given[service])) {
      const postgres = await startEmbeddedPostgres({ dataDir: folder, durable: config.durable });
      servers.push(['Postgres', postgres]);
      ownerUrl = postgres.url;
    }
    let natsUrl = config.natsUrl;
    if (!natsUrl) {
      const nats = await startEmbeddedNats({ dataDir: folder });
      servers.push(['NATS', nats]);
      natsUrl = nats.url;
    }
    return {
      natsUrl,
      databaseUrls: await provisionAll(given, ownerUrl, secrets),
      secrets,
      stop,
      onFailure: (listener) => servers.forEach(([name, server]) => server.onExit(() => listener(name))),
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function givenUrls(config: Readonly<StandaloneConfig>): Record<ServiceName, string | undefined> {
  return {
    identity: config.identityDatabaseUrl,
    contact: config.contactDatabaseUrl,
    deal: config.dealDatabaseUrl,
    activity: config.activityDatabaseUrl,
    reporting: config.reportingDatabaseUrl,
  };
}

async function provisionAll(
  given: Record<ServiceName, string | undefined>,
  ownerUrl: string | undefined,
  secrets: FolderState,
): Promise<Record<ServiceName, string>> {
  const urls: Partial<Record<ServiceName, string>> = {};
  for (const service of SERVICES) {
    const url = given[service];
    if (url) urls[service] = url;
    else if (ownerUrl) {
      const password = secrets.keep(`${service}DatabasePassword`, () =>
        randomBytes(24).toString('base64url'),
      );
      urls[service] = await provisionService(ownerUrl, service, password).catch((error: unknown) => {
        throw new StartError(`The database at DATABASE_URL cannot be used: ${(error as Error).message}.`);
      });
    }
  }
  return urls as Record<ServiceName, string>;
}
