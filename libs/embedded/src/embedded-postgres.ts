import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { Client } from 'pg';
import { ChildServer } from './child-server';
import { FolderState, ensureFolder } from './data-folder';
import type { EmbeddedServer } from './embedded-server';
import { freePort } from './free-port';
import { postgresBinaries } from './postgres-binaries';
import { OWNER, clearPostmasterPid, ensureCluster, postgresUser } from './postgres-cluster';
import { StartError } from './start-error';

const DATABASE = 'relata';
const START_MS = 30_000;
const WRONG_PASSWORD = '28P01';

export interface PostgresOptions {
  dataDir: string;
  /** False for tests: no fsync, a crash of the machine may lose data. */
  durable?: boolean;
}

/** Nothing is waited for, and what a transaction fills of its own tables is not logged first. */
const VOLATILE = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
};

/** Starts a Postgres of its own below `dataDir`, on loopback with a generated password; the URL is the owner's. */
export async function startEmbeddedPostgres({
  dataDir,
  durable = true,
}: PostgresOptions): Promise<EmbeddedServer> {
  const folder = ensureFolder(dataDir);
  const cluster = join(folder, 'postgres');
  const binaries = postgresBinaries();
  const state = new FolderState(folder, 'postgres-state');
  const password = state.keep('password', () => randomBytes(24).toString('base64url'));
  await ensureCluster(folder, cluster, binaries, password);
  await clearPostmasterPid(cluster);
  const port = await freePort(Number(state.read().port) || undefined);
  state.write({ port: String(port) });

  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '300',
    shared_buffers: '256MB',
    work_mem: '8MB',
    max_wal_size: '2GB',
    random_page_cost: '1.1',
    jit: 'off',
    ...(durable ? {} : VOLATILE),
  };
  const server = new ChildServer({
    name: 'postgres',
    dataFolder: folder,
    command: join(binaries, 'bin', process.platform === 'win32' ? 'postgres.exe' : 'postgres'),
    args: ['-D', cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    // Fast shutdown: whoever is still connected is cut off.
    stopSignal: 'SIGINT',
    // Immediate shutdown: it takes its own children along.
    killSignal: 'SIGQUIT',
    spawn: { ...postgresUser, cwd: folder },
    advice: `Its data is in ${cluster}: restore that from a backup, or set DATA_DIR to a new folder to begin anew.`,
  });
  const url = (database: string) => `postgres://${OWNER}:${password}@127.0.0.1:${port}/${database}`;
  await server.untilReady(() => ensureDatabase(url('postgres'), folder), START_MS);
  return {
    url: url(DATABASE),
    stop: () => server.stop(),
    onExit: (listener) => server.onExit(listener),
  };
}

/** Whether the server takes connections; makes the database at the first. */
async function ensureDatabase(url: string, folder: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  // A server that ends in the middle is reported by its own exit.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const known = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (!known.rowCount) await client.query(`CREATE DATABASE ${DATABASE}`);
    return true;
  } catch (error) {
    if ((error as { code?: string }).code !== WRONG_PASSWORD) throw error;
    throw new StartError(
      `The password in ${folder}/postgres-state.json is not the one of the database in ${folder}/postgres. ` +
        'Restore both from one backup, or set DATA_DIR to a new folder to begin anew.',
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}
