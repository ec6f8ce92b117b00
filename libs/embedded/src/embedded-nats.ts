import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { delimiter, join, resolve } from 'node:path';
import { inheritedEnvironment } from '@relata/platform';
import { ChildServer } from './child-server';
import { FolderState, ensureFolder } from './data-folder';
import type { EmbeddedServer } from './embedded-server';
import { freePort } from './free-port';
import { StartError } from './start-error';

const START_MS = 15_000;
const OLDEST = { major: 2, minor: 12 };
const BINARY = process.platform === 'win32' ? 'nats-server.exe' : 'nats-server';
const MAX_PAYLOAD = 8 * 1024 * 1024;

export interface NatsOptions {
  dataDir: string;
  /** Further lines of its configuration, such as its users; without users anyone may do everything. */
  config?: string;
}

/** Starts a NATS server with JetStream below `dataDir`, on loopback. */
export async function startEmbeddedNats({
  dataDir,
  config: furtherLines = '',
}: NatsOptions): Promise<EmbeddedServer> {
  const folder = ensureFolder(dataDir);
  const store = join(folder, 'nats');
  mkdirSync(store, { recursive: true });
  const command = natsBinary();
  const state = new FolderState(folder, 'nats-state');
  const port = await freePort(Number(state.read().port) || undefined);
  state.write({ port: String(port) });
  const config = join(folder, 'nats.conf');
  writeFileSync(
    config,
    [
      `listen: "127.0.0.1:${port}"`,
      `max_payload: ${MAX_PAYLOAD}`,
      // A replica that lives and does nothing gets no more requests after four seconds, and has three before: a first ping is left
      // out when the client was heard of within the interval, six are waited for, the next finds it gone.
      'ping_interval: "500ms"',
      'ping_max: 6',
      `jetstream { store_dir: ${JSON.stringify(store)}, max_file_store: 50GB }`,
      furtherLines,
    ].join('\n'),
    // It may hold passwords.
    { mode: 0o600 },
  );
  const server = new ChildServer({
    name: 'nats-server',
    dataFolder: folder,
    command,
    args: ['--config', config],
    stopSignal: 'SIGTERM',
    advice: `Its data is in ${store}: see that this user may write there, or set DATA_DIR to a new folder.`,
  });
  await server.untilReady(() => speaksNats(port), START_MS);
  return {
    url: `nats://127.0.0.1:${port}`,
    stop: () => server.stop(),
    onExit: (listener) => server.onExit(listener),
  };
}

/** A `nats-server` on PATH that is new enough, else the one that the set-up installed. Throws StartError without either. */
export function natsBinary(): string {
  const onPath = natsOnPath();
  if (onPath) return onPath;
  const name = `nats-server-${process.platform}-${process.arch}`;
  const modules = join(repositoryRoot(), '.cache', 'nats-server', 'node_modules');
  const installed = join(modules, '@eplightning', name, 'bin', BINARY);
  if (!existsSync(installed)) {
    throw new StartError(
      `The NATS server binary ${installed} is missing. Run node scripts/setup.mjs, put nats-server ${OLDEST.major}.${OLDEST.minor} or later on PATH, or give NATS_URL.`,
    );
  }
  return installed;
}

function natsOnPath(): string | undefined {
  const folders = inheritedEnvironment().PATH?.split(delimiter) ?? [];
  const command = folders.map((folder) => join(folder, BINARY)).find((path) => existsSync(path));
  if (!command) return undefined;
  const version = /v(\d+)\.(\d+)\./.exec(
    spawnSync(command, ['--version'], { encoding: 'utf8' }).stdout ?? '',
  );
  const [major, minor] = [Number(version?.[1] ?? 0), Number(version?.[2] ?? 0)];
  return major > OLDEST.major || (major === OLDEST.major && minor >= OLDEST.minor) ? command : undefined;
}

/** The folder with package-lock.json, from the sources as from dist. */
function repositoryRoot(): string {
  let folder = __dirname;
  while (!existsSync(join(folder, 'package-lock.json'))) {
    const parent = resolve(folder, '..');
    if (parent === folder) return process.cwd();
    folder = parent;
  }
  return folder;
}

/** The server greets with INFO as soon as it takes connections. */
function speaksNats(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const finish = (result: boolean) => {
      socket.destroy();
      done(result);
    };
    socket.setTimeout(1_000, () => finish(false));
    socket.once('error', () => finish(false));
    socket.once('data', (data) => finish(data.toString().startsWith('INFO')));
  });
}
