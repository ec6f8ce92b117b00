import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { WholeSystem, eventually, unique, uniqueEmail, type ApiAnswer } from '@relata/testing';

jest.setTimeout(90_000);

let relata: WholeSystem;
beforeAll(async () => {
  relata = await WholeSystem.start();
});
afterAll(() => relata.stop());

const batch = (operations: object[], headers: Record<string, string> = {}, query = ''): Promise<ApiAnswer> =>
  relata.api('POST', `/batch${query}`, { operations }, headers);
const get = (path: string) => relata.api('GET', path);
/** Where the log ends. */
const endOfLog = async (): Promise<string> => (await get('/events?after=now')).body.page.nextCursor;
/** What an answered request has written since; system activities follow later. */
const typesOf = async ({ headers }: ApiAnswer, after: string): Promise<string[]> => {
  const { body } = await get(`/events?after=${encodeURIComponent(after)}&limit=200`);
  return body.data
    .filter(({ requestid }: { requestid: string }) => requestid === headers.get('x-request-id'))
    .map(({ type }: { type: string }) => type)
    .filter((type: string) => type !== 'activity.created');
};
const pointersOf = ({ body }: ApiAnswer) => body.errors.map(({ pointer }: { pointer: string }) => pointer);

/** A company, a contact on it, a deal on both, and what was said and is to be done about it. */
const sale = (email: string, deal: object = {}): object[] => [
  { op: 'create', resource: 'companies', ref: 'acme', body: { name: email } },
  { op: 'create', resource: 'contacts', ref: 'ada', body: { email, companyId: { $ref: 'acme' } } },
  {
    op: 'create',
    resource: 'deals',
    ref: 'engine',
    body: { name: email, contactId: { $ref: 'ada' }, companyId: { $ref: 'acme' }, ...deal },
  },
  {
    op: 'create',
    resource: 'activities',
    body: { type: 'call', subject: email, contactId: { $ref: 'ada' }, dealId: { $ref: 'engine' } },
  },
  { op: 'create', resource: 'tasks', body: { title: email, dealId: { $ref: 'engine' } } },
];
/** How many live records of each kind a `sale` left. */
const countsOf = async (email: string): Promise<number[]> => {
  const of = async (path: string, field: string) =>
    (await get(`/${path}?filter[${field}]=${email}&count=exact`)).body.page.total as number;
  return Promise.all([
    of('companies', 'name'),
    of('contacts', 'email'),
    of('deals', 'name'),
    of('activities', 'subject'),
    of('tasks', 'title'),
  ]);
};
const ALL = [1, 1, 1, 1, 1];
const NONE = [0, 0, 0, 0, 0];

it('makes a company, a contact on it, a deal on both, an activity and a task in one call', async () => {
  const email = uniqueEmail();
  const { status, body } = await batch(sale(email));
  expect(status).toBe(200);
  expect(body.results.map(({ status }: { status: number }) => status)).toEqual([201, 201, 201, 201, 201]);
  const [company, contact, deal, activity, task] = body.results.map(({ data }: { data: object }) => data);
  expect(contact.companyId).toBe(company.id);
  expect(deal).toMatchObject({ contactId: contact.id, companyId: company.id });
  expect(activity).toMatchObject({ contactId: contact.id, dealId: deal.id });
  expect(task).toMatchObject({ dealId: deal.id });
  expect((await get(`/deals/${deal.id}`)).body).toEqual(deal);
  expect(await countsOf(email)).toEqual(ALL);
});

it('changes and deletes by the names of upserted records, too', async () => {
  const email = uniqueEmail();
  const known = await relata.post('/contacts', { email });
  const { body } = await batch([
    { op: 'upsert', resource: 'contacts', by: 'email', ref: 'ada', body: { email, title: 'Dr' } },
    { op: 'create', resource: 'deals', ref: 'engine', body: { name: email, contactId: { $ref: 'ada' } } },
    { op: 'update', resource: 'deals', id: { $ref: 'engine' }, body: { amount: '5', currency: 'EUR' } },
    { op: 'update', resource: 'contacts', id: { $ref: 'ada' }, body: { department: 'Law' } },
  ]);
  expect(body.results.map(({ outcome }: { outcome: string }) => outcome)).toEqual([
    'updated',
    'created',
    'updated',
    'updated',
  ]);
  expect(body.results[2].data).toMatchObject({ version: 2, amount: '5', contactId: known.id });
  expect((await get(`/contacts/${known.id}`)).body).toMatchObject({ title: 'Dr', department: 'Law' });
});

