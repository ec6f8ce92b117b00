import * as fc from 'fast-check';
import type { FilterCondition, FilterNode } from '@relata/contracts';
import { errorOf } from '@relata/testing';
import { Widgets, values, type Values } from './widgets.testing';

const RUNS = 60;

let widgets: Widgets;
beforeAll(async () => {
  widgets = await Widgets.open();
});
afterAll(() => widgets.close());
beforeEach(() => widgets.clear());

const isOneOf = (value: string | null, ...values: string[]) => value !== null && values.includes(value);

/** A filter, and the rows for which it holds. */
interface Tree {
  node: FilterNode;
  holds: (row: Values) => boolean;
}

const leaf: fc.Arbitrary<Tree> = fc.constantFrom<Tree>(
  { node: { field: 'name', op: 'eq', value: 'a' }, holds: (row) => row.name === 'a' },
  { node: { field: 'name', op: 'contains', value: 'b' }, holds: (row) => row.name?.includes('b') ?? false },
  { node: { field: 'price', op: 'gte', value: '9.99' }, holds: (row) => Number(row.price ?? -1) >= 9.99 },
  { node: { field: 'rank', op: 'lt', value: '1' }, holds: (row) => row.rank < 1 },
  { node: { field: 'hot', op: 'eq', value: 'true' }, holds: (row) => row.hot === true },
  { node: { field: 'day', op: 'isNull', value: 'true' }, holds: (row) => row.day === null },
  {
    node: { field: 'customFields.tier', op: 'ne', value: 'gold' },
    holds: (row) => row.customFields.tier !== 'gold',
  },
);
const tree = fc.letrec<{ tree: Tree }>((tie) => {
  const many = fc.array(tie('tree'), { maxLength: 3 });
  return {
    tree: fc.oneof(
      { maxDepth: 3 },
      leaf,
      many.map((parts) => ({
        node: { and: parts.map(({ node }) => node) },
        holds: (row: Values) => parts.every((part) => part.holds(row)),
      })),
      many.map((parts) => ({
        node: { or: parts.map(({ node }) => node) },
        holds: (row: Values) => parts.some((part) => part.holds(row)),
      })),
      tie('tree').map(({ node, holds }) => ({ node: { not: node }, holds: (row: Values) => !holds(row) })),
    ),
  };
}).tree;

it('filters by and, or and not as plain code does, nulls included', async () => {
  const rows = fc.sample(values, 150);
  const ids = await widgets.insert(rows);
  await fc.assert(
    fc.asyncProperty(tree, async ({ node, holds }) => {
      const expected = ids.filter((_, index) => holds(rows[index]!));
      expect((await widgets.whole({ filter: [node] })).sort()).toEqual(expected.sort());
    }),
    { numRuns: RUNS },
  );
});

it('refuses a filter that is too deep or too long', async () => {
  let deep: FilterNode = { field: 'rank', op: 'eq', value: '1' };
  for (let level = 0; level < 12; level++) deep = { not: deep };
  expect(await errorOf(widgets.list({ filter: [deep] }))).toMatchObject({ code: 'INVALID_QUERY' });
  const long = Array.from({ length: 101 }, (): FilterNode => ({ field: 'rank', op: 'eq', value: '1' }));
  expect(await errorOf(widgets.list({ filter: [{ or: long }] }))).toMatchObject({ code: 'INVALID_QUERY' });
});

