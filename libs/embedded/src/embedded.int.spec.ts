import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { Client } from 'pg';
import { eventually, reachableFolder } from '@relata/testing';
import { FolderState, ensureFolder } from './data-folder';
import { startEmbeddedNats } from './embedded-nats';
import { startEmbeddedPostgres } from './embedded-postgres';
import { lockFolder } from './folder-lock';
import { freePort, isPortFree } from './free-port';
import { isAlive } from './processes';

const asRoot = process.getuid?.() === 0;

let dataDir: string;
beforeEach(() => {
  dataDir = reachableFolder();
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

async function query<T>(url: string, sql: string): Promise<T[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as T[];
  } finally {
    await client.end();
  }
}

const pidOf = (name: string) => Number(readFileSync(join(dataDir, `${name}.pid`), 'utf8').split(' ')[0]);
const messageOf = (work: Promise<unknown>) =>
  work.then(
    () => 'no error',
    (error: unknown) => (error as Error).message,
  );

describe('Postgres', () => {
  const start = () => startEmbeddedPostgres({ dataDir, durable: false });

  it('starts on loopback alone with a password, and finds its data again', async () => {
    const first = await start();
    const url = new URL(first.url);
    expect(Number(url.port)).toBeLessThan(32_768);
    await query(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    expect(await query(first.url, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    const wrong = new URL(first.url);
    wrong.password = 'wrong';
    expect(await messageOf(query(wrong.toString(), 'SELECT 1'))).toContain('password authentication failed');
    const pid = pidOf('postgres');
    await first.stop();
    expect(isAlive(pid)).toBe(false);

    const second = await start();
    expect(second.url).toBe(first.url);
    expect(await query(second.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
    await second.stop();
  });

  it('sorts é by e, whatever the machine’s language', async () => {
    const server = await start();
    const rows = await query(
      server.url,
      `SELECT * FROM (VALUES ('z'), ('é'), ('e'), ('f')) AS t (c) ORDER BY c`,
    );
    expect(rows).toEqual([{ c: 'e' }, { c: 'é' }, { c: 'f' }, { c: 'z' }]);
    await server.stop();
  });

  it('is ended and started anew when a killed launcher left it behind', async () => {
    const first = await start();
    const orphan = pidOf('postgres');
    await query(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    const second = await start();
    expect(isAlive(orphan)).toBe(false);
    expect(await query(second.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
    await second.stop();
  });

  it('tells when it ends by itself', async () => {
    const server = await start();
    let ended = 0;
    server.onExit(() => (ended += 1));
    process.kill(pidOf('postgres'), 'SIGKILL');
    await eventually(() => expect(ended).toBe(1));
    await server.stop();
  });

  it('says in one line that its folder is damaged, and leaves nothing running', async () => {
    const server = await start();
    await server.stop();
    writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), 'garbage\n');
    const message = await messageOf(start());
    expect(message).toMatch(/postgres did not start: .*not a valid data directory/);
    expect(message).not.toContain('\n');
    await eventually(() => expect(isAlive(pidOf('postgres'))).toBe(false));
  });

  (asRoot ? it : it.skip)('started by root, says which folder keeps the user nobody out', async () => {
    const closed = join(dataDir, 'closed');
    mkdirSync(closed);
    chmodSync(closed, 0o700);
    const message = await messageOf(startEmbeddedPostgres({ dataDir: join(closed, 'data') }));
    expect(message).toContain(`${closed} is closed`);
    expect(message).toContain('DATA_DIR');
    expect(message).not.toContain('\n');
  });
});

describe('NATS', () => {
  it('starts with JetStream on the same port each time', async () => {
    const first = await startEmbeddedNats({ dataDir });
    const pid = pidOf('nats-server');
    await first.stop();
    expect(isAlive(pid)).toBe(false);
    const second = await startEmbeddedNats({ dataDir });
    expect(second.url).toBe(first.url);
    await second.stop();
  });

  it('takes another port when its own is taken', async () => {
    const first = await startEmbeddedNats({ dataDir });
    await first.stop();
    const blocker = await listen(Number(new URL(first.url).port));
    const second = await startEmbeddedNats({ dataDir });
    expect(second.url).not.toBe(first.url);
    await second.stop();
    await new Promise((done) => blocker.close(done));
  });
});

describe('ports', () => {
  it('are free ones below the ephemeral range', async () => {
    const ports = await Promise.all(Array.from({ length: 50 }, () => freePort()));
    for (const port of ports) {
      expect(port).toBeGreaterThanOrEqual(1024);
      expect(port).toBeLessThan(32_768);
    }
  });

  it('are the preferred one if that is free', async () => {
    const port = await freePort();
    expect(await freePort(port)).toBe(port);
    const blocker = await listen(port);
    expect(await isPortFree(port, '127.0.0.1')).toBe(false);
    expect(await freePort(port)).not.toBe(port);
    await new Promise((done) => blocker.close(done));
  });
});

describe('a data folder', () => {
  it('has one launcher; the lock of a dead one is taken over', () => {
    const holder = `
      require('node:fs').writeFileSync(${JSON.stringify(join(dataDir, 'launcher.pid'))}, process.pid + ' ');`;
    spawnSync(process.execPath, ['-e', holder]);
    const unlock = lockFolder(dataDir);
    unlock();
    writeFileSync(join(dataDir, 'launcher.pid'), `${process.ppid} `);
    expect(() => lockFolder(dataDir)).toThrow(`in use by process ${process.ppid}`);
  });

  it('keeps what was generated once, for its owner alone', () => {
    const state = new FolderState(dataDir, 'secrets');
    const first = state.keep('password', () => 'one');
    expect(new FolderState(dataDir, 'secrets').keep('password', () => 'two')).toBe(first);
    expect(
      spawnSync('stat', ['-c', '%a', join(dataDir, 'secrets.json')], { encoding: 'utf8' }).stdout.trim(),
    ).toBe('600');
  });

  it('with damaged state says so', () => {
    writeFileSync(join(dataDir, 'secrets.json'), '{');
    expect(() => new FolderState(dataDir, 'secrets').read()).toThrow('secrets.json is damaged');
  });

  it('that is a file says what to do', () => {
    writeFileSync(join(dataDir, 'file'), '');
    expect(() => ensureFolder(join(dataDir, 'file'))).toThrow('Set DATA_DIR to a folder you may write');
  });
});

function listen(port: number): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}
