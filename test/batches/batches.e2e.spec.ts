import { WholeSystem, outcomesOf, unique, uniqueEmail, type ApiAnswer } from '@relata/testing';

jest.setTimeout(90_000);

let relata: WholeSystem;
beforeAll(async () => {
  relata = await WholeSystem.start();
});
afterAll(() => relata.stop());

const post = (path: string, body: object, headers = {}) => relata.post(path, body, headers);
const batch = (resource: string, operations: object[], rest: object = {}): Promise<ApiAnswer> =>
  relata.api('POST', `/${resource}/batch`, { operations, ...rest });
const outcomes = ({ body }: ApiAnswer) => body.results.map(({ outcome }: { outcome: string }) => outcome);
const countOf = async (path: string, field: string, value: string): Promise<number> =>
  (await relata.api('GET', `${path}?filter[${field}]=${value}&count=exact`)).body.page.total;

it('does writes of every kind in order, all or nothing', async () => {
  const department = unique('department');
  const [old, gone] = [
    await post('/contacts', { email: uniqueEmail(), department }),
    await post('/contacts', { email: uniqueEmail(), department }),
  ];
  const answer = await batch('contacts', [
    { op: 'create', body: { email: uniqueEmail(), department } },
    { op: 'create', body: { email: uniqueEmail(), department } },
    { op: 'update', id: old.id, body: { title: 'Dr' }, ifMatch: 1 },
    { op: 'update', id: old.id, body: { title: 'Dr' } },
    { op: 'delete', id: gone.id },
    { op: 'restore', id: gone.id },
    { op: 'delete', id: gone.id },
    { op: 'upsert', by: 'email', body: { email: old.email.toUpperCase(), title: 'Prof' } },
  ]);
  expect(answer.status).toBe(200);
  expect(outcomes(answer)).toEqual([
    'created',
    'created',
    'updated',
    'unchanged',
    'deleted',
    'restored',
    'deleted',
    'updated',
  ]);
  expect(answer.body.results[7]).toMatchObject({ status: 200, data: { id: old.id, title: 'Prof' } });
  expect(await countOf('/contacts', 'department', department)).toBe(3);

  const refused = await batch('contacts', [
    { op: 'create', body: { email: uniqueEmail(), department } },
    { op: 'delete', id: old.id },
    { op: 'create', body: { email: answer.body.results[0].data.email } },
  ]);
  expect(refused).toMatchObject({
    status: 409,
    body: { code: 'DUPLICATE', errors: [{ pointer: '/operations/2/body/email' }] },
  });
  expect(await countOf('/contacts', 'department', department)).toBe(3);
  expect((await relata.api('GET', `/contacts/${old.id}`)).status).toBe(200);
});

it('does each by itself when asked to, and says what became of it', async () => {
  const name = unique('Deal');
  const answer = await batch(
    'deals',
    [
      { op: 'create', body: { name } },
      { op: 'create', body: { name, stage: 'nowhere' } },
      { op: 'create', body: { amount: '1' } },
      { op: 'create', body: { name, companyId: '01a20644-b1bc-726a-a213-000000000001' } },
      { op: 'create', body: { name } },
      { op: 'delete', id: '01a20644-b1bc-726a-a213-000000000001' },
    ],
    { atomic: false },
  );
  expect(answer.status).toBe(200);
  expect(answer.body.results.map(({ status }: { status: number }) => status)).toEqual([
    201, 422, 422, 422, 201, 404,
  ]);
  expect(answer.body.results[1].error).toMatchObject({
    code: 'VALIDATION_FAILED',
    errors: [{ pointer: '/body/stage' }],
  });
  expect(answer.body.results[2].error.errors[0].pointer).toBe('/body/name');
  expect(answer.body.results[3].error.errors[0].pointer).toBe('/body/companyId');
  expect(await countOf('/deals', 'name', name)).toBe(2);
});

it('names every operation whose body does not fit, before it does any', async () => {
  const email = uniqueEmail();
  const { status, body } = await batch('contacts', [
    { op: 'create', body: { email } },
    { op: 'create', body: { email: 'no', colour: 'red' } },
    { op: 'upsert', body: {} },
  ]);
  expect(status).toBe(422);
  expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
    '/operations/1/body/colour',
    '/operations/1/body/email',
    '/operations/2/externalKey',
  ]);
  expect(await countOf('/contacts', 'email', email)).toBe(0);
});

