import fc from 'fast-check';
import { Widgets, values } from '../lists/widgets.testing';
import { PLANNED_ANEW } from '../schema/prepared-statements';

let widgets: Widgets;
beforeAll(async () => {
  widgets = await Widgets.open();
});
afterAll(() => widgets.close());

async function fill(count: number): Promise<void> {
  await widgets.clear();
  await widgets.insert(fc.sample(values, { numRuns: count, seed: count }));
  await widgets.query('VACUUM (ANALYZE) widget');
}

/** How Postgres reads the table by the plan that it keeps for whatever comes. */
async function scansOf(sql: string): Promise<string[]> {
  const rows = (await widgets.query(`${PLANNED_ANEW}EXPLAIN (GENERIC_PLAN) ${sql}`)) as {
    'QUERY PLAN': string;
  }[];
  return rows.flatMap((row) => /(\w+ Scan)\b.* on widget\b/.exec(row['QUERY PLAN'])?.[1] ?? []);
}

it.each([500, 5_000])('finds a record to update by its id, among %i', async (count) => {
  await fill(count);
  expect(await scansOf(widgets.sql.update)).toEqual(['Index Scan']);
});

it('finds records to update by their ids, and then by their places', async () => {
  await fill(5_000);
  expect((await scansOf(widgets.sql.updateMany)).sort()).toEqual(['Index Scan', 'Tid Scan']);
});
