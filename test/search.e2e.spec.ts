import { WholeSystem, unique, uniqueEmail } from '@relata/testing';

jest.setTimeout(60_000);

let relata: WholeSystem;
beforeAll(async () => {
  relata = await WholeSystem.start();
});
afterAll(() => relata.stop());

interface Hit {
  type: string;
  record: { id: string };
  highlights: { field: string; value: string; places: { from: number; to: number }[] }[];
}
const search = async (q: string, more = ''): Promise<{ data: Hit[]; similar: boolean }> => {
  const { status, body } = await relata.api('GET', `/search?q=${encodeURIComponent(q)}${more}`);
  expect([status, body]).toEqual([200, expect.anything()]);
  return body;
};
const idsOf = ({ data }: { data: Hit[] }) => data.map(({ record }) => record.id);
/** A word that no other test has, of letters alone. */
const word = () =>
  unique('q').replace(/[^a-z]/gi, '') +
  Math.random()
    .toString(36)
    .replace(/[^a-z]/g, '');

it('finds records of every type by one word, each write as soon as it is answered', async () => {
  const name = word();
  const made = [];
  for (const [path, body] of [
    ['/companies', { name: `${name} AG` }],
    ['/contacts', { firstName: name, email: uniqueEmail() }],
    ['/deals', { name: `Deal with ${name}`, currency: 'EUR' }],
    ['/activities', { type: 'note', subject: `About ${name}` }],
    ['/tasks', { title: `Call ${name}` }],
  ] as const) {
    made.push((await relata.post(path, body)).id);
    expect(idsOf(await search(name)).sort()).toEqual([...made].sort());
  }
  const { data, similar } = await search(name);
  expect(similar).toBe(false);
  expect(data[0]).toMatchObject({
    type: 'contact',
    highlights: [{ field: 'firstName', places: [{ from: 0, to: name.length }] }],
  });
  expect((await search(name, '&in=deals,tasks')).data.map(({ type }) => type).sort()).toEqual([
    'deal',
    'task',
  ]);
  expect((await search(name, '&limit=2')).data).toHaveLength(2);
});

it('finds words without their accents, parts of words, of addresses and of telephone numbers', async () => {
  const name = word();
  const email = `${word()}.${word()}@example.org`;
  const { id } = await relata.post('/contacts', { lastName: `Gü${name}é`, email, phone: '+49 30 7654321' });
  const part = email.slice(2, 12);
  for (const q of [`gu${name}e`, `GÜ${name}`, name, name.slice(1, 8), part, `${name.slice(0, 6)} ${part}`])
    expect(idsOf(await search(q))).toEqual([id]);
  expect(idsOf(await search('030 7654', '&in=contacts'))).toEqual([id]);
  expect((await relata.api('GET', '/contacts?q=030%207654')).body.data).toMatchObject([{ id }]);
});

it('finds words with a slip when there are few hits, and says so', async () => {
  const { id } = await relata.post('/companies', { name: 'Wolkenkratzer GmbH' });
  const found = await search('wolkenkartzer');
  expect(found).toMatchObject({ similar: true, data: [{ type: 'company', record: { id } }] });
  expect(found.data[0]?.highlights).toEqual([
    { field: 'name', value: 'Wolkenkratzer GmbH', places: [{ from: 0, to: 13 }] },
  ]);
});

it('ranks a whole word before its beginning, and old hits before new ones that are worse', async () => {
  const name = word();
  const whole = await relata.post('/contacts', { lastName: name, email: uniqueEmail() });
  const begun = await relata.post('/contacts', { lastName: `${name}son`, email: uniqueEmail() });
  const within = await relata.post('/contacts', { lastName: `Mc${name}`, email: uniqueEmail() });
  expect(idsOf(await search(name))).toEqual([whole.id, begun.id, within.id]);
});

it('shows nobody what he may not see', async () => {
  const name = word();
  await relata.post('/contacts', { lastName: name, email: uniqueEmail() });
  const { id } = await relata.post('/users', { name: unique('Rep') });
  const { key } = await relata.post('/api-keys', { name: unique('Key'), userId: id });
  const authorization = `Bearer ${key}`;
  const search = () => relata.api('GET', `/search?q=${name}`, undefined, { authorization });
  expect((await search()).body.data).toEqual([]);
  await relata.post('/tasks', { title: name }, { authorization });
  expect((await search()).body.data).toMatchObject([{ type: 'task' }]);
});

it.each([
  ['', 'q'],
  ['q=', 'q'],
  ['q=%20%2F', 'q'],
  [`q=${'x'.repeat(201)}`, 'q'],
  ['q=a&limit=0', 'limit'],
  ['q=a&limit=51', 'limit'],
  ['q=a&in=contact', 'in'],
  ['q=a&types=x', 'types'],
])('refuses %s', async (query, named) => {
  const { status, body } = await relata.api('GET', `/search?${query}`);
  expect([status, body.code]).toEqual([400, 'INVALID_QUERY']);
  expect(body.detail).toContain(named);
});
