import { WholeSystem, unique, uniqueEmail, type ApiAnswer } from '@relata/testing';

jest.setTimeout(90_000);

let relata: WholeSystem;
beforeAll(async () => {
  relata = await WholeSystem.start();
});
afterAll(() => relata.stop());

const VIEWER = '01980000-0000-7000-8000-000000000004';
const bulk = (resource: string, body: object, query = ''): Promise<ApiAnswer> =>
  relata.api('POST', `/${resource}/bulk${query}`, body);
const inDepartment = (value: string) => ({ field: 'department', op: 'eq', value });
const titles = async (department: string): Promise<string[]> =>
  (await relata.api('GET', `/contacts?filter[department]=${department}&sort=title`)).body.data.map(
    ({ title }: { title: string }) => title,
  );

async function contactsIn(department: string, count: number): Promise<string[]> {
  const operations = Array.from({ length: count }, (_, at) => ({
    op: 'create',
    body: { email: uniqueEmail(), department, title: `T${at}` },
  }));
  const answer = await relata.api('POST', '/contacts/batch', { operations });
  expect(answer).toMatchObject({ status: 200 });
  return answer.body.results.map(({ data }: { data: { id: string } }) => data.id);
}

const NONE = { updated: 0, unchanged: 0, deleted: 0, restored: 0, refused: 0 };

it('updates, deletes and restores what a filter leaves, and nothing else', async () => {
  const [here, elsewhere] = [unique('here'), unique('elsewhere')];
  await contactsIn(here, 5);
  await contactsIn(elsewhere, 2);
  const update = { op: 'update', filter: inDepartment(here), body: { title: 'Same' } };
  expect(await bulk('contacts', update)).toMatchObject({
    status: 200,
    body: { outcomes: { ...NONE, updated: 5 }, refused: [], page: { nextCursor: null, hasMore: false } },
  });
  expect((await bulk('contacts', update)).body.outcomes).toEqual({ ...NONE, unchanged: 5 });
  expect(await titles(here)).toEqual(Array.from({ length: 5 }, () => 'Same'));
  expect(await titles(elsewhere)).toEqual(['T0', 'T1']);

  const removed = await bulk('contacts', { op: 'delete', filter: inDepartment(here) });
  expect(removed.body.outcomes).toEqual({ ...NONE, deleted: 5 });
  expect(await titles(here)).toEqual([]);
  const restored = await bulk('contacts', { op: 'restore', filter: inDepartment(here) });
  expect(restored.body.outcomes).toEqual({ ...NONE, restored: 5 });
  expect(await titles(here)).toHaveLength(5);
});

it('goes on by a cursor, each record once, also when the write takes them out of the filter', async () => {
  const department = unique('walk');
  await contactsIn(department, 7);
  const moved = unique('moved');
  let cursor: string | null = null;
  const done: number[] = [];
  do {
    const { body }: ApiAnswer = await bulk('contacts', {
      op: 'update',
      filter: inDepartment(department),
      body: { department: moved },
      limit: 3,
      ...(cursor ? { cursor } : {}),
    });
    done.push(body.outcomes.updated);
    cursor = body.page.nextCursor;
  } while (cursor);
  expect(done).toEqual([3, 3, 1]);
  expect(await titles(moved)).toHaveLength(7);
});

it('refuses each record that cannot be written by itself, with the error of the single request', async () => {
  const department = unique('unique');
  const ids = await contactsIn(department, 3);
  const email = uniqueEmail();
  const { body } = await bulk('contacts', {
    op: 'update',
    filter: inDepartment(department),
    body: { email },
  });
  expect(body.outcomes).toEqual({ ...NONE, updated: 1, refused: 2 });
  for (const refusal of body.refused) {
    expect(ids).toContain(refusal.id);
    expect(refusal).toMatchObject({
      status: 409,
      error: { code: 'DUPLICATE', errors: [{ pointer: '/body/email' }] },
    });
  }
});

it('tells beforehand what it would do, and does it once under a key', async () => {
  const department = unique('dry');
  await contactsIn(department, 3);
  const request = { op: 'delete', filter: inDepartment(department) };
  const dry = await bulk('contacts', request, '?dryRun=true');
  expect(dry.body).toMatchObject({ outcomes: { ...NONE, deleted: 3 } });
  expect(dry.body.dryRun.events.map(({ type }: { type: string }) => type)).toEqual(
    Array.from({ length: 3 }, () => 'contact.deleted'),
  );
  expect(await titles(department)).toHaveLength(3);
  const key = { 'idempotency-key': unique('key') };
  const first = await relata.api('POST', '/contacts/bulk', request, key);
  const again = await relata.api('POST', '/contacts/bulk', request, key);
  expect(first.body.outcomes).toEqual({ ...NONE, deleted: 3 });
  expect(again.body).toEqual(first.body);
});

it('takes a saved view, and words', async () => {
  const department = unique('view');
  await contactsIn(department, 2);
  const view = await relata.post('/views', {
    resource: 'contacts',
    name: unique('view'),
    filter: inDepartment(department),
    sort: ['title'],
  });
  const viewed = await bulk('contacts', { op: 'update', view: view.id, body: { title: 'Viewed' } });
  expect(viewed.body.outcomes).toEqual({ ...NONE, updated: 2 });
  const deal = await relata.post('/deals', { name: unique('harbour') });
  const found = await bulk('deals', { op: 'update', q: deal.name, body: { amount: '7' } });
  expect(found.body.outcomes).toEqual({ ...NONE, updated: 1 });
});

it.each([
  [{ op: 'delete' }, '/filter'],
  [{ op: 'delete', filter: [] }, '/filter'],
  [{ op: 'delete', filter: { and: [] } }, '/filter'],
  [{ op: 'delete', q: ' ' }, '/filter'],
  [{ op: 'update', filter: inDepartment('x') }, '/body'],
  [{ op: 'update', filter: inDepartment('x'), body: { title: 'x'.repeat(121) } }, '/body/title'],
  [{ op: 'update', filter: inDepartment('x'), body: { tilte: 'Dr' } }, '/body/tilte'],
  [{ op: 'forget', filter: inDepartment('x') }, '/op'],
  [{ op: 'delete', filter: inDepartment('x'), limit: 1_001 }, '/limit'],
])('refuses %j', async (request, pointer) => {
  expect(await bulk('contacts', request)).toMatchObject({
    status: 422,
    body: { code: 'VALIDATION_FAILED', errors: [{ pointer }] },
  });
});

it('is refused to one who may see the records and not change them', async () => {
  const department = unique('rights');
  await contactsIn(department, 2);
  const { id } = await relata.post('/users', { name: unique('Viewer'), roleId: VIEWER });
  const { key } = await relata.post('/api-keys', { name: unique('Key'), userId: id });
  const request = { op: 'delete', filter: inDepartment(department) };
  const answer = await relata.api('POST', '/contacts/bulk', request, { authorization: `Bearer ${key}` });
  expect(answer).toMatchObject({ status: 403, body: { code: 'FORBIDDEN' } });
  expect(await titles(department)).toHaveLength(2);
});
