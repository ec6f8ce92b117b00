import { randomBytes } from 'node:crypto';
import {
  StartError,
  startEmbeddedNats,
  startEmbeddedPostgres,
  type EmbeddedServer,
  type FolderState,
} from '@relata/embedded';
import { SERVICES, type ServiceName } from '@relata/contracts';
import { provisionService, roleOf } from '@relata/database';
import { connectNats, renderUsers, withCredentials } from '@relata/messaging';
import { errorMessage, type StandaloneConfig } from '@relata/platform';
import { natsUsers } from '@relata/service';
import { SERVICE_DEFINITIONS } from './services';

/** Where the services find what they stand on. */
export interface Infrastructure {
  /** With which a user connects: a service, `gateway`, or `consumer`, who reads events from outside. */
  natsUrlOf(user: string): string;
  databaseUrls: Record<ServiceName, string>;
}

/** Starts the embedded Postgres, unless every service is given a database. Answers undefined when it is not needed. */
export async function startPostgres(
  config: Readonly<StandaloneConfig>,
  dataDir: string,
): Promise<EmbeddedServer | undefined> {
  const given = givenUrls(config);
  if (config.databaseUrl || SERVICES.every((service) => given[service])) return undefined;
  return startEmbeddedPostgres({ dataDir, durable: config.durable });
}

/** Starts the embedded NATS, with a user for each service; when one is given, sees whether that answers. */
export async function startNats(
  config: Readonly<StandaloneConfig>,
  dataDir: string,
  secrets: FolderState,
): Promise<EmbeddedServer | undefined> {
  if (!config.natsUrl) {
    const users = natsUsers(SERVICE_DEFINITIONS);
    return startEmbeddedNats({
      dataDir,
      config: renderUsers(users, (user) => JSON.stringify(natsPassword(user, secrets))),
    });
  }
  try {
    await (await connectNats(config.natsUrl, 'relata-launcher')).close();
    return undefined;
  } catch (error) {
    throw new StartError(`The NATS server at NATS_URL cannot be used: ${errorMessage(error)}.`);
  }
}

/** The embedded server knows users; one that is given knows the one in its URL, if any, who is everybody. */
export function natsUrls(
  config: Readonly<StandaloneConfig>,
  embeddedUrl: string | undefined,
  secrets: FolderState,
): Infrastructure['natsUrlOf'] {
  return (user) => config.natsUrl ?? withCredentials(embeddedUrl ?? '', user, natsPassword(user, secrets));
}

function natsPassword(user: string, secrets: FolderState): string {
  return secrets.keep(`${user}NatsPassword`, () => randomBytes(24).toString('base64url'));
}

/**
 * Where there is an owner, each service's role and schema are made. A URL given beside the owner's, for that role on
 * the owner's server, says which password the role gets; any other given URL is taken as it is. Answers every
 * service's database URL.
 */
export async function provisionAll(
  config: Readonly<StandaloneConfig>,
  embeddedUrl: string | undefined,
  secrets: FolderState,
): Promise<Record<ServiceName, string>> {
  const urls = givenUrls(config);
  const ownerUrl = config.databaseUrl ?? embeddedUrl;
  for (const service of SERVICES) {
    const given = urls[service];
    if (!ownerUrl || (given && !isRoleOn(ownerUrl, service, given))) continue;
    const password = given
      ? decodeURIComponent(new URL(given).password)
      : secrets.keep(`${service}DatabasePassword`, () => randomBytes(24).toString('base64url'));
    try {
      const made = await provisionService(ownerUrl, service, password);
      urls[service] = given ?? made;
    } catch (error) {
      const name = config.databaseUrl ? 'The database at DATABASE_URL' : 'The embedded database';
      throw new StartError(`${name} cannot be used: ${errorMessage(error)}.`);
    }
  }
  return urls as Record<ServiceName, string>;
}

function isRoleOn(ownerUrl: string, service: ServiceName, url: string): boolean {
  const [owner, asked] = [new URL(ownerUrl), new URL(url)];
  return asked.username === roleOf(service) && asked.host === owner.host && asked.pathname === owner.pathname;
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
