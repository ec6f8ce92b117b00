import { randomUUID } from 'node:crypto';
import type { CompanyView, ContactView, DealView, EventEnvelope, TaskView } from '@relata/contracts';
import { errorOf, eventually, outcomesOf, unique, uniqueEmail } from '@relata/testing';
import {
  BatchStage,
  company,
  countOf,
  dataOf,
  eventsOf,
  held,
  person,
  sale,
  task,
  typesOf,
  untilPartWaits,
  update,
  type Operation,
} from './batch-stage';

jest.setTimeout(60_000);

let stage: BatchStage;
beforeAll(async () => {
  stage = await BatchStage.set();
});
afterAll(() => stage.clear());

it('makes a company, a contact on it, a deal on both and a task on all, in one call', async () => {
  const answer = await stage.batch([company(), person(), sale(), task()]);
  expect(answer.results.map(({ outcome }) => outcome)).toEqual(['created', 'created', 'created', 'created']);
  const [acme, ada, engine, call] = [
    dataOf<CompanyView>(answer, 0),
    dataOf<ContactView>(answer, 1),
    dataOf<DealView>(answer, 2),
    dataOf<TaskView>(answer, 3),
  ];
  expect(ada.companyId).toBe(acme.id);
  expect(engine).toMatchObject({ contactId: ada.id, companyId: acme.id });
  expect(call).toMatchObject({ contactId: ada.id, dealId: engine.id });
  expect(await stage.getDeal(engine.id)).toMatchObject({ version: 1, contactId: ada.id });
  const { id } = await stage.lastBatch();
  expect(await eventsOf(stage.contact, id)).toMatchObject([
    { type: 'batch.created', version: 1, actor: 'Anna Test' },
    { type: 'batch.completed', version: 2 },
  ]);
  for (const service of [stage.contact, stage.deal, stage.activity])
    expect(await countOf(service, 'batch_part')).toBe(0);
});

it('answers in the order of the operations, whichever services they are for', async () => {
  const answer = await stage.batch([
    task({ dealId: null, contactId: null, title: 'First' }),
    company({ name: 'Second' }),
    sale({ contactId: null, name: 'Third' }),
    task({ dealId: { $ref: 'sale' }, contactId: null, title: 'Fourth' }),
  ]);
  expect(answer.results.map(({ data }) => data)).toMatchObject([
    { title: 'First' },
    { name: 'Second' },
    { name: 'Third' },
    { title: 'Fourth', dealId: dataOf(answer, 2).id },
  ]);
});

describe('what is refused leaves nothing', () => {
  const nobody = randomUUID();
  const domain = `${unique('acme')}.example`;
  it.each<[string, Operation[], string]>([
    [
      'at the first part',
      [company({ domain }), company({ domain }), sale({ contactId: null })],
      '/1/body/domain',
    ],
    [
      'in the middle',
      [company(), sale({ contactId: nobody }), task({ contactId: null })],
      '/1/body/contactId',
    ],
    [
      'at the last part',
      [company(), sale({ contactId: null }), task({ contactId: nobody })],
      '/2/body/contactId',
    ],
    ['by a rule', [company(), sale({ contactId: null, stage: 'nowhere' })], '/1/body/stage'],
  ])('%s', async (_, operations, pointer) => {
    const before = await stage.written();
    const error = await errorOf(stage.batch(operations));
    expect(error.details.errors![0]!.pointer).toBe(`/operations${pointer}`);
    expect(error.details.batchId).toBeUndefined();
    expect(await stage.written()).toEqual(before);
  });

  it('to point at what the batch deletes', async () => {
    const { id } = await stage.createContact();
    const deletion: Operation = { op: 'delete', resource: 'contacts', id };
    const error = await errorOf(stage.batch([sale({ contactId: id, companyId: null }), deletion]));
    expect(error).toMatchObject({ code: 'UNKNOWN_REFERENCE' });
    expect((await stage.getContact(id)).version).toBe(1);
  });

  it('by If-Match', async () => {
    const made = await stage.createDeal();
    const stale = { ...update('deals', made.id, { name: 'Other' }), ifMatch: 7 };
    expect(await errorOf(stage.batch([company(), stale]))).toMatchObject({ code: 'VERSION_MISMATCH' });
  });
});

