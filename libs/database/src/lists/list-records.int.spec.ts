import * as fc from 'fast-check';
import { DomainError, type FilterCondition, type ListQuery, type SortKey } from '@relata/contracts';
import { errorOf } from '@relata/testing';
import { Widgets, values } from './widgets.testing';

const RUNS = 60;

let widgets: Widgets;
beforeAll(async () => {
  widgets = await Widgets.open();
});
afterAll(() => widgets.close());
beforeEach(() => widgets.clear());

const SORTABLE = [
  'name',
  'price',
  'rank',
  'day',
  'hot',
  'createdAt',
  'customFields.tier',
  'customFields.score',
];
const sort = fc
  .uniqueArray(fc.constantFrom(...SORTABLE), { maxLength: 4 })
  .chain((fields) =>
    fc.tuple(
      ...fields.map((field) =>
        fc.record({ field: fc.constant(field), direction: fc.constantFrom('asc' as const, 'desc' as const) }),
      ),
    ),
  );
const condition: fc.Arbitrary<FilterCondition> = fc.constantFrom<FilterCondition>(
  { field: 'name', op: 'isNull', value: 'false' },
  { field: 'name', op: 'ne', value: 'a' },
  { field: 'price', op: 'gte', value: '0' },
  { field: 'price', op: 'nin', value: ['10', '9.99'] },
  { field: 'rank', op: 'in', value: ['0', '1', '2'] },
  { field: 'day', op: 'lt', value: '2017-03-01' },
  { field: 'customFields.score', op: 'gt', value: '0' },
  { field: 'customFields.tier', op: 'eq', value: 'gold' },
);
const query = fc.record({
  // Half of them in the order that an index has.
  sort: fc.oneof(sort, fc.constant<SortKey[]>([])),
  q: fc.constantFrom('', '', 'a', 'b', 'é a'),
  filter: fc.array(condition, { maxLength: 2 }),
  limit: fc.integer({ min: 1, max: 7 }),
});

/** Ids of a whole walk, page by page; `between` runs after each page. */
async function walk(
  { cursor, ...question }: ListQuery,
  direction: 'nextCursor' | 'prevCursor',
  between: (page: number) => Promise<void> = () => Promise.resolve(),
): Promise<{ ids: string[]; turn: string | null }> {
  const ids: string[] = [];
  let at = cursor;
  let turn: string | null;
  for (let page = 0; ; page++) {
    const { data, page: info } = await widgets.list({ ...question, ...(at ? { cursor: at } : {}) });
    const seen = data.map((row) => row.id);
    if (direction === 'nextCursor') ids.push(...seen);
    else ids.unshift(...seen);
    turn = direction === 'nextCursor' ? info.prevCursor : info.nextCursor;
    at = info[direction] ?? undefined;
    if (!at) return { ids, turn };
    await between(page);
  }
}

/** Whether a question is answered, or refused in our own words. */
const isHandled = (question: ListQuery) =>
  widgets.list(question).then(
    () => true,
    (error: unknown) => error instanceof DomainError,
  );

it('walks every row once, in order, forwards and back', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(values, { maxLength: 40 }), query, async (rows, question) => {
      await widgets.clear();
      await widgets.insert(rows);
      const expected = await widgets.whole(question);
      const forwards = await walk(question, 'nextCursor');
      expect(forwards.ids).toEqual(expected);
      if (!forwards.turn) return;
      const back = await walk({ ...question, cursor: forwards.turn }, 'prevCursor');
      const lastPage = expected.slice(back.ids.length);
      expect([...back.ids, ...lastPage]).toEqual(expected);
      expect(lastPage.length).toBeLessThanOrEqual(question.limit);
    }),
    { numRuns: RUNS },
  );
});

it('shows every row that stays exactly once while others come and go', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(values, { minLength: 8, maxLength: 30 }),
      fc.array(values, { minLength: 1, maxLength: 12 }),
      query,
      fc.constantFrom('nextCursor' as const, 'prevCursor' as const),
      async (staying, passing, question, direction) => {
        await widgets.clear();
        await widgets.insert(staying);
        const leaving = await widgets.insert(passing);
        const start = direction === 'nextCursor' ? undefined : (await walk(question, 'nextCursor')).turn;
        await widgets.query('DELETE FROM widget WHERE id = ANY($1::uuid[])', [leaving.slice(0, 2)]);
        const here = new Set(await widgets.whole(question));
        for (const id of leaving) here.delete(id);
        const { ids } = await walk(
          { ...question, ...(start ? { cursor: start } : {}) },
          direction,
          async (page) => {
            const gone = leaving[page + 2];
            if (gone) await widgets.query('UPDATE widget SET deleted_at = now() WHERE id = $1', [gone]);
            if (page < 5) await widgets.insert([passing[page % passing.length]!]);
          },
        );
        const seen = ids.filter((id) => here.has(id));
        expect(new Set(ids).size).toBe(ids.length);
        // Backwards from the last page, that page's own rows are not walked again.
        const missing = [...here].filter((id) => !seen.includes(id));
        expect(missing.length).toBeLessThanOrEqual(direction === 'nextCursor' ? 0 : question.limit);
      },
    ),
    { numRuns: RUNS },
  );
});

