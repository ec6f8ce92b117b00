import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, connect } from 'node:net';
import { join } from 'node:path';
import { Client } from 'pg';
import { reachableFolder } from '@relata/testing';
import {
  FolderState,
  StartError,
  claimFolder,
  freePort,
  startEmbeddedNats,
  startEmbeddedPostgres,
  type EmbeddedServer,
} from '.';

const EPHEMERAL = 32_768;
/** Postgres takes note of processes of its own user alone. */
const asPostgres = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
let dataDir: string;
const servers: EmbeddedServer[] = [];

// One folder for all: a database is made once.
beforeAll(() => {
  dataDir = reachableFolder();
});

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});

afterAll(() => {
  rmSync(dataDir, { recursive: true, force: true });
});

async function startPostgres(folder = dataDir): Promise<EmbeddedServer> {
  const server = await startEmbeddedPostgres({ dataDir: folder, durable: false });
  servers.push(server);
  return server;
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as Record<string, unknown>[];
  } finally {
    await client.end();
  }
}

/** What the NATS server says of itself to whoever connects. */
async function natsInfo(url: string): Promise<Record<string, unknown>> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  const [data] = (await once(socket, 'data')) as [Buffer];
  socket.destroy();
  return JSON.parse(data.toString().replace(/^INFO /, '')) as Record<string, unknown>;
}

describe('the embedded Postgres', () => {
  it('keeps its data, its password and its port over a restart', async () => {
    const first = await startPostgres();
    await query(first.url, 'CREATE TABLE kept AS SELECT 1 AS one');
    await first.stop();
    await expect(query(first.url, 'SELECT 1')).rejects.toThrow('ECONNREFUSED');
    const second = await startPostgres();
    expect(second.url).toBe(first.url);
    expect(await query(second.url, 'SELECT one FROM kept')).toEqual([{ one: 1 }]);
    expect(Number(new URL(second.url).port)).toBeLessThan(EPHEMERAL);
  });

  it('lets in nobody without the password', async () => {
    const url = new URL((await startPostgres()).url);
    url.password = 'guessed';
    await expect(query(url.toString(), 'SELECT 1')).rejects.toThrow('password authentication failed');
  });

  it('has the extensions, and sorts é by e', async () => {
    const { url } = await startPostgres();
    for (const extension of ['pg_trgm', 'citext', 'unaccent', 'btree_gin']) {
      await query(url, `CREATE EXTENSION ${extension}`);
    }
    const sorted = await query(
      url,
      `SELECT name FROM (VALUES ('zoe'), ('éva'), ('eve')) AS t(name) ORDER BY 1`,
    );
    expect(sorted.map(({ name }) => name)).toEqual(['éva', 'eve', 'zoe']);
  });

  it('begins anew when the set-up of an earlier start was cut off', async () => {
    const folder = join(dataDir, 'cut-off');
    mkdirSync(join(folder, 'postgres.partial'), { recursive: true });
    writeFileSync(join(folder, 'postgres.partial', 'PG_VERSION'), '18\n');
    const { url } = await startPostgres(folder);
    expect(await query(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('starts though the process id that a crash left behind now belongs to something else', async () => {
    await (await startPostgres()).stop();
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], {
      ...asPostgres,
      cwd: '/',
      stdio: 'ignore',
    });
    await once(other, 'spawn');
    writeFileSync(
      join(dataDir, 'postgres', 'postmaster.pid'),
      `${other.pid}\n${join(dataDir, 'postgres')}\n`,
    );
    const { url } = await startPostgres();
    expect(await query(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(other.exitCode).toBeNull();
    other.kill('SIGKILL');
  });

  it('tells when it ends by itself', async () => {
    const server = await startPostgres();
    const ended = new Promise((resolve) => server.onExit(resolve));
    process.kill(Number(readFileSync(join(dataDir, 'run', 'postgres.pid'), 'utf8').split(' ')[0]), 'SIGKILL');
    expect(await ended).toEqual(expect.any(String));
  });

  it('takes another port when the kept one is taken', async () => {
    const first = await startPostgres();
    await first.stop();
    const holder = createServer().listen(Number(new URL(first.url).port), '127.0.0.1');
    await once(holder, 'listening');
    const second = await startPostgres();
    expect(new URL(second.url).port).not.toBe(new URL(first.url).port);
    holder.close();
  });
});

describe('the embedded NATS', () => {
  it('runs JetStream with messages up to 8 MiB, on loopback, on the same port after a restart', async () => {
    const first = await startEmbeddedNats({ dataDir });
    servers.push(first);
    const { jetstream, max_payload: maxPayload, host, port } = await natsInfo(first.url);
    expect({ jetstream, maxPayload, host }).toEqual({
      jetstream: true,
      maxPayload: 8 << 20,
      host: '127.0.0.1',
    });
    expect(port).toBeLessThan(EPHEMERAL);
    await first.stop();
    const second = await startEmbeddedNats({ dataDir });
    servers.push(second);
    expect(second.url).toBe(first.url);
  });
});

describe('a data folder', () => {
  it('is claimed by one process, and taken over when that is dead', async () => {
    const claimed = await claimFolder(dataDir);
    const lock = join(dataDir, 'launcher.pid');
    expect(readFileSync(lock, 'utf8')).toMatch(new RegExp(`^${process.pid} `));
    claimed.release();
    expect(existsSync(lock)).toBe(false);

    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    await once(other, 'spawn');
    writeFileSync(lock, `${other.pid} not-its-start`);
    (await claimFolder(dataDir)).release();
    other.kill('SIGKILL');
  });

  it('keeps settings for the owner alone, and refuses damaged ones', () => {
    const state = new FolderState(dataDir, 'state');
    expect(state.keep('a', () => '1')).toBe('1');
    expect(state.keep('a', () => '2')).toBe('1');
    renameSync(join(dataDir, 'state.json'), join(dataDir, 'other.json'));
    writeFileSync(join(dataDir, 'state.json'), '{');
    expect(() => state.read()).toThrow(StartError);
    expect(new FolderState(dataDir, 'other').read()).toEqual({ a: '1' });
  });
});

describe('freePort', () => {
  it('stays below the ephemeral range and keeps what is free', async () => {
    const port = await freePort();
    expect(port).toBeLessThan(EPHEMERAL);
    expect(await freePort(port)).toBe(port);
  });

  it('gives no port to two who have not begun to listen', async () => {
    const [first, second] = [Math.random(), Math.random()];
    const random = jest.spyOn(Math, 'random');
    // Both look at the same port first.
    for (const value of [first, first, second]) random.mockReturnValueOnce(value);
    const ports = [await freePort(), await freePort()];
    random.mockRestore();
    expect(new Set(ports).size).toBe(2);
  });
});