it('rehearses the whole: the answer and the events, and nothing of it', async () => {
  const before = await stage.written();
  const answer = await stage.batch([company(), person(), sale(), task()], { dryRun: true });
  expect(answer.events.map(({ type }) => type)).toEqual([
    'company.created',
    'contact.created',
    'deal.created',
    'task.created',
  ]);
  expect(dataOf<DealView>(answer, 2).contactId).toBe(dataOf(answer, 1).id);
  expect(await stage.written()).toEqual(before);
  // A rehearsal leaves no trace in what is known of other services' records either.
  const error = await errorOf(stage.createDeal({ contactId: dataOf(answer, 1).id }));
  expect(error.code).toBe('UNKNOWN_REFERENCE');
});

describe('Idempotency-Key', () => {
  it('has equal requests take effect once, and answers all of them with the same', async () => {
    const [email, key] = [uniqueEmail(), unique('key')];
    const operations = [company({ name: email }), person({ email }), sale({ name: email })];
    const { answers, errors } = await outcomesOf(
      Array.from({ length: 20 }, () => stage.batch(operations, { idempotencyKey: key })),
    );
    expect(errors).toEqual([]);
    expect(new Set(answers.map(({ results }) => JSON.stringify(results))).size).toBe(1);
    expect(answers.filter(({ isReplayed }) => !isReplayed)).toHaveLength(1);
    expect(await stage.contact.query('SELECT 1 FROM contact WHERE email = $1', [email])).toHaveLength(1);
    expect(await stage.deal.query('SELECT 1 FROM deal WHERE name = $1', [email])).toHaveLength(1);
    const other = errorOf(stage.batch([...operations, task()], { idempotencyKey: key }));
    expect((await other).code).toBe('IDEMPOTENCY_MISMATCH');
  });

  it('is free again when the batch was refused', async () => {
    const [email, key] = [uniqueEmail(), unique('key')];
    const { id } = await stage.createContact({ email });
    const operations = [company(), person({ email }), sale()];
    expect((await errorOf(stage.batch(operations, { idempotencyKey: key }))).code).toBe('DUPLICATE');
    await stage.contact.call('contacts.remove', { id });
    expect((await stage.batch(operations, { idempotencyKey: key })).isReplayed).toBe(false);
  });

  it('of a try that was left behind: has it taken back, and does the whole anew', async () => {
    const [email, key] = [uniqueEmail(), unique('key')];
    const operations = [company(), person({ email }), sale()];
    const release = await held(stage.deal, 'batch_part');
    const first = errorOf(stage.batch(operations, { idempotencyKey: key }));
    await untilPartWaits(stage.deal);
    const { id } = await stage.lastBatch();
    // As if nobody had renewed the claim.
    const second = eventually(async () => {
      await stage.contact.query(
        `UPDATE idempotency_key SET claimed_until = now() - interval '1 second' WHERE key = $1`,
        [key],
      );
      expect(await typesOf(stage.contact, id)).toEqual(['batch.created', 'batch.reverted']);
    });
    const again = stage.batch(operations, { idempotencyKey: key });
    await second;
    await release();
    const answer = await again;
    expect(answer.isReplayed).toBe(false);
    expect((await first).code).toMatch(/CONFLICT|IDEMPOTENCY_IN_PROGRESS/);
    const live = await stage.contact.query<{ id: string }>(
      'SELECT id FROM contact WHERE email = $1 AND deleted_at IS NULL',
      [email],
    );
    expect(live).toEqual([{ id: dataOf(answer, 1).id }]);
  });
});

it('tells of a batch on the stream, in the contract', async () => {
  await stage.batch([company(), person(), sale()]);
  const { id } = await stage.lastBatch();
  await eventually(async () => {
    const events = (await stage.system.published('CONTACT')).filter(
      ({ subject }) => subject === id,
    ) as EventEnvelope<'batch.created' | 'batch.completed'>[];
    expect(events.map(({ type, data }) => [type, data.batch.status])).toEqual([
      ['batch.created', 'open'],
      ['batch.completed', 'completed'],
    ]);
    expect(events[0]!.data.batch).toMatchObject({ services: ['contact', 'deal'], operations: 3 });
  });
});
