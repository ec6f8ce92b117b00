import type { ContactView, CustomFieldView, ListQuery, Page } from '@relata/contracts';
import { errorOf, eventually, startTestService, uniqueEmail, type TestService } from '@relata/testing';
import { contactService } from '../apps/contact/src/contact.service-definition';
import { manyContacts } from '../bench/many-contacts';
import { Statements, nodesOf, plansOf, rowsRead, type PlanNode } from '../bench/statements.testing';

const CONTACTS = 20_000;
const BUILT_MS = 20_000;

let contact: TestService;
let statements: Statements;
beforeAll(async () => {
  statements = Statements.watch();
  contact = await startTestService(contactService);
  await contact.query(
    manyContacts(`CASE WHEN row % 10 = 0 THEN '{}'::jsonb ELSE jsonb_build_object(
      'score', row % 5000, 'born', (date '1950-01-01' + row % 20000)::text,
      'seen', to_char(timestamp '2020-01-01' + row * interval '1 hour', 'YYYY-MM-DD"T"HH24:MI:SS.000"Z"'),
      'tier', 'tier ' || row % 4000, 'worth', jsonb_build_object('amount', (row % 3000)::text, 'currency', 'EUR'),
      'fan', row % 1000 = 1, 'likes', jsonb_build_array('l' || row % 700, 'l' || row % 701)) END`),
    [CONTACTS],
  );
  await contact.query('ANALYZE contact');
}, 60_000);
afterAll(() => contact.system.stop());

const get = (id: string) => contact.call<CustomFieldView>('customFields.get', { id });
const patch = (id: string, body: object) =>
  contact.call<CustomFieldView>('customFields.update', { id, body });
const remove = (id: string) => contact.call('customFields.remove', { id });
const define = (fieldName: string, fieldType: string, rest: object = {}) =>
  contact.call<CustomFieldView>('customFields.create', {
    body: { entityType: 'contact', fieldName, fieldType, fieldLabel: fieldName, indexed: true, ...rest },
  });
const concluded = (id: string) =>
  eventually(
    async () => {
      const field = await get(id);
      expect(field.indexState).not.toBe('building');
      return field;
    },
    { withinMs: BUILT_MS },
  );
const indexName = (id: string) => `custom_value_${id.replaceAll('-', '')}`;
/** Whether there is an index of the field, and whether Postgres uses it. */
const indexOf = async (id: string): Promise<boolean | undefined> => {
  const [row] = await contact.query<{ indisvalid: boolean }>(
    'SELECT indisvalid FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid WHERE relname = $1',
    [indexName(id)],
  );
  return row?.indisvalid;
};
const list = (query: ListQuery) => contact.call<Page<ContactView>>('contacts.list', query);

/** The plans of the first page, and of one behind it. */
async function plans(query: ListQuery): Promise<PlanNode[]> {
  const asked = await statements.of(async () => {
    const { page } = await list({ limit: 20, ...query });
    if (page.nextCursor) await list({ limit: 20, ...query, cursor: page.nextCursor });
  });
  const found: PlanNode[] = [];
  for (const statement of asked.filter(({ text }) => /FROM "contact" (WHERE|AS)/.test(text)))
    found.push(...(await plansOf(contact.dataSource, statement)));
  expect(found.length).toBeGreaterThan(0);
  return found;
}

/** By which indexes contacts are found, and how many rows are looked at. */
async function readBy(query: ListQuery): Promise<{ indexes: string[]; isWhole: boolean; most: number }> {
  const found = await plans(query);
  const nodes = found.flatMap(nodesOf);
  return {
    indexes: [
      ...new Set(nodes.flatMap((node) => node['Index Name'] ?? []).filter((name) => name !== 'contact_pkey')),
    ],
    isWhole: nodes.some((node) => node['Node Type'] === 'Seq Scan' && node['Relation Name'] === 'contact'),
    most: Math.max(...found.map(rowsRead)),
  };
}

const by = (field: string, op: string, value: string | string[]): ListQuery => ({
  filter: [{ field: `customFields.${field}`, op, value }] as ListQuery['filter'],
});
const sorted = (field: string, direction: 'asc' | 'desc' = 'asc'): ListQuery => ({
  sort: [{ field: `customFields.${field}`, direction }],
});
const LIKES = { options: Array.from({ length: 400 }, (_, index) => ({ value: `l${index}` })) };

