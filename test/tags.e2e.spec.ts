import { WholeSystem, unique, uniqueEmail } from '@relata/testing';

jest.setTimeout(60_000);

let relata: WholeSystem;
beforeAll(async () => {
  relata = await WholeSystem.start();
});
afterAll(() => relata.stop());

const post = (path: string, body: object, headers = {}) => relata.post(path, body, headers);
const namesOf = async (path: string): Promise<string[]> =>
  (await relata.api('GET', path)).body.data.map(({ name }: { name: string }) => name).sort();

it('keeps tags in lower case, none twice, replaced by a patch, with their history', async () => {
  const { id, tags } = await post('/companies', { name: unique('C'), tags: [' VIP ', 'vip', 'Berlin'] });
  expect(tags).toEqual(['vip', 'berlin']);
  expect((await relata.api('PATCH', `/companies/${id}`, { tags: ['new'] })).body.tags).toEqual(['new']);
  expect((await relata.api('PATCH', `/companies/${id}`, { industry: 'x' })).body.tags).toEqual(['new']);
  const { body } = await relata.api('GET', `/companies/${id}/history`);
  expect(body.data[1].changes).toEqual([{ field: 'tags', before: ['vip', 'berlin'], after: ['new'] }]);
});

it('filters by tags', async () => {
  const [a, b] = [unique('a'), unique('b')];
  for (const [name, tags] of Object.entries({ A: [a], B: [b], AB: [a, b], none: [] }))
    await post('/deals', { name, tags, currency: 'CHF' });
  const list = (condition: string) => namesOf(`/deals?filter[currency]=CHF&filter[tags]${condition}`);
  expect(await list(`=${a.toUpperCase()}`)).toEqual(['A', 'AB']);
  expect(await list(`[in]=${a},${b}`)).toEqual(['A', 'AB', 'B']);
  expect(await list(`[ne]=${a}`)).toEqual(['B', 'none']);
  expect(await list(`[nin]=${a},${b}`)).toEqual(['none']);
  expect(await list('[isNull]=true')).toEqual(['none']);
  expect(await list('[isNull]=false')).toEqual(['A', 'AB', 'B']);
  for (const path of ['/deals?filter[tags][gt]=a', '/deals?sort=tags'])
    expect((await relata.api('GET', path)).status).toBe(400);
});

it('keeps the tags of all when contacts are merged', async () => {
  const primary = await post('/contacts', { email: uniqueEmail(), tags: ['a', 'b'] });
  const duplicate = await post('/contacts', { email: uniqueEmail(), tags: ['b', 'c'] });
  const { tags } = await post(`/contacts/${primary.id}/merge`, { duplicateIds: [duplicate.id] });
  expect(tags).toEqual(['a', 'b', 'c']);
});

it.each([
  [['']],
  [['x'.repeat(65)]],
  ['vip'],
  [[1]],
  [null],
  [Array.from({ length: 51 }, (_, i) => `t${i}`)],
])('refuses %j', async (tags) => {
  const { status, body } = await relata.api('POST', '/companies', { name: unique('C'), tags });
  expect(status).toBe(422);
  expect(body.errors[0].pointer).toBe('/tags');
});
