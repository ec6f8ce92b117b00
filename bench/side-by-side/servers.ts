import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { ADMIN_ROLE, type ServiceName } from '@relata/contracts';
import { migrateSchema, provisionService } from '@relata/database';
import {
  ChildServer,
  FolderState,
  freePort,
  startEmbeddedPostgres,
  type EmbeddedServer,
} from '@relata/embedded';
import { inheritedEnvironment } from '@relata/platform';
import { SERVICE_DEFINITIONS } from '../../apps/standalone/src/services';
import type { Target } from './load';

const ROOT = join(__dirname, '../..');
const READY_MS = 60_000;
/** Limits are counted and never reached. */
const NO_LIMIT = '1000000000';

/** A running server. */
export interface Server extends Target {
  stop(): Promise<void>;
}

/** What a process that runs below the benchmark is called in its tables. */
export function nameOf(command: string): string | undefined {
  if (command.includes('baseline/server.ts')) return BASELINE;
  if (/^postgres:|\/postgres -D /.test(command)) return 'postgres';
  if (command.includes('nats-server')) return 'nats-server';
  return /apps\/(\w+)\/main\.js/.exec(command)?.[1]?.replace('standalone', 'launcher');
}

export const BASELINE = 'baseline';

/** Postgres with migrated schemas; the URLs of services are kept where `npm start` looks for them. */
export async function startDatabase(
  dataDir: string,
): Promise<{ postgres: EmbeddedServer; urls: Record<ServiceName, string> }> {
  const postgres = await startEmbeddedPostgres({ dataDir });
  const secrets = new FolderState(dataDir, 'secrets');
  const urls = {} as Record<ServiceName, string>;
  for (const { schema } of SERVICE_DEFINITIONS) {
    const password = secrets.keep(`${schema.name}DatabasePassword`, () =>
      randomBytes(24).toString('base64url'),
    );
    urls[schema.name] = await provisionService(postgres.url, schema.name, password);
    await migrateSchema(schema, urls[schema.name]);
  }
  return { postgres, urls };
}

/** Relata as it is deployed, one process per app, on that database. Built output, so that nothing is compiled meanwhile. */
export async function startRelata(dataDir: string, databaseUrl: string): Promise<Server> {
  const [port, key] = [await freePort(), newKey()];
  const child = new ChildServer({
    name: 'relata',
    dataFolder: dataDir,
    command: process.execPath,
    args: [join(ROOT, 'dist/apps/standalone/main.js'), '--processes'],
    stopSignal: 'SIGTERM',
    spawn: {
      cwd: ROOT,
      env: {
        ...inheritedEnvironment(),
        PORT: String(port),
        DATA_DIR: join(dataDir, 'relata'),
        DATABASE_URL: databaseUrl,
        BOOTSTRAP_API_KEY: key,
        REQUESTS_PER_MINUTE_PER_ADDRESS: NO_LIMIT,
        REQUESTS_PER_MINUTE_PER_KEY: NO_LIMIT,
        REQUESTS_PER_MINUTE_PER_USER: NO_LIMIT,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  });
  await child.untilReady(() => answers(port, '/readyz', key), READY_MS);
  return { port, key, stop: () => child.stop() };
}

/** The hand-written server, on the same Postgres. */
export async function startBaseline(dataDir: string, databaseUrl: string): Promise<Server> {
  const [port, key] = [await freePort(), newKey()];
  const child = new ChildServer({
    name: BASELINE,
    dataFolder: dataDir,
    command: process.execPath,
    args: ['-r', join(ROOT, 'scripts/typescript-hook.cjs'), join(ROOT, 'bench/baseline/server.ts')],
    stopSignal: 'SIGTERM',
    spawn: {
      cwd: ROOT,
      env: {
        ...inheritedEnvironment(),
        PORT: String(port),
        DATABASE_URL: databaseUrl,
        KEY: key,
        USER_ID: ADMIN_ROLE.id,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  });
  await child.untilReady(() => answers(port, '/contacts?ownerId=' + ADMIN_ROLE.id, key), READY_MS);
  return { port, key, stop: () => child.stop() };
}

function newKey(): string {
  return `rel_${randomBytes(24).toString('base64url')}`;
}

async function answers(port: number, path: string, key: string): Promise<boolean> {
  const { ok } = await fetch(`http://127.0.0.1:${port}${path}`, {
    headers: { Authorization: `Bearer ${key}` },
  });
  return ok;
}