const SHAPES: [string, string, object, ListQuery[]][] = [
  [
    'score',
    'number',
    {},
    [
      by('score', 'eq', '17'),
      by('score', 'in', ['17', '4711', '17', '99999']),
      by('score', 'gt', '4998'),
      by('score', 'between', ['100', '101']),
      sorted('score'),
      sorted('score', 'desc'),
      { ...by('score', 'gte', '4000'), ...sorted('score') },
    ],
  ],
  [
    'born',
    'date',
    {},
    [by('born', 'eq', '1960-02-29'), by('born', 'lt', '1950-01-03'), sorted('born'), sorted('born', 'desc')],
  ],
  [
    'seen',
    'datetime',
    {},
    [by('seen', 'between', ['2020-06-01T00:00:00Z', '2020-06-02T02:00:00+02:00']), sorted('seen')],
  ],
  ['tier', 'text', {}, [by('tier', 'eq', 'tier 7'), by('tier', 'in', ['tier 8', 'tier 9']), sorted('tier')]],
  ['worth', 'currency', {}, [by('worth', 'eq', '12'), sorted('worth', 'desc')]],
  ['fan', 'boolean', {}, [by('fan', 'eq', 'true')]],
  ['likes', 'multiselect', LIKES, [by('likes', 'eq', 'l7'), by('likes', 'in', ['l8', 'l9'])]],
];

it.each(SHAPES)('%s: lists by it are read from its index', async (name, type, rest, queries) => {
  const { id, indexState } = await define(name, type, rest);
  expect(indexState).toBe('building');
  expect(await concluded(id)).toMatchObject({ indexState: 'ready', indexError: null, version: 2 });
  for (const query of queries) {
    const { indexes, isWhole, most } = await readBy(query);
    const asked = JSON.stringify(query);
    expect({ asked, indexes, isWhole }).toEqual({ asked, indexes: [indexName(id)], isWhole: false });
    expect(most).toBeLessThan(500);
  }
  await remove(id);
  await eventually(async () => expect(await indexOf(id)).toBeUndefined(), { withinMs: BUILT_MS });
});

it('lists several values newest first, each row once, forwards and backwards', async () => {
  const { id } = await define('score', 'number');
  await concluded(id);
  const query = { ...by('score', 'in', ['17', '18', '19', '17', '99999']), limit: 4 };
  const rows = await contact.query<{ id: string }>(
    `SELECT id FROM contact WHERE custom_fields->>'score' IN ('17', '18', '19') ORDER BY created_at DESC, id DESC`,
  );
  const wanted = rows.map((row) => row.id);
  expect(wanted.length).toBeGreaterThan(8);
  const pages = [await list({ ...query, count: 'exact' })];
  expect(pages[0]?.page.total).toBe(wanted.length);
  for (let cursor = pages[0]?.page.nextCursor; cursor; cursor = pages.at(-1)?.page.nextCursor)
    pages.push(await list({ ...query, cursor }));
  const idsOf = ({ data }: Page<ContactView>) => data.map((one) => one.id);
  expect(pages.flatMap(idsOf)).toEqual(wanted);
  const back = pages.at(-1)?.page.prevCursor;
  expect(idsOf(await list({ ...query, ...(back ? { cursor: back } : {}) }))).toEqual(idsOf(pages.at(-2)!));
  await remove(id);
  await eventually(async () => expect(await indexOf(id)).toBeUndefined(), { withinMs: BUILT_MS });
});

it('comes and goes with the mark, and says so in the history', async () => {
  const { id } = await define('rank', 'number', { indexed: false });
  expect(await indexOf(id)).toBeUndefined();
  expect(await patch(id, { indexed: true })).toMatchObject({ indexed: true, indexState: 'building' });
  await concluded(id);
  expect(await indexOf(id)).toBe(true);
  // What is so already is no change.
  expect(await patch(id, { indexed: true })).toMatchObject({ indexState: 'ready', version: 3 });
  expect(await patch(id, { indexed: false })).toMatchObject({ indexed: false, indexState: null });
  await eventually(async () => expect(await indexOf(id)).toBeUndefined(), { withinMs: BUILT_MS });
  const { data } = await contact.call<Page<{ event: string; actor: { kind: string } }>>('history.list', {
    recordType: 'contactField',
    id,
    limit: 10,
  });
  expect(data).toHaveLength(4);
  await remove(id);
});

it('is built anew where a build was cut off, and where somebody dropped it', async () => {
  const { id } = await define('joined', 'date', { indexed: false });
  // Whoever reads for long holds a build up.
  const reader = contact.dataSource.createQueryRunner();
  await reader.startTransaction('REPEATABLE READ');
  await reader.query('SELECT count(*) FROM contact');
  try {
    await patch(id, { indexed: true });
    await eventually(async () => expect(await indexOf(id)).toBe(false), { withinMs: BUILT_MS });
    await contact.system.stopServices();
    expect(await indexOf(id)).toBe(false);
  } finally {
    await reader.rollbackTransaction();
    await reader.release();
  }
  await contact.system.startReplica(contactService);
  await contact.system.startReplica(contactService);
  expect(await concluded(id)).toMatchObject({ indexState: 'ready' });
  expect(await indexOf(id)).toBe(true);
  await contact.query(`DROP INDEX ${indexName(id)}`);
  await eventually(async () => expect(await indexOf(id)).toBe(true), { withinMs: BUILT_MS });
  await remove(id);
});