it.each([
  [{ operations: [] }, '/operations'],
  [{ operations: [{ op: 'fly' }] }, '/operations/0/op'],
  [{ operations: [{ op: 'update', body: {} }] }, '/operations/0/id'],
  [{ operations: [{ op: 'create' }] }, '/operations/0/body'],
  [{ operations: Array.from({ length: 1001 }, () => ({ op: 'create', body: {} })) }, '/operations'],
  [{ operations: [{ op: 'create', body: {} }], atomic: 'no' }, '/atomic'],
])('refuses a batch that is none (%#)', async (body, pointer) => {
  const answer = await relata.api('POST', '/contacts/batch', body);
  expect(answer.status).toBe(422);
  expect(answer.body.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
});

it('makes a thousand records in one request, each with its event, and once under a key', async () => {
  const department = unique('department');
  const operations = Array.from({ length: 1000 }, () => ({
    op: 'create',
    body: { email: uniqueEmail(), department },
  }));
  const send = () => relata.api('POST', '/contacts/batch', { operations }, { 'idempotency-key': department });
  const [first, second] = [await send(), await send()];
  expect(new Set(outcomes(first))).toEqual(new Set(['created']));
  expect(second.body).toEqual(first.body);
  expect(await countOf('/contacts', 'department', department)).toBe(1000);
  const [{ id }] = first.body.results.map(({ data }: { data: { id: string } }) => data);
  expect((await relata.api('GET', `/contacts/${id}/history`)).body.data).toMatchObject([
    { type: 'contact.created' },
  ]);
});

it('rehearses a batch', async () => {
  const email = uniqueEmail();
  const { status, body } = await relata.api('POST', '/contacts/batch?dryRun=true', {
    operations: [
      { op: 'create', body: { email } },
      { op: 'upsert', by: 'email', body: { email, title: 'Dr' } },
    ],
  });
  expect(status).toBe(200);
  expect(body.dryRun.events.map(({ type }: { type: string }) => type)).toEqual([
    'contact.created',
    'contact.updated',
  ]);
  expect(await countOf('/contacts', 'email', email)).toBe(0);
});

it('tells, when it is rehearsed, of no event of an operation that is refused by itself', async () => {
  const [key, name] = [unique('key'), unique('Deal')];
  const externalKey = { system: 'erp', key };
  await post('/deals', { name: 'Engine', externalKeys: [externalKey] });
  const { body } = await relata.api('POST', '/deals/batch?dryRun=true', {
    operations: [
      // Its name is changed, and then there is no such stage.
      { op: 'upsert', externalKey, body: { name, stage: 'nowhere' } },
      { op: 'create', body: { name } },
    ],
    atomic: false,
  });
  expect(outcomes({ body } as ApiAnswer)).toEqual(['refused', 'created']);
  expect(body.dryRun.events.map(({ type }: { type: string }) => type)).toEqual(['deal.created']);
});

describe('PUT by-external', () => {
  const put = (path: string, body: object, headers = {}) => relata.api('PUT', path, body, headers);

  it('makes, changes, or leaves what another system knows by its key', async () => {
    const key = unique('key');
    const path = `/deals/by-external/maven/${key}`;
    const made = await put(path, { name: 'Engine', stage: 'qualification' });
    expect(made).toMatchObject({
      status: 201,
      body: { name: 'Engine', externalKeys: [{ system: 'maven', key }] },
    });
    expect(made.headers.get('location')).toBe(`/v1/deals/${made.body.id}`);
    expect(made.headers.get('upsert-outcome')).toBe('created');
    const changed = await put(path, { name: 'Engine', stage: 'closed_won' });
    expect(changed).toMatchObject({ status: 200, body: { id: made.body.id, status: 'won' } });
    expect(changed.headers.get('upsert-outcome')).toBe('updated');
    const same = await put(path, { name: 'Engine', stage: 'closed_won' });
    expect(same.headers.get('upsert-outcome')).toBe('unchanged');
    expect(same.body.version).toBe(changed.body.version);
  });

  it('makes one of many at once, whatever the key holds', async () => {
    const key = unique('a/b c?ä');
    const path = `/companies/by-external/erp/${encodeURIComponent(key)}`;
    const { answers } = await outcomesOf(
      Array.from({ length: 20 }, () => put(path, { name: unique('Company') })),
    );
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers[0]!.body.externalKeys).toEqual([{ system: 'erp', key }]);
  });

  it('does not take over what the caller may not see', async () => {
    const key = unique('key');
    await put(`/contacts/by-external/erp/${key}`, { email: uniqueEmail() });
    const user = await post('/users', { name: unique('Rep') });
    const { key: other } = await post('/api-keys', { name: unique('Key'), userId: user.id });
    const headers = { authorization: `Bearer ${other}` };
    const answer = await put(`/contacts/by-external/erp/${key}`, { email: uniqueEmail() }, headers);
    expect(answer).toMatchObject({ status: 409, body: { code: 'DUPLICATE' } });
    expect(answer.body.existingId).toBeUndefined();
  });

  it.each([
    ['/planets/by-external/erp/1', 404],
    ['/contacts/by-external/E R P/1', 422],
  ])('refuses %s', async (path, status) => {
    expect(await put(encodeURI(path), { email: uniqueEmail() })).toMatchObject({ status });
  });
});
