import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { FolderState, NOBODY, ensureFolder, giveToPostgres, runsAsRoot } from './data-folder';
import { freePort } from './free-port';
import { postgresBinaries } from './postgres-binaries';
import { ServerProcess } from './processes';
import { StartError } from './start-error';

const DATABASE = 'relata';
const OWNER = 'postgres';
const START_MS = 30_000;

export interface EmbeddedServer {
  url: string;
  stop(): Promise<void>;
  /** Called when the server ends by itself. */
  onExit(listener: () => void): void;
}

export interface PostgresOptions {
  dataDir: string;
  /** False for tests: no fsync, a crash of the machine may lose data. */
  durable?: boolean;
}

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
  const port = await freePort(Number(state.read().port) || undefined);
  state.write({ port: String(port) });
  const user = runsAsRoot ? { uid: NOBODY, gid: NOBODY } : {};

  if (!existsSync(join(cluster, 'PG_VERSION'))) initialise(folder, cluster, binaries, password);
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
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  const server = await ServerProcess.start(
    'postgres',
    folder,
    join(binaries, 'bin', process.platform === 'win32' ? 'postgres.exe' : 'postgres'),
    ['-D', cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    { ...user, cwd: folder, env: {} },
  );
  const url = (database: string) => `postgres://${OWNER}:${password}@127.0.0.1:${port}/${database}`;
  await server.until(() => ensureDatabase(url('postgres')), START_MS);
  return {
    url: url(DATABASE),
    stop: () => server.stop('SIGINT'),
    onExit: (listener) => (server.onExit = listener),
  };
}

/** Half a second: initdb with ICU's language-neutral order, so that é sorts by e. */
function initialise(folder: string, cluster: string, binaries: string, password: string): void {
  giveToPostgres(cluster);
  const passwordFile = join(folder, 'initdb-password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (runsAsRoot) chownSync(passwordFile, NOBODY, NOBODY);
  const args = ['-D', cluster, '-U', OWNER, '--pwfile', passwordFile, '-A', 'scram-sha-256', '-E', 'UTF8'];
  const locale = ['--locale=C', '--locale-provider=icu', '--icu-locale=und'];
  const done = spawnSync(join(binaries, 'bin', 'initdb'), [...args, ...locale, '--no-instructions'], {
    ...(runsAsRoot ? { uid: NOBODY, gid: NOBODY } : {}),
    cwd: folder,
    env: { LC_ALL: 'C' },
    encoding: 'utf8',
  });
  rmSync(passwordFile, { force: true });
  if (done.status !== 0) {
    const reason =
      done.error?.message ?? done.stderr.trim().split('\n').filter(Boolean).at(-1) ?? 'no reason given';
    throw new StartError(
      `Postgres cannot be set up in ${cluster}: ${reason} If the folder is damaged, restore it from a backup or remove it to begin anew.`,
    );
  }
}

/** Whether the server takes connections; makes the database at the first. */
async function ensureDatabase(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  await client.connect();
  try {
    const known = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (!known.rowCount) await client.query(`CREATE DATABASE ${DATABASE}`);
    return true;
  } finally {
    await client.end();
  }
}