describe('a part that is refused though it was rehearsed', () => {
  /** Somebody who is with the database of the deal service itself. */
  let intruder: Client;
  beforeAll(async () => {
    const state = join(relata.launched.dataDir, 'postgres-state.json');
    const { port, password } = JSON.parse(readFileSync(state, 'utf8')) as Record<string, string>;
    intruder = new Client(`postgres://postgres:${password}@127.0.0.1:${port}/relata`);
    await intruder.connect();
  });
  afterAll(() => intruder.end());

  it('has all taken back: nothing can be seen, the trash has it, and the log tells why', async () => {
    const email = uniqueEmail();
    const externalKeys = [{ system: 'erp', key: email }];
    const before = await endOfLog();
    await intruder.query('BEGIN; LOCK TABLE deal.batch_part IN EXCLUSIVE MODE');
    const answer = batch(sale(email, { externalKeys }));
    await eventually(async () => {
      await intruder.query('SELECT pg_stat_clear_snapshot()');
      const { rowCount } = await intruder.query(
        `SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE 'INSERT INTO batch_part%'`,
      );
      expect(rowCount).toBe(1);
    });
    // Contact's part is done already: a contact without its deal.
    expect((await countsOf(email)).slice(0, 3)).toEqual([1, 1, 0]);
    await relata.post('/deals', { name: unique('Other'), externalKeys });
    await intruder.query('ROLLBACK');

    const refused = await answer;
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'DUPLICATE', errors: [{ pointer: '/operations/2/body/externalKeys/0' }] },
    });
    expect(await countsOf(email)).toEqual(NONE);
    expect((await get(`/contacts?deleted=only&filter[email]=${email}`)).body.data).toHaveLength(1);
    await eventually(async () =>
      expect(await typesOf(refused, before)).toEqual([
        'batch.created',
        'company.created',
        'contact.created',
        'batch.reverted',
        'contact.deleted',
        'company.deleted',
      ]),
    );
    const { body: log } = await get(`/events?after=start&record=batch:${refused.body.batchId}`);
    expect(log.data).toMatchObject([
      { type: 'batch.created', data: { batch: { status: 'open', operations: 5 } } },
      { type: 'batch.reverted', data: { code: 'DUPLICATE', batch: { status: 'reverted' } } },
    ]);
    // What stood in its way is gone: the same once more.
    expect((await batch(sale(email))).status).toBe(200);
  });
});

describe('a name', () => {
  const company = { op: 'create', resource: 'companies', ref: 'acme', body: { name: unique('Acme') } };
  const contact = (companyId: unknown) => ({
    op: 'create',
    resource: 'contacts',
    ref: 'ada',
    body: { email: uniqueEmail(), companyId },
  });
  it.each<[string, object[], string, string]>([
    [
      'that nothing has',
      [company, contact({ $ref: 'acmee' })],
      '/operations/1/body/companyId',
      'unknown_ref',
    ],
    [
      'of a later operation',
      [contact({ $ref: 'acme' }), company],
      '/operations/0/body/companyId',
      'forward_ref',
    ],
    [
      'of another kind of record',
      [company, { op: 'create', resource: 'deals', body: { name: 'D', contactId: { $ref: 'acme' } } }],
      '/operations/1/body/contactId',
      'other_resource',
    ],
    ['that is none', [company, contact({ $ref: 'acme', id: 1 })], '/operations/1/body/companyId', 'ref'],
    ['that is given twice', [company, company], '/operations/1/ref', 'duplicate'],
    [
      'of what is deleted',
      [{ op: 'delete', resource: 'contacts', ref: 'gone', id: '01a20644-b1bc-726a-a213-000000000001' }],
      '/operations/0/ref',
      'deleted',
    ],
    [
      'of another kind of record, as id',
      [company, { op: 'update', resource: 'contacts', id: { $ref: 'acme' }, body: { title: 'Dr' } }],
      '/operations/1/id',
      'other_resource',
    ],
    ['that is no word', [{ ...company, ref: 'a b' }], '/operations/0/ref', 'matches'],
  ])('%s is refused', async (_, operations, pointer, code) => {
    const answer = await batch(operations);
    expect(answer).toMatchObject({
      status: 422,
      body: { code: 'VALIDATION_FAILED', errors: [{ pointer, code }] },
    });
  });

  it('that is written a little wrong brings the right one', async () => {
    const answer = await batch([company, contact({ $ref: 'acmee' })]);
    expect(answer.body.errors[0].message).toContain('Did you mean acme?');
  });

  it('stands beside what else is wrong, and all is told', async () => {
    const answer = await batch([
      { op: 'create', resource: 'contacts', body: { email: 'no', colour: 'red' } },
      { op: 'create', resource: 'planets', body: {} },
    ]);
    expect(answer.status).toBe(422);
    expect(pointersOf(answer)).toContain('/operations/1/resource');
  });
});

