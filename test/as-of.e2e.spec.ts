import * as fc from 'fast-check';
import { WholeSystem, eventually, unique, uniqueEmail } from '@relata/testing';

jest.setTimeout(120_000);

let relata: WholeSystem;
beforeAll(async () => {
  relata = await WholeSystem.start();
});
afterAll(() => relata.stop());

const post = (path: string, body: object, headers = {}) => relata.post(path, body, headers);
const get = (path: string, headers = {}) => relata.api('GET', path, undefined, headers);

/** A time after everything that was done, and before everything that will be. */
function now(): string {
  const time = Date.now() + 1;
  while (Date.now() <= time);
  return new Date(time).toISOString();
}

/** The position behind everything that is recorded. */
async function position(id: string, version: number): Promise<string> {
  return eventually(async () => {
    const { body } = await get(`/events?after=start&record=deal:${id}&limit=200`);
    expect(body.data.at(-1).recordversion).toBe(version);
    return (await get('/events?after=now')).body.page.nextCursor as string;
  });
}

/** A list from its first page to its last. */
async function walk(path: string): Promise<object[]> {
  const all: object[] = [];
  for (let cursor = ''; ;) {
    const { status, body } = await get(`${path}&limit=2${cursor}`);
    expect(status).toBe(200);
    all.push(...body.data);
    if (!body.page.nextCursor) return all;
    cursor = `&cursor=${body.page.nextCursor}`;
  }
}

it('answers records and lists as they stood, at times and at positions', async () => {
  const owners = [
    (await post('/users', { name: unique('A') })).id,
    (await post('/users', { name: unique('B') })).id,
  ];
  const deals: string[] = [];
  const moments: { at: string[]; records: Map<string, object | null>; lists: object[][] }[] = [];
  const steps = fc.sample(
    fc.record({
      kind: fc.constantFrom('create', 'create', 'own', 'own', 'stage', 'rename', 'delete', 'restore'),
      which: fc.nat(20),
      owner: fc.constantFrom(...owners),
    }),
    30,
  );
  for (const { kind, which, owner } of steps) {
    const id = deals[which % Math.max(1, deals.length)];
    if (kind === 'create' || id === undefined)
      deals.push((await post('/deals', { name: unique('Deal'), ownerId: owner })).id);
    else if (kind === 'own') await relata.api('PATCH', `/deals/${id}`, { ownerId: owner });
    else if (kind === 'rename') await relata.api('PATCH', `/deals/${id}`, { name: unique('Deal') });
    else if (kind === 'stage') await relata.api('PATCH', `/deals/${id}/stage`, { stage: 'proposal' });
    else if (kind === 'delete') await relata.api('DELETE', `/deals/${id}`);
    else await relata.api('POST', `/deals/${id}/restore`);
    const changed = kind === 'create' || id === undefined ? deals.at(-1)! : id;
    const trash = (await get(`/deals?deleted=only&filter[id]=${changed}`)).body.data[0];
    const version = trash?.version ?? (await get(`/deals/${changed}`)).body.version;
    const records = new Map<string, object | null>();
    for (const deal of deals) {
      const { status, body } = await get(`/deals/${deal}`);
      records.set(deal, status === 200 ? body : null);
    }
    const lists = await Promise.all(owners.map((one) => walk(`/deals?filter[ownerId]=${one}`)));
    moments.push({ at: [now(), await position(changed, version)], records, lists });
  }
  for (const { at, records, lists } of moments) {
    for (const moment of at) {
      for (const [id, record] of records) {
        const { status, body } = await get(`/deals/${id}?asOf=${moment}`);
        expect([id, moment, status]).toEqual([id, moment, record ? 200 : 404]);
        expect(status === 200 ? body : null).toEqual(record);
      }
      for (const [index, owner] of owners.entries())
        expect(await walk(`/deals?filter[ownerId]=${owner}&asOf=${moment}`)).toEqual(lists[index]);
    }
  }
});

it('does so for contacts, companies, activities and tasks, and does not know what was not yet', async () => {
  const before = now();
  const company = await post('/companies', { name: 'Before' });
  const contact = await post('/contacts', { email: uniqueEmail(), companyId: company.id });
  const task = await post('/tasks', { title: 'Call', contactId: contact.id });
  const activity = await post('/activities', { type: 'note', subject: 'x', companyId: company.id });
  const then = now();
  await relata.api('PATCH', `/companies/${company.id}`, { name: 'After' });
  await relata.api('PATCH', `/contacts/${contact.id}`, { companyId: null });
  await relata.api('DELETE', `/tasks/${task.id}`);
  expect((await get(`/companies/${company.id}?asOf=${then}&fields=name`)).body).toEqual({
    id: company.id,
    name: 'Before',
  });
  expect((await get(`/contacts?filter[companyId]=${company.id}&asOf=${then}`)).body.data).toEqual([contact]);
  expect((await get(`/contacts?filter[companyId]=${company.id}`)).body.data).toEqual([]);
  expect((await get(`/tasks?filter[contactId]=${contact.id}&asOf=${then}`)).body.data).toEqual([task]);
  expect((await get(`/activities/${activity.id}?asOf=${then}`)).body).toEqual(activity);
  for (const path of [`/contacts/${contact.id}`, `/tasks/${task.id}`])
    expect((await get(`${path}?asOf=${before}`)).status).toBe(404);
});

it('goes by the rights of today', async () => {
  const user = await post('/users', { name: unique('Rep') });
  const { key } = await post('/api-keys', { name: unique('Key'), userId: user.id });
  const rep = { authorization: `Bearer ${key}` };
  const deal = await post('/deals', { name: unique('Deal'), ownerId: user.id });
  const then = now();
  expect((await get(`/deals/${deal.id}?asOf=${then}`, rep)).status).toBe(200);
  await relata.api('PATCH', `/deals/${deal.id}`, { ownerId: null });
  expect((await get(`/deals/${deal.id}?asOf=${then}`, rep)).status).toBe(404);
  expect((await get(`/deals?filter[ownerId]=${user.id}&asOf=${then}`, rep)).body.data).toEqual([]);
  expect((await get(`/deals?filter[ownerId]=${user.id}&asOf=${then}`)).body.data).toHaveLength(1);
});

it.each([
  'asOf=yesterday',
  'asOf=2026-13-01T00:00:00Z',
  'asOf=2026-06-30T00:00:00Z',
  'asOf=2026-06-30T00:00:00Z&filter[amount][gt]=1',
  'asOf=2026-06-30T00:00:00Z&filter[ownerId]=x&sort=name',
  'asOf=2026-06-30T00:00:00Z&filter[ownerId]=x&q=a',
  'asOf=2026-06-30T00:00:00Z&filter[ownerId]=x&include=contact',
  'asOf=2026-06-30T00:00:00Z&filter[ownerId]=x&cursor=x',
])('refuses a list with %s', async (query) => {
  expect((await get(`/deals?${query}`)).status).toBe(400);
});
