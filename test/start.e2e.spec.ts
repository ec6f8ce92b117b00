import { statSync } from 'node:fs';
import { join } from 'node:path';
import { WholeSystem, eventually, launch, reachableFolder } from '@relata/testing';
import { leftRunning, pidsOf } from './left-running';

const BANNER_MS = 15_000;
const NO_KEY = { BOOTSTRAP_API_KEY: '' };

/** What the banner says behind a label. */
function told(system: WholeSystem, label: string): string {
  return new RegExp(`${label}\\s+(\\S.*)`).exec(system.launched.output)?.[1] ?? '';
}

async function statusOf(url: string, apiKey: string): Promise<number> {
  return (await fetch(url, { headers: { authorization: `Bearer ${apiKey}` } })).status;
}

const started: WholeSystem[] = [];

async function start(...[options]: Parameters<typeof WholeSystem.start>): Promise<WholeSystem> {
  const system = await WholeSystem.start(options);
  started.push(system);
  return system;
}

afterEach(async () => {
  await Promise.all(started.splice(0).map((system) => system.stop()));
});

describe('npm start', () => {
  jest.setTimeout(90_000);

  it('prints within 15 s what a newcomer needs, and all of it works', async () => {
    const begin = Date.now();
    const system = await start({ env: NO_KEY });
    expect(Date.now() - begin).toBeLessThan(BANNER_MS);

    const key = told(system, 'API key');
    const url = told(system, 'URL');
    expect(await statusOf(`${url}/contacts`, key)).toBe(200);
    expect(await statusOf(`${url}/contacts`, 'rel_not-the-key-that-was-made')).toBe(401);
    expect((await fetch(told(system, 'Docs'))).status).toBe(200);
    expect(told(system, 'Try it')).toBe(`curl -H 'Authorization: Bearer ${key}' ${url}/contacts`);
    const [email, password] = told(system, 'Login').split(' / ');
    const session = await fetch(`${url}/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
    expect(session.status).toBe(201);
    expect(statSync(join(system.launched.dataDir, 'secrets.json')).mode & 0o777).toBe(0o600);
  });

  it('stops everything at Ctrl-C, and finds its data again at the next start', async () => {
    const dataDir = reachableFolder();
    const first = await start({ dataDir, env: NO_KEY });
    const key = told(first, 'API key');
    const created = await fetch(`${first.url}/v1/companies`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'Kept' }),
    });
    const { id } = (await created.json()) as { id: string };
    expect(leftRunning(dataDir)).not.toEqual([]);
    expect(await first.stop('SIGINT')).toBe(0);
    expect(leftRunning(dataDir)).toEqual([]);
    expect(first.launched.errors).toBe('');

    const second = await start({ dataDir, env: NO_KEY });
    expect(await statusOf(`${second.url}/v1/companies/${id}`, key)).toBe(200);
    expect(second.launched.output).not.toContain(key);
    expect(told(second, 'API key')).toContain('secrets.json');
  });

  it('runs two instances side by side', async () => {
    const [one, other] = await Promise.all([start(), start()]);
    const company = await one.api('POST', '/companies', { name: 'Only here' });
    expect(company.status).toBe(201);
    expect((await other.api('GET', `/companies/${company.body.id}`)).status).toBe(404);
    expect((await other.api('GET', '/companies')).status).toBe(200);
  });

  it('starts again after its launcher was killed', async () => {
    const dataDir = reachableFolder();
    const killed = await start({ dataDir });
    const company = await killed.api('POST', '/companies', { name: 'Kept' });
    const postgres = pidsOf(dataDir).get('postgres');
    await killed.launched.signal('SIGKILL');

    const next = await start({ dataDir, port: killed.launched.port });
    expect((await next.api('GET', `/companies/${company.body.id}`)).status).toBe(200);
    expect(pidsOf(dataDir).get('postgres')).not.toBe(postgres);
    await next.stop();
    expect(leftRunning(dataDir)).toEqual([]);
  });

  it('leaves nothing when Ctrl-C comes while it starts', async () => {
    const starting = await launch();
    await eventually(() => expect(leftRunning(starting.dataDir)).not.toEqual([]));
    expect(await starting.signal('SIGINT')).toBe(0);
    expect(leftRunning(starting.dataDir)).toEqual([]);
    starting.forget();
  });

  it('says so and stops everything when Postgres ends', async () => {
    const system = await start();
    process.kill(pidsOf(system.launched.dataDir).get('postgres')!, 'SIGKILL');
    expect(await system.launched.ended()).toBe(1);
    expect(system.launched.errors).toContain('Postgres ended unexpectedly');
    expect(leftRunning(system.launched.dataDir)).toEqual([]);
  });
});

describe('npm run start:processes', () => {
  jest.setTimeout(90_000);

  it('runs one process per app, also after its launcher was killed, and stops all when one ends', async () => {
    const dataDir = reachableFolder();
    const killed = await start({ mode: '--processes', dataDir });
    const before = pidsOf(dataDir);
    expect([...before.keys()].sort()).toEqual([
      'activity-1',
      'contact-1',
      'deal-1',
      'gateway',
      'identity-1',
      'nats-server',
      'postgres',
      'reporting-1',
    ]);
    await killed.launched.signal('SIGKILL');

    const system = await start({ mode: '--processes', dataDir, port: killed.launched.port });
    for (const path of ['/users', '/contacts', '/deals', '/activities', '/reports/pipeline']) {
      expect((await system.api('GET', path)).status).toBe(200);
    }
    const pids = pidsOf(dataDir);
    expect([...pids.values()].filter((pid) => [...before.values()].includes(pid))).toEqual([]);
    process.kill(pids.get('contact-1')!, 'SIGKILL');
    expect(await system.launched.ended()).toBe(1);
    expect(system.launched.errors).toContain('contact-1 ended unexpectedly');
    for (const pid of [...before.values(), ...pids.values()]) {
      await eventually(() => expect(() => process.kill(pid, 0)).toThrow('ESRCH'));
    }
  });
});

describe('npm run migrate', () => {
  jest.setTimeout(60_000);

  it('makes every schema, then ends; a second time there is nothing to do', async () => {
    const dataDir = reachableFolder();
    const first = await launch({ mode: 'migrate', dataDir });
    expect(await first.ended()).toBe(0);
    for (const service of ['identity', 'contact', 'deal', 'activity', 'reporting']) {
      expect(first.output).toContain(`${service}: `);
    }
    const second = await launch({ mode: 'migrate', dataDir });
    expect(await second.ended()).toBe(0);
    expect(second.output).toBe('Every schema is up to date.\n');
    expect(leftRunning(dataDir)).toEqual([]);
  });
});