it('counts what the filter matches, whichever page is shown', async () => {
  await widgets.insert(fc.sample(values, 20));
  const first = await widgets.list({ limit: 3, count: 'exact' });
  expect(first.page.total).toBe(20);
  expect((await widgets.list({ limit: 3, count: 'exact', cursor: first.page.nextCursor! })).page.total).toBe(
    20,
  );
});

describe('refuses', () => {
  const refusal = async (question: ListQuery) => errorOf(widgets.list(question));

  it('a cursor under another filter, sort or search', async () => {
    await widgets.insert(fc.sample(values, 10));
    const question: ListQuery = { limit: 2, sort: [{ field: 'rank', direction: 'asc' }] };
    const cursor = (await widgets.list(question)).page.nextCursor!;
    expect((await widgets.list({ ...question, limit: 5, cursor })).data.length).toBeGreaterThan(0);
    for (const other of [
      { sort: [{ field: 'rank', direction: 'desc' as const }] },
      { sort: [{ field: 'name', direction: 'asc' as const }] },
      { filter: [{ field: 'rank', op: 'gte' as const, value: '0' }] },
      { q: 'a' },
      { deleted: 'only' as const },
    ])
      expect(await refusal({ ...question, ...other, cursor })).toMatchObject({ code: 'INVALID_CURSOR' });
  });

  it.each(['', 'x', 'W10', Buffer.from('[1,2,3]').toString('base64url'), '💥'])(
    'a cursor that is none: %p',
    async (cursor) => {
      expect(await refusal({ cursor })).toMatchObject({ code: 'INVALID_CURSOR' });
    },
  );

  it('a field that is none, with the nearest that is', async () => {
    const unknown: ListQuery[] = [
      { filter: [{ field: 'nmae', op: 'eq', value: 'x' }] },
      { sort: [{ field: 'nmae', direction: 'asc' }] },
    ];
    for (const question of unknown) {
      const error = await refusal(question);
      expect(error.code).toBe('INVALID_QUERY');
      expect(error.message).toContain('did you mean "name"');
    }
  });

  it.each([
    'searchText',
    'constructor',
    'customFields.nope',
    "name' OR true --",
    '"name"',
    'externalKeys',
    '',
  ])('to filter or sort by %p', async (field) => {
    expect(await refusal({ filter: [{ field, op: 'eq', value: 'x' }] })).toMatchObject({
      code: 'INVALID_QUERY',
    });
    expect(await refusal({ sort: [{ field, direction: 'asc' }] })).toMatchObject({ code: 'INVALID_QUERY' });
  });

  it.each([0, -1, 201, 1.5, Number.NaN])('a limit of %p', async (limit) => {
    expect(await refusal({ limit })).toMatchObject({ code: 'INVALID_QUERY' });
  });

  it('an unknown operator', async () => {
    const filter = [{ field: 'name', op: 'like', value: 'x' } as unknown as FilterCondition];
    expect(await refusal({ filter })).toMatchObject({ code: 'INVALID_QUERY' });
  });

  it('or answers any value of any field, and never fails inside', async () => {
    const anyText = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '0000-01-01',
        '9999-12-31',
        '2017-02-30',
        '275760-09-13',
        '1e400',
        'NaN',
        'infinity',
        '99999999999',
        '-0',
        '\u0000',
      ),
    );
    const operators = [
      'eq',
      'ne',
      'gt',
      'gte',
      'lt',
      'lte',
      'in',
      'nin',
      'contains',
      'startsWith',
      'isNull',
    ] as const;
    const fields = [...SORTABLE, 'id', 'version', 'updatedAt', 'ownerId', 'deletedAt'];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...fields),
        fc.constantFrom(...operators),
        anyText,
        async (field, op, value) => {
          expect(await isHandled({ filter: [{ field, op, value }] })).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('a cursor whose values were tampered with', async () => {
    await widgets.insert(fc.sample(values, 10));
    const question: ListQuery = { limit: 2, sort: [{ field: 'rank', direction: 'asc' }] };
    const cursor = (await widgets.list(question)).page.nextCursor!;
    const [bound, way] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    const forged = Buffer.from(JSON.stringify([bound, way, ["1' OR true --", 'x']])).toString('base64url');
    expect(await refusal({ ...question, cursor: forged })).toMatchObject({ code: 'INVALID_QUERY' });
  });

  it('or answers any search text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (q) => {
        expect(await isHandled({ q })).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
