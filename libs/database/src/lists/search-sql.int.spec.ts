import type { ListQuery } from '@relata/contracts';
import { WidgetEntity, Widgets } from './widgets.testing';

const ROWS = 20_000;
const LIMIT = 10;

interface Plan {
  'Node Type': string;
  'Subplan Name'?: string;
  'Relation Name'?: string;
  'Actual Loops': number;
  Plans?: Plan[];
}

let widgets: Widgets;
beforeAll(async () => {
  widgets = await Widgets.open();
  // Every so manieth has the word, and the newest is one of them.
  await widgets.query(
    `INSERT INTO widget (id, version, created_at, updated_at, reader_ids, editor_ids, external_keys, custom_fields, rank, search_text)
     SELECT gen_random_uuid(), 1, now() - row * interval '1 second', now(), '{}', '{}', '[]', '{}', row,
            concat_ws(' ', 'each', CASE WHEN row % 20 = 0 THEN 'twentieth' END, CASE WHEN row % 40 = 0 THEN 'fortieth' END,
                      CASE WHEN row % 1000 = 0 THEN 'thousandth' END, CASE WHEN row >= 400 AND row % 2 = 0 THEN 'older' END,
                      CASE WHEN row < 6 THEN 'newest' END)
     FROM generate_series(0, ${ROWS - 1}) AS row`,
  );
  await widgets.query('ANALYZE widget');
});
afterAll(() => widgets.close());

/** Which parts of its statements were carried out for a search, and what it found. */
async function lookedAt(query: ListQuery): Promise<{ parts: string[][]; ranks: number[] }> {
  const asked: { text: string; values: unknown[] }[] = [];
  const { data } = await widgets.list(
    { limit: LIMIT, ...query },
    Object.assign(Object.create(widgets.sql) as typeof widgets.sql, {
      rows: (...given: Parameters<typeof widgets.sql.rows<WidgetEntity>>) => {
        asked.push({ text: given[1], values: given[2] });
        return widgets.sql.rows<WidgetEntity>(...given);
      },
    }),
  );
  const parts: string[][] = [];
  for (const { text, values } of asked) {
    const [row] = (await widgets.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${text}`, values)) as {
      'QUERY PLAN': [{ Plan: Plan }];
    }[];
    if (row) parts.push(partsOf(row['QUERY PLAN'][0].Plan));
  }
  return { parts, ranks: data.map(({ rank }) => rank) };
}

/** Where in the statement the table is read: in which windows, or as a whole. */
function partsOf(plan: Plan, part = 'whole'): string[] {
  const name = plan['Subplan Name']?.startsWith('CTE ') ? plan['Subplan Name'].slice(4) : part;
  const isRead = plan['Relation Name'] === 'widget' && plan['Actual Loops'] > 0;
  const isAnswer = plan['Node Type'] === 'Tid Scan';
  return [
    ...(isRead && !isAnswer ? [name] : []),
    ...(plan.Plans ?? []).flatMap((child) => partsOf(child, name)),
  ];
}

it.each([
  ['each', 1, ['among0']],
  ['twentieth', 20, ['among0', 'among1']],
  ['fortieth', 40, ['among0', 'among1', 'among2']],
  // One of the first few promises some, and more do not: twenty in all are fewer than one would go through.
  ['thousandth', 1_000, ['among0', 'among1', 'few']],
])('looks for %s among the next rows as far as it pays', async (q, step, parts) => {
  const newest = Array.from({ length: LIMIT }, (_, at) => at * step);
  expect(await lookedAt({ q })).toEqual({ parts: [parts], ranks: newest });
});

it('looks for what most of the older ones have in a window after all', async () => {
  const ranks = Array.from({ length: LIMIT }, (_, at) => 400 + 2 * at);
  expect(await lookedAt({ q: 'older' })).toEqual({ parts: [['among0', 'few'], ['among0']], ranks });
});

it('looks all up when a window does not keep what the one before promised', async () => {
  const ranks = [0, 1, 2, 3, 4, 5];
  expect(await lookedAt({ q: 'newest' })).toEqual({ parts: [['among0', 'among1', 'among2', 'few']], ranks });
});

it('finds nothing where nothing is', async () => {
  expect(await lookedAt({ q: 'hundredth' })).toEqual({ parts: [['among0', 'few']], ranks: [] });
});