it('ends a list that takes too long, and names the field that no index serves', async () => {
  await widgets.insert(fc.sample(values, 20));
  const column = (property: string) => widgets.sql.column(property);
  const slow = {
    metadata: widgets.sql.metadata,
    table: widgets.sql.table,
    column,
    select: `${widgets.sql.select}, pg_sleep(0.5)`,
    rows: widgets.sql.rows.bind(widgets.sql),
  };
  const error = await errorOf(
    widgets.list({ filter: [{ field: 'name', op: 'ne', value: 'q' }], limit: 50 }, slow),
  );
  expect(error).toMatchObject({
    code: 'QUERY_TOO_EXPENSIVE',
    details: { errors: [{ pointer: '/filter/name', code: 'not_indexed' }] },
  });
  const custom = await errorOf(
    widgets.list({ sort: [{ field: 'customFields.score', direction: 'asc' }], limit: 50 }, slow),
  );
  expect(custom).toMatchObject({
    code: 'QUERY_TOO_EXPENSIVE',
    details: { errors: [{ pointer: '/sort/customFields.score', code: 'not_indexed' }] },
  });
  expect(custom.message).toContain('PATCH the custom field score-id with {"indexed":true}');
});

it('filters as plain code does', async () => {
  const holds: [FilterCondition, (row: Values) => boolean][] = [
    [{ field: 'name', op: 'eq', value: 'a' }, (row) => row.name === 'a'],
    [{ field: 'name', op: 'ne', value: 'a' }, (row) => row.name !== 'a'],
    [{ field: 'name', op: 'contains', value: 'A' }, (row) => /a/i.test(row.name ?? '')],
    [{ field: 'name', op: 'contains', value: '%' }, (row) => row.name === '%'],
    [{ field: 'name', op: 'startsWith', value: '_' }, (row) => row.name === '_'],
    [{ field: 'name', op: 'isNull', value: 'true' }, (row) => row.name === null],
    [{ field: 'price', op: 'eq', value: '10' }, (row) => Number(row.price ?? NaN) === 10],
    [{ field: 'price', op: 'lt', value: '9.99' }, (row) => row.price !== null && Number(row.price) < 9.99],
    [{ field: 'rank', op: 'in', value: ['0', '2'] }, (row) => [0, 2].includes(row.rank)],
    [{ field: 'rank', op: 'nin', value: ['0', '2'] }, (row) => ![0, 2].includes(row.rank)],
    [{ field: 'day', op: 'nin', value: ['2017-03-01'] }, (row) => row.day !== '2017-03-01'],
    [{ field: 'day', op: 'gte', value: '2017-02-28' }, (row) => row.day !== null && row.day >= '2017-02-28'],
    [{ field: 'hot', op: 'eq', value: 'true' }, (row) => row.hot === true],
    [
      { field: 'customFields.score', op: 'gte', value: '2' },
      (row) => Number(row.customFields.score ?? -1) >= 2,
    ],
    [{ field: 'customFields.tier', op: 'isNull', value: 'true' }, (row) => !('tier' in row.customFields)],
    [{ field: 'rank', op: 'between', value: ['0', '1'] }, (row) => row.rank === 0 || row.rank === 1],
    [{ field: 'day', op: 'eq', value: 'last_3_days' }, (row) => isOneOf(row.day, '2017-02-28', '2017-03-01')],
    [{ field: 'day', op: 'ne', value: 'yesterday' }, (row) => row.day !== '2017-03-01'],
    [{ field: 'day', op: 'lt', value: 'this_month' }, (row) => isOneOf(row.day, '1999-12-31', '2017-02-28')],
    [{ field: 'day', op: 'gte', value: 'this_month' }, (row) => row.day === '2017-03-01'],
    [{ field: 'day', op: 'lte', value: 'last_year' }, (row) => row.day === '1999-12-31'],
    [{ field: 'day', op: 'gt', value: 'last_year' }, (row) => row.day !== null && row.day > '2017'],
    [{ field: 'createdAt', op: 'lt', value: 'last_month' }, () => true],
    [{ field: 'createdAt', op: 'gt', value: 'this_week' }, () => false],
  ];
  const rows = fc.sample(values, 150);
  const ids = await widgets.insert(rows);
  for (const [filter, test] of holds) {
    const expected = ids.filter((_, index) => test(rows[index]!));
    expect({ filter, ids: (await widgets.whole({ filter: [filter] })).sort() }).toEqual({
      filter,
      ids: expected.sort(),
    });
  }
});