it('fails with the reason where a value is too long, stands in the way of no write, and can be tried again', async () => {
  const text = await define('notes', 'text', { indexed: false });
  const create = (notes: string) =>
    contact.call<ContactView>('contacts.create', { body: { email: uniqueEmail(), customFields: { notes } } });
  const long = await create(Array.from({ length: 9_000 }, () => Math.random().toString(36)[2]).join(''));
  await patch(text.id, { indexed: true });
  const failed = await concluded(text.id);
  expect(failed).toMatchObject({ indexState: 'failed', indexed: true });
  expect(failed.indexError).toContain(long.id);
  expect(await indexOf(text.id)).toBeUndefined();
  expect((await errorOf(create('x'.repeat(501)))).details.errors?.[0]).toMatchObject({
    pointer: '/customFields/notes',
  });
  await contact.call('contacts.update', { id: long.id, body: { customFields: { notes: 'short' } } });
  await patch(text.id, { indexed: true });
  expect(await concluded(text.id)).toMatchObject({ indexState: 'ready', indexError: null });
  // The longest that any letters make.
  await create('\u{1F600}'.repeat(250));
  await remove(text.id);
});

it('is for some fields of a type of record, not for all', async () => {
  const fields: CustomFieldView[] = [];
  for (let number = 0; number < 20; number++) fields.push(await define(`many${number}`, 'boolean'));
  expect((await errorOf(define('onemore', 'boolean'))).details.errors?.[0]).toMatchObject({
    pointer: '/indexed',
    code: 'too_many',
  });
  for (const { id } of fields) await remove(id);
});

it('reads dates and times in one form, and words for days', async () => {
  await define('due', 'date', { indexed: false });
  await define('rang', 'datetime', { indexed: false });
  const today = new Date().toISOString().slice(0, 10);
  const { id } = await contact.call<ContactView>('contacts.create', {
    body: { email: uniqueEmail(), customFields: { due: today, rang: `${today}T12:00:00+02:00` } },
  });
  const found = async (query: ListQuery) => (await list(query)).data.map((one) => one.id);
  expect(await found(by('due', 'eq', 'today'))).toEqual([id]);
  expect(await found(by('rang', 'eq', 'today'))).toEqual([id]);
  expect(await found(by('rang', 'eq', `${today}T10:00:00Z`))).toEqual([id]);
  expect(await found(by('rang', 'lt', `${today}T10:00:00Z`))).toEqual([]);
  expect((await errorOf(found(by('due', 'gte', '2024-1-1')))).code).toBe('INVALID_QUERY');
  const late = { email: uniqueEmail(), customFields: { rang: '9999-12-31T23:00:00-05:00' } };
  expect((await errorOf(contact.call('contacts.create', { body: late }))).code).toBe('VALIDATION_FAILED');
});

it('finds the chosen options of a list, as tags are found', async () => {
  const options = [{ value: 'gold' }, { value: 'silver' }];
  await define('medals', 'multiselect', { options, indexed: false });
  const create = (medals?: string[]) =>
    contact.call<ContactView>('contacts.create', {
      body: { email: uniqueEmail(), lastName: 'Medal', customFields: medals ? { medals } : {} },
    });
  const both = await create(['gold', 'silver']);
  const gold = await create(['gold']);
  const none = [await create([]), await create()];
  const found = async (op: string, value: string | string[]) => {
    const lastName = { field: 'lastName', op: 'eq', value: 'Medal' } as const;
    const { filter = [] } = by('medals', op, value);
    return (await list({ filter: [lastName, ...filter] })).data.map((one) => one.id).sort();
  };
  const ids = (...records: ContactView[]) => records.map((one) => one.id).sort();
  expect(await found('eq', 'silver')).toEqual(ids(both));
  expect(await found('ne', 'silver')).toEqual(ids(gold, ...none));
  expect(await found('in', ['gold', 'silver'])).toEqual(ids(both, gold));
  expect(await found('nin', ['gold'])).toEqual(ids(...none));
  expect(await found('isNull', 'true')).toEqual(ids(...none));
  expect(await found('contains', 'sil')).toEqual(ids(both));
  expect((await errorOf(list(sorted('medals')))).code).toBe('INVALID_QUERY');
});
