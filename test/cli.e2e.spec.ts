import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { freePort } from '@relata/embedded';
import { WholeSystem } from '@relata/testing';

const MAIN = resolve(__dirname, '..', 'dist', 'apps', 'cli', 'main.js');

let relata: WholeSystem;
let folder: string;
beforeAll(async () => {
  relata = await WholeSystem.start();
  folder = mkdtempSync(join(tmpdir(), 'relata-cli-'));
}, 60_000);
afterAll(async () => {
  await relata.stop();
  rmSync(folder, { recursive: true, force: true });
});

interface Ended {
  code: number | null;
  output: string;
  errors: string;
}

/** `relata …` as a person in `folder` types it. */
async function relataCommand(args: string[], env: Record<string, string> = {}): Promise<Ended> {
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: {
      PATH: process.env.PATH,
      INIT_CWD: folder,
      RELATA_URL: relata.url,
      RELATA_API_KEY: relata.apiKey,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [output, errors, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit') as Promise<[number | null]>,
  ]);
  return { code, output, errors };
}

const file = (name: string, content: string) => writeFileSync(join(folder, name), content);

it('imports a file with a mapping, and changes nothing the second time', async () => {
  file(
    'people.csv',
    'Mail,Name,Shoe size\nada@cli.example,Ada Lovelace,37\nalan@cli.example,Alan Turing,42\n',
  );
  file('mapping.json', JSON.stringify({ Mail: 'email', Name: 'fullName' }));
  const command = ['import', 'contacts', 'people.csv', '--mapping', 'mapping.json'];
  const first = await relataCommand(command);
  expect(first).toMatchObject({ code: 0, errors: '' });
  expect(first.output).toMatch(/created +2\n/);
  expect(first.output).toContain('Ignored columns: Shoe size');
  expect((await relata.api('GET', '/contacts?filter[email]=ada@cli.example')).body.data).toMatchObject([
    { firstName: 'Ada', lastName: 'Lovelace' },
  ]);
  expect((await relataCommand(command)).output).toMatch(/unchanged +2\n/);
});

it('tells which rows failed and why, with exit code 1', async () => {
  file('bad.csv', 'email,lastName\nfine@cli.example,Fine\nnot an e-mail,Bad\n');
  const { code, output } = await relataCommand(['import', 'contacts', 'bad.csv']);
  expect(code).toBe(1);
  expect(output).toMatch(/created +1\n/);
  expect(output).toMatch(/row 2 +email +email must be an email/);
  expect(output).toContain('errors.csv');
});

it('says in a line or two what it cannot do, with exit code 2', async () => {
  file('some.csv', 'email\n');
  file('broken.json', '{');
  const command = ['import', 'contacts', 'some.csv'];
  const unreachable = `http://127.0.0.1:${await freePort()}`;
  const cases: [string[], Record<string, string>, RegExp][] = [
    [['import', 'contacts', 'nowhere.csv'], {}, /There is no file .*nowhere\.csv/],
    [['import', 'planets', 'some.csv'], {}, /Allowed choices are .*contacts/],
    [[...command, '--mapping', 'broken.json'], {}, /broken\.json is not valid JSON/],
    [command, { RELATA_API_KEY: '' }, /set RELATA_API_KEY/],
    [command, { RELATA_API_KEY: 'rel_wrong' }, /is not a key of/],
    [command, { RELATA_URL: unreachable }, /cannot be reached at .*Is it running\?/],
    [command, { RELATA_URL: 'example' }, /RELATA_URL/],
  ];
  for (const [args, env, message] of cases) {
    const { code, errors } = await relataCommand(args, env);
    expect({ args, code, errors }).toEqual({ args, code: 2, errors: expect.stringMatching(message) });
    expect(errors).not.toContain('    at ');
  }
});

it('fills a fresh system with a history, once', async () => {
  const first = await relataCommand(['demo', '--deals', '40']);
  expect(first).toMatchObject({ code: 0, errors: '' });
  expect(first.output).toMatch(/deals +40 created/);
  const { body } = await relata.api('GET', '/reports/outcomes');
  const [row] = body.data as { won: number; lost: number }[];
  expect(row!.won).toBeGreaterThan(5);
  expect(row!.lost).toBeGreaterThan(5);
  const second = await relataCommand(['demo', '--deals', '40']);
  expect(second.output).toMatch(/deals +0 created, 0 updated, 40 unchanged/);
  expect(second.output.match(/ 0 created, 0 updated/g)).toHaveLength(6);
}, 60_000);

it('sends events again and lists those that are parked', async () => {
  const replayed = await relataCommand([
    'events',
    'replay',
    '--to',
    'auditor',
    '--from',
    'start',
    '--type',
    'team.created',
  ]);
  expect(replayed).toMatchObject({
    code: 0,
    output: expect.stringMatching(/^\d+ events sent to auditor\.\n$/),
  });
  expect((await relataCommand(['events', 'parked', 'list'])).output).toBe('0 events are parked.\n');
  const dropped = await relataCommand(['events', 'parked', 'drop', 'everything']);
  expect([dropped.code, dropped.errors]).toEqual([2, expect.stringContaining('names no parked event')]);
});

it('proves that the audit trail was not altered, and that noted seals are kept', async () => {
  const first = await relataCommand(['audit', 'verify']);
  expect(first).toMatchObject({ code: 0, errors: '' });
  expect(first.output).toMatch(/^\d+ events looked at/);
  const seals = first.output.match(/^[a-z]+:\d+:[0-9a-f]{64}$/gm) ?? [];
  expect(seals).toHaveLength(4);
  expect(await relataCommand(['audit', 'verify', '--seal', ...seals])).toMatchObject({ code: 0 });

  const forged = seals[1]!.replace(/[0-9a-f]{4}$/, (end) => (end === '0000' ? '1111' : '0000'));
  const second = await relataCommand(['audit', 'verify', '--seal', forged]);
  expect(second.code).toBe(1);
  expect(second.output).toContain('contact, position');
  const wrong = await relataCommand(['audit', 'verify', '--seal', 'contact']);
  expect([wrong.code, wrong.errors]).toEqual([2, expect.stringContaining('is no seal')]);
});
