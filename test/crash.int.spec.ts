import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import type { ContactView } from '@relata/contracts';
import { TestSystem, errorOf, eventually, uniqueEmail, type TestService } from '@relata/testing';
import { contactService } from '../apps/contact/src/contact.service-definition';
import { dealService } from '../apps/deal/src/deal.service-definition';

const MAIN = resolve(__dirname, '..', 'dist', 'apps', 'contact', 'main.js');
jest.setTimeout(60_000);

let system: TestSystem;
let contact: TestService;
let deal: TestService;
const children: ChildProcess[] = [];
beforeEach(async () => {
  system = await TestSystem.start([contactService, dealService]);
  contact = system.service('contact');
  deal = system.service('deal');
  // The contact service runs as processes of its own from here on.
  await system.stopServices();
  await system.startReplica(dealService);
});
afterEach(async () => {
  for (const child of children.splice(0)) await killed(child);
  await system.stop();
});

/** The built contact service, as an orchestrator runs it. */
function startProcess(): ChildProcess {
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env.PATH, ...system.environment('contact') },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  children.push(child);
  return child;
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

const create = () =>
  contact.call<ContactView>(
    'contacts.create',
    { body: { email: uniqueEmail() } },
    { timeoutMs: 2_000, writes: true },
  );

it('publishes after kill -9 between commit and publish, once in effect', async () => {
  // A stalled relay elsewhere holds the lease: what the process commits, it cannot publish.
  await contact.query(
    `INSERT INTO lease (name, holder, epoch, expires_at) VALUES ('relay', 'stalled', 1, now() + interval '1 hour')
     ON CONFLICT (name) DO UPDATE SET holder = 'stalled', expires_at = excluded.expires_at`,
  );
  const child = startProcess();
  const { id } = await eventually(create);
  await killed(child);
  expect(await contact.query('SELECT 1 FROM unpublished')).toHaveLength(1);
  expect(await system.published('CONTACT')).toEqual([]);
  await contact.query('UPDATE lease SET expires_at = now()');

  startProcess();
  await eventually(async () =>
    expect(await deal.query('SELECT id, version FROM reference WHERE id = $1', [id])).toEqual([
      { id, version: 1 },
    ]),
  );
  const events = (await system.published('CONTACT')).filter((event) => event.subject === id);
  expect(events.map((event) => [event.type, event.recordversion, event.position])).toEqual([
    ['contact.created', 1, 1],
  ]);
  // A copy is kept by version; nothing else must be known of its event.
  expect(await deal.query('SELECT 1 FROM inbox')).toEqual([]);
  expect(await contact.query('SELECT 1 FROM unpublished')).toEqual([]);
});

it('says of a write that the database broke off that nobody knows, and of a read that the service is away', async () => {
  await system.startReplica(contactService);
  const { id } = await eventually(create);
  const outcome = async (verb: string, payload: object, writes: boolean) => {
    // Whoever reads or writes contacts waits, until the database throws everybody out.
    const locked = contact.dataSource.createQueryRunner();
    await locked.startTransaction();
    await locked.query('LOCK TABLE contact IN ACCESS EXCLUSIVE MODE');
    const error = errorOf(contact.call(verb, payload, { writes }));
    await eventually(async () => {
      const rows: { gone: boolean }[] = await contact.query(
        `SELECT pg_terminate_backend(pid) AS gone FROM pg_stat_activity
         WHERE wait_event_type = 'Lock' AND datname = current_database()`,
      );
      expect(rows.length).toBeGreaterThan(0);
    });
    await locked.rollbackTransaction();
    await locked.release();
    return (await error).code;
  };
  expect(await outcome('contacts.update', { id, body: { title: 'Dr.' } }, true)).toBe('OUTCOME_UNKNOWN');
  expect(await outcome('contacts.get', { id }, false)).toBe('SERVICE_UNAVAILABLE');
});
