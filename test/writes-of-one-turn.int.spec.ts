import { randomUUID } from 'node:crypto';
import type { ContactView, DomainError, Principal } from '@relata/contracts';
import { TestSystem, outcomesOf, unique, uniqueEmail, type TestService } from '@relata/testing';
import { contactService } from '../apps/contact/src/contact.service-definition';

const MANY = 40;

let system: TestSystem;
let contact: TestService;
beforeAll(async () => {
  system = await TestSystem.start([contactService]);
  contact = system.service('contact');
}, 60_000);
afterAll(() => system.stop());

const times = <T>(count: number, work: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => work(index));
const create = (body: object, options = {}) =>
  contact.call<ContactView>('contacts.create', { body }, options);
const update = (id: string, body: object) => contact.call<ContactView>('contacts.update', { id, body });
const read = (id: string) => contact.call<ContactView>('contacts.get', { id });
/** How many transactions last wrote to these contacts. */
async function transactionsOf(ids: string[]): Promise<number> {
  const rows = await contact.query<{ count: number }>(
    'SELECT count(DISTINCT xmin::text)::int AS count FROM contact WHERE id = ANY($1::uuid[])',
    [ids],
  );
  return rows[0]?.count ?? 0;
}
/** Versions and senders of the events of a contact. */
const eventsOf = (id: string) =>
  contact.query<{ version: number; requestId: string; actorName: string }>(
    `SELECT version, request_id AS "requestId", actor_name AS "actorName" FROM event WHERE record_id = $1 ORDER BY seq`,
    [id],
  );
const codesOf = (errors: DomainError[]) => errors.map(({ code }) => code);

it('makes all that come together, each with the event of its sender', async () => {
  const senders = times(MANY, (index) => ({
    requestId: randomUUID(),
    principal: { ...system.principal, name: `Sender ${index}` } satisfies Principal,
  }));
  const made = await Promise.all(
    senders.map((context) => create({ email: uniqueEmail(), lastName: context.principal.name }, { context })),
  );
  for (const [index, { requestId, principal }] of senders.entries()) {
    const { id } = made[index] as ContactView;
    expect(await read(id)).toEqual(made[index]);
    expect(await eventsOf(id)).toEqual([{ version: 1, requestId, actorName: principal.name }]);
  }
  expect(await transactionsOf(made.map(({ id }) => id))).toBeLessThan(MANY / 2);
});

it('refuses what is taken, and nothing of what came with it', async () => {
  const taken = await create({ email: uniqueEmail() });
  const twice = uniqueEmail();
  const emails = [
    ...times(MANY, () => uniqueEmail()),
    taken.email,
    twice,
    twice,
    ...times(MANY, () => uniqueEmail()),
  ];
  const { answers, errors } = await outcomesOf(emails.map((email) => create({ email })));
  expect(answers.map(({ email }) => email).sort()).toEqual(
    [...new Set(emails)].filter((email) => email !== taken.email).sort(),
  );
  expect(codesOf(errors)).toEqual(['DUPLICATE', 'DUPLICATE']);
  expect(await transactionsOf(answers.map(({ id }) => id))).toBeLessThan(MANY);
  expect(errors.map(({ details }) => details.existingId)).toContain(taken.id);
  for (const { id } of answers) expect(await eventsOf(id)).toHaveLength(1);
});

it('changes many at once, some of them several times, and loses no change', async () => {
  const made = await Promise.all(times(10, () => create({ email: uniqueEmail() })));
  const fields = ['firstName', 'lastName', 'title', 'city'] as const;
  const changes = made.flatMap(({ id }) => fields.map((field) => ({ id, field, value: unique(field) })));
  await Promise.all(changes.map(({ id, field, value }) => update(id, { [field]: value })));
  for (const { id } of made) {
    const wanted = changes.filter((change) => change.id === id);
    expect(await read(id)).toMatchObject({
      version: 1 + fields.length,
      ...Object.fromEntries(wanted.map(({ field, value }) => [field, value])),
    });
    expect((await eventsOf(id)).map(({ version }) => version)).toEqual([1, 2, 3, 4, 5]);
  }
});

it('gives up and claims unique values for each', async () => {
  const made = await Promise.all(times(MANY, () => create({ email: uniqueEmail() })));
  const emails = made.map(() => uniqueEmail());
  await Promise.all(made.map(({ id }, index) => update(id, { email: emails[index] })));
  // The old ones are free, the new ones are taken.
  const { errors } = await outcomesOf(emails.map((email) => create({ email })));
  expect(codesOf(errors)).toEqual(emails.map(() => 'DUPLICATE'));
  expect(errors.map(({ details }) => details.existingId)).toEqual(made.map(({ id }) => id));
  await Promise.all(made.map(({ email }) => create({ email })));
});

it('changes what it can, though another transaction has one of the records', async () => {
  const made = await Promise.all(times(MANY, () => create({ email: uniqueEmail() })));
  const [held, ...others] = made.map(({ id }) => id) as [string, ...string[]];
  const runner = contact.dataSource.createQueryRunner();
  try {
    await runner.startTransaction();
    await runner.query('SELECT 1 FROM contact WHERE id = $1 FOR UPDATE', [held]);
    const title = unique('title');
    const waiting = update(held, { title });
    await Promise.all(others.map((id) => update(id, { title })));
    expect(await transactionsOf(others)).toBeLessThan(MANY / 2);
    expect(await read(held)).toMatchObject({ version: 1 });
    await runner.commitTransaction();
    expect(await waiting).toMatchObject({ version: 2, title });
  } finally {
    if (runner.isTransactionActive) await runner.rollbackTransaction();
    await runner.release();
  }
});

it('has replicas that change the same records wait for each other without a deadlock', async () => {
  const second = await system.startReplica(contactService);
  const made = await Promise.all(times(6, () => create({ email: uniqueEmail() })));
  const rounds = 15;
  for (let round = 0; round < rounds; round++) {
    const shuffled = made.flatMap(({ id }) => [id, id]).sort(() => Math.random() - 0.5);
    await Promise.all(shuffled.map((id) => update(id, { title: unique('title') })));
  }
  for (const { id } of made) expect(await read(id)).toMatchObject({ version: 1 + 2 * rounds });
  const [{ deadlocks } = { deadlocks: -1 }] = await contact.query<{ deadlocks: number }>(
    'SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()',
  );
  expect(deadlocks).toBe(0);
  await second.close();
});
