import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join, resolve } from 'node:path';
import { FolderState, ensureFolder } from './data-folder';
import type { EmbeddedServer } from './embedded-postgres';
import { freePort } from './free-port';
import { ServerProcess } from './processes';
import { StartError } from './start-error';

const START_MS = 15_000;
const MINIMUM = [2, 12];
const MAX_PAYLOAD = 8 * 1024 * 1024;

/** Starts a NATS server with JetStream below `dataDir`, on loopback. */
export async function startEmbeddedNats({ dataDir }: { dataDir: string }): Promise<EmbeddedServer> {
  const folder = ensureFolder(dataDir);
  const store = join(folder, 'nats');
  mkdirSync(store, { recursive: true });
  const state = new FolderState(folder, 'nats-state');
  const port = await freePort(Number(state.read().port) || undefined);
  state.write({ port: String(port) });
  const config = join(folder, 'nats.conf');
  writeFileSync(
    config,
    [
      `listen: "127.0.0.1:${port}"`,
      `max_payload: ${MAX_PAYLOAD}`,
      `jetstream { store_dir: ${JSON.stringify(store)}, max_file_store: 50GB }`,
      '',
    ].join('\n'),
  );
  const server = await ServerProcess.start('nats-server', folder, natsBinary(), ['--config', config]);
  await server.until(() => speaksNats(port), START_MS);
  return {
    url: `nats://127.0.0.1:${port}`,
    stop: () => server.stop('SIGTERM'),
    onExit: (listener) => (server.onExit = listener),
  };
}

/** A `nats-server` on PATH that is new enough, else the one that the set-up installed. */
function natsBinary(): string {
  const onPath = spawnSync('nats-server', ['--version'], { encoding: 'utf8' });
  const version = /v(\d+)\.(\d+)\./.exec(onPath.stdout ?? '');
  if (version && isNewEnough(Number(version[1]), Number(version[2]))) {
    const found = spawnSync(process.platform === 'win32' ? 'where' : 'which', ['nats-server'], {
      encoding: 'utf8',
    });
    return found.stdout.trim().split('\n')[0] ?? 'nats-server';
  }
  const binary = process.platform === 'win32' ? 'nats-server.exe' : 'nats-server';
  const name = `nats-server-${process.platform}-${process.arch}`;
  const installed = resolve(
    repositoryRoot(),
    '.cache',
    'nats-server',
    'node_modules',
    '@eplightning',
    name,
    'bin',
    binary,
  );
  if (!existsSync(installed)) {
    throw new StartError(
      `The NATS server binary ${installed} is missing. Run node scripts/setup.mjs, put nats-server ${MINIMUM.join('.')} or later on PATH, or give NATS_URL.`,
    );
  }
  return installed;
}

function isNewEnough(major: number, minor: number): boolean {
  return major > (MINIMUM[0] ?? 0) || (major === MINIMUM[0] && minor >= (MINIMUM[1] ?? 0));
}

/** The folder with package.json, from the sources as from dist. */
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