it('writes nothing for who may not write all of it', async () => {
  const crm = Object.fromEntries(
    ['contact', 'company', 'activity', 'task'].map((one) => [one, { read: 'all', create: 'all' }]),
  );
  const role = await relata.post('/roles', {
    name: unique('role'),
    permissions: { ...crm, deal: { read: 'all' }, user: { read: 'all' } },
  });
  const user = await relata.post('/users', { name: unique('Person'), roleId: role.id });
  const { key } = await relata.post('/api-keys', { name: unique('Key'), userId: user.id });
  const as = { authorization: `Bearer ${key}` };
  // That a key is used is an event of the request that uses it first.
  await relata.api('GET', '/users/me', undefined, as);
  const email = uniqueEmail();
  const before = await endOfLog();
  const refused = await batch(sale(email), as);
  expect(refused).toMatchObject({
    status: 403,
    body: { code: 'FORBIDDEN', errors: [{ pointer: '/operations/2' }] },
  });
  expect(await typesOf(refused, before)).toEqual([]);
  expect((await get(`/contacts?deleted=only&filter[email]=${email}`)).body.data).toEqual([]);
  // The rest of it he may.
  const allowed = sale(email).slice(0, 2);
  const task = { op: 'create', resource: 'tasks', body: { title: email, contactId: { $ref: 'ada' } } };
  expect((await batch([...allowed, task], as)).status).toBe(200);
});

describe('Idempotency-Key', () => {
  const text = async (operations: object[], key: string) => {
    const answer = await fetch(`${relata.url}/v1/batch`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${relata.apiKey}`,
        'content-type': 'application/json',
        'idempotency-key': key,
      },
      body: JSON.stringify({ operations }),
    });
    const isReplayed = answer.headers.get('idempotency-replayed') === 'true';
    return { status: answer.status, isReplayed, bytes: await answer.text() };
  };

  it('brings the same bytes again', async () => {
    const [email, key] = [uniqueEmail(), unique('key')];
    const first = await text(sale(email), key);
    expect(first).toMatchObject({ status: 200, isReplayed: false });
    expect(await text(sale(email), key)).toEqual({ ...first, isReplayed: true });
    expect(await countsOf(email)).toEqual(ALL);
    expect((await text(sale(uniqueEmail()), key)).status).toBe(422);
  });

  it('has equal requests at once take effect once', async () => {
    const [email, key] = [uniqueEmail(), unique('key')];
    const answers = await Promise.all(Array.from({ length: 10 }, () => text(sale(email), key)));
    expect(new Set(answers.map(({ bytes }) => bytes)).size).toBe(1);
    expect(answers.filter(({ isReplayed }) => !isReplayed)).toHaveLength(1);
    expect(await countsOf(email)).toEqual(ALL);
  });
});

it('rehearses the whole', async () => {
  const email = uniqueEmail();
  const before = await endOfLog();
  const rehearsed = await batch(sale(email), {}, '?dryRun=true');
  const { status, body } = rehearsed;
  expect(status).toBe(200);
  expect(body.results[2].data.contactId).toBe(body.results[1].data.id);
  expect(body.dryRun.events.map(({ type }: { type: string }) => type)).toEqual([
    'company.created',
    'contact.created',
    'deal.created',
    'activity.created',
    'task.created',
  ]);
  expect(await typesOf(rehearsed, before)).toEqual([]);
  expect(await countsOf(email)).toEqual(NONE);
  expect((await batch(sale('no'), {}, '?dryRun=true')).status).toBe(422);
});

it('is one transaction where all is of one service', async () => {
  const email = uniqueEmail();
  const before = await endOfLog();
  const answer = await batch(sale(email).slice(0, 2));
  expect(answer.status).toBe(200);
  await eventually(async () =>
    expect(await typesOf(answer, before)).toEqual(['company.created', 'contact.created']),
  );
  const again = await batch(sale(email).slice(0, 2));
  expect(again).toMatchObject({ status: 409, body: { errors: [{ pointer: '/operations/1/body/email' }] } });
  expect(await countsOf(email)).toEqual([1, 1, 0, 0, 0]);
});

it('does a thousand operations', async () => {
  const people = Array.from({ length: 333 }, (_, at) => ({ email: uniqueEmail(), ref: `p${at}` }));
  const department = unique('department');
  const operations = [
    { op: 'create', resource: 'companies', ref: 'acme', body: { name: department } },
    ...people.map(({ email, ref }) => ({
      op: 'create',
      resource: 'contacts',
      ref,
      body: { email, department, companyId: { $ref: 'acme' } },
    })),
    ...people.map(({ ref }) => ({
      op: 'create',
      resource: 'deals',
      body: { name: department, contactId: { $ref: ref } },
    })),
    ...people.map(({ ref }) => ({
      op: 'create',
      resource: 'tasks',
      body: { title: department, contactId: { $ref: ref } },
    })),
  ];
  const { status, body } = await batch(operations);
  expect(status).toBe(200);
  expect(body.results).toHaveLength(1000);
  expect(body.results[334].data.contactId).toBe(body.results[1].data.id);
  expect((await get(`/deals?filter[name]=${department}&count=exact&limit=1`)).body.page.total).toBe(333);
});
