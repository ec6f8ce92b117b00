import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { DealView } from '@relata/contracts';
import { TestSystem, eventually, type TestService } from '@relata/testing';
import { dealService } from '../apps/deal/src/deal.service-definition';
import type { Entry } from '../examples/event-consumer/ledger';

const MAIN = resolve(__dirname, '..', 'dist', 'examples', 'event-consumer', 'main.js');
jest.setTimeout(120_000);

let system: TestSystem;
let deal: TestService;
let folder: string;
let ledgerFile: string;
const children: ChildProcess[] = [];
beforeEach(async () => {
  system = await TestSystem.start([dealService]);
  deal = system.service('deal');
  folder = mkdtempSync(join(tmpdir(), 'relata-consumer-'));
  ledgerFile = join(folder, 'ledger.jsonl');
});
afterEach(async () => {
  for (const child of children.splice(0)) if (isAlive(child)) await ended(child, 'SIGKILL');
  await system.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** The built example, as its README says. */
function startConsumer(): { child: ChildProcess; output: () => string } {
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env.PATH, NATS_URL: system.natsUrlOf('consumer'), LEDGER: ledgerFile },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  children.push(child);
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return { child, output: () => output };
}

const isAlive = (child: ChildProcess) => child.exitCode === null && child.signalCode === null;

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  // `close`, not `exit`: by then all of its output has come.
  const end = once(child, 'close');
  child.kill(signal);
  await end;
}

function ledger(): Entry[] {
  if (!existsSync(ledgerFile)) return [];
  const text = readFileSync(ledgerFile, 'utf8');
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  return whole
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Entry);
}

/** Deals that are made, moved and won, one after the other. */
async function writeDeals(count: number): Promise<void> {
  const options = { writes: true, timeoutMs: 3_000 };
  for (let made = 0; made < count; made++) {
    const { id } = await deal.call<DealView>(
      'deals.create',
      { body: { name: 'Engine', amount: '12000' } },
      options,
    );
    await deal.call('deals.changeStage', { id, body: { stage: 'proposal' } }, options);
    await deal.call('deals.close', { id, body: { outcome: 'won', reason: 'Price' } }, options);
  }
}

/** Waits until the ledger has every event that the service has committed, and compares the two. */
async function expectWhole(): Promise<void> {
  const committed = await deal.query<{ id: string }>('SELECT id FROM event ORDER BY id');
  await eventually(
    () =>
      expect(
        ledger()
          .map((entry) => entry.eventId)
          .sort(),
      ).toEqual(committed.map(({ id }) => id)),
    { withinMs: 30_000 },
  );
}

it('misses nothing and does nothing twice, though it is killed and NATS restarts', async () => {
  const first = startConsumer();
  await writeDeals(5);
  const writing = writeDeals(60);
  await eventually(() => expect(ledger().length).toBeGreaterThan(40));
  await ended(first.child, 'SIGKILL');
  await writing;

  const second = startConsumer();
  await eventually(() => expect(ledger().length).toBeGreaterThan(100));
  await system.restartNats();
  await eventually(() => writeDeals(1), { withinMs: 20_000 });
  await writeDeals(20);
  await expectWhole();
  await ended(second.child, 'SIGTERM');
  const [{ records }] = (await deal.query<{ records: number }>(
    'SELECT count(DISTINCT (record_type, record_id))::int AS records FROM event',
  )) as [{ records: number }];
  expect(second.output()).toMatch(new RegExp(`^${records} records, 0 missed, \\d+ duplicates\\n$`));
  expect(ledger().map((entry) => entry.text)).toContain('Engine: qualification → proposal');
});

it('tells of an event that it missed', async () => {
  await writeDeals(1);
  const events = await eventually(async () => {
    const published = await system.published('DEAL');
    expect(published.at(-1)?.type).toBe('deal.won');
    return published;
  });
  const manager = await system.nats.jetstreamManager();
  await manager.streams.deleteMessage(
    'DEAL',
    events.findIndex((event) => event.type === 'deal.stageChanged') + 1,
  );

  const { child, output } = startConsumer();
  await eventually(() => expect(ledger()).toHaveLength(events.length - 1));
  await ended(child, 'SIGTERM');
  expect(output()).toMatch(/ 1 missed, 0 duplicates\n$/);
});
