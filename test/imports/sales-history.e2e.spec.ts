import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { WholeSystem, eventually } from '@relata/testing';
import {
  FILES,
  importFile,
  outcomesBy,
  quarterOf,
  readPipeline,
  type Outcome,
  type Row,
} from './sales-history';

const GENERATED = resolve(__dirname, '..', 'data', 'sales-pipeline');
const REAL = join(
  resolve(process.env.RELATA_TEST_DATA ?? join(__dirname, '..', '..', '..', 'shared', 'data')),
  'maven-crm',
);
/** Every service but reporting is told of these; activities and reports follow within this time. */
const FOLLOW_MS = 120_000;
const MINUTES = 60_000;

/** Loads a sales history into a fresh instance and holds the reports against plain code over the file. */
function itTellsTheHistory(folder: string): void {
  let system: WholeSystem;
  let rows: Row[];

  beforeAll(async () => {
    rows = readPipeline(folder);
    system = await WholeSystem.start();
    const field = { entityType: 'deal', fieldName: 'product', fieldType: 'text', fieldLabel: 'Product' };
    expect((await system.api('POST', '/custom-fields', field)).status).toBe(201);
  }, 2 * MINUTES);

  afterAll(() => system.stop());

  const closed = () => rows.filter((row) => row.close_date !== '');
  const countOf = (stage: Row['deal_stage']) => rows.filter((row) => row.deal_stage === stage).length;
  const total = async (path: string) =>
    (await system.api('GET', `${path}${path.includes('?') ? '&' : '?'}count=exact&limit=1`)).body.page
      .total as number;

  const reported = async (query: string): Promise<Map<string, Outcome>> => {
    const { body } = await system.api('GET', `/reports/outcomes?${query}`);
    return new Map(
      body.data.map(
        (row: {
          key: string | null;
          label: string | null;
          won: number;
          lost: number;
          wonAmount: { amount: string; currency: string }[];
        }) => [
          row.label ?? '',
          {
            won: row.won,
            lost: row.lost,
            amount: Number(row.wonAmount.find(({ currency }) => currency === 'USD')?.amount ?? 0),
          },
        ],
      ),
    );
  };

  it(
    'imports every row',
    async () => {
      const people = parse<object>(readFileSync(join(folder, FILES.users)), { columns: true });
      const accounts = parse<object>(readFileSync(join(folder, FILES.companies)), { columns: true });
      expect(await importFile(system, 'users', folder)).toMatchObject({
        status: 'completed',
        created: people.length,
        ignoredColumns: ['manager'],
      });
      expect(await importFile(system, 'companies', folder)).toMatchObject({
        status: 'completed',
        created: accounts.length,
      });
      expect(await importFile(system, 'deals', folder)).toMatchObject({
        status: 'completed',
        created: rows.length,
        failed: 0,
      });
    },
    5 * MINUTES,
  );

  it(
    'gives every deal its history and its system activities',
    async () => {
      const expected = rows.length + 2 * closed().length;
      await eventually(async () => expect(await total('/activities')).toBe(expected), {
        withinMs: FOLLOW_MS,
      });
      expect(await total('/activities?filter[type]=deal_created')).toBe(rows.length);
      expect(await total('/activities?filter[type]=deal_won')).toBe(countOf('Won'));
      const row = rows.find((candidate) => candidate.deal_stage === 'Won') as Row;
      const { body: found } = await system.api('GET', `/deals?filter[name]=${row.opportunity_id}`);
      const deal = found.data[0];
      expect(deal).toMatchObject({
        externalKeys: [{ system: 'maven', key: row.opportunity_id }],
        customFields: { product: row.product },
        amount: row.close_value,
        stage: 'closed_won',
        status: 'won',
        actualCloseDate: row.close_date,
        createdAt: `${row.engage_date}T00:00:00.000Z`,
      });
      const { body: history } = await system.api('GET', `/deals/${deal.id}/history`);
      expect(
        history.data.map((entry: { type: string; occurredAt: string; version: number }) => [
          entry.type,
          entry.version,
          entry.occurredAt.slice(0, 10),
        ]),
      ).toEqual([
        ['deal.won', 3, row.close_date],
        ['deal.stageChanged', 2, row.close_date],
        ['deal.created', 1, row.engage_date],
      ]);
      const { body: timeline } = await system.api('GET', `/deals/${deal.id}/timeline`);
      expect(timeline.data.map((entry: { type: string }) => entry.type).sort()).toEqual([
        'deal_created',
        'deal_stage_changed',
        'deal_won',
      ]);
    },
    3 * MINUTES,
  );

  it(
    'reports what plain code finds in the file',
    async () => {
      const all = outcomesBy(rows, () => 'All');
      await eventually(async () => expect(await reported('')).toEqual(all), { withinMs: FOLLOW_MS });
      expect(await reported('groupBy=quarter')).toEqual(outcomesBy(rows, (row) => quarterOf(row.close_date)));
      expect(await reported('groupBy=month')).toEqual(outcomesBy(rows, (row) => row.close_date.slice(0, 7)));
      expect(await reported('groupBy=owner')).toEqual(outcomesBy(rows, (row) => row.sales_agent));
      expect(await reported('groupBy=company')).toEqual(outcomesBy(rows, (row) => row.account));
      expect(await reported('groupBy=customFields.product')).toEqual(outcomesBy(rows, (row) => row.product));
      const people = parse<{ sales_agent: string; regional_office: string }>(
        readFileSync(join(folder, FILES.users)),
        { columns: true },
      );
      const office = new Map(people.map((person) => [person.sales_agent, person.regional_office]));
      expect(await reported('groupBy=team')).toEqual(
        outcomesBy(rows, (row) => office.get(row.sales_agent) ?? ''),
      );
      const dates = closed()
        .map((row) => row.close_date)
        .sort();
      const [from, to] = [
        dates[Math.floor(dates.length / 4)] ?? '',
        dates[Math.floor(dates.length / 2)] ?? '',
      ];
      const inside = rows.filter((row) => row.close_date >= from && row.close_date <= to);
      expect(await reported(`from=${from}&to=${to}`)).toEqual(outcomesBy(inside, () => 'All'));
    },
    3 * MINUTES,
  );

  it('counts the pipeline by stage, zero amounts and missing ones told apart', async () => {
    const { body } = await system.api('GET', '/reports/pipeline');
    const counts = Object.fromEntries(
      body.data.map((stage: { stage: string; count: number }) => [stage.stage, stage.count]),
    );
    expect(counts).toEqual({
      qualification: countOf('Prospecting'),
      needs_analysis: countOf('Engaging'),
      proposal: 0,
      negotiation: 0,
      closed_won: countOf('Won'),
      closed_lost: countOf('Lost'),
    });
    expect(await total('/deals?filter[companyId][isNull]=true')).toBe(
      rows.filter((row) => row.account === '').length,
    );
  });

  it(
    'changes nothing when the same files come again',
    async () => {
      const { body: before } = await system.api('GET', '/deals?sort=-updatedAt&limit=1');
      for (const resource of ['users', 'companies', 'deals'] as const) {
        const result = await importFile(system, resource, folder);
        expect(result).toMatchObject({
          status: 'completed',
          created: 0,
          updated: 0,
          unchanged: result.total,
        });
      }
      expect((await system.api('GET', '/deals?sort=-updatedAt&limit=1')).body.data).toEqual(before.data);
      expect(await total('/activities')).toBe(rows.length + 2 * closed().length);
    },
    5 * MINUTES,
  );

  it(
    'takes all deals back when their import is undone, and the reports follow',
    async () => {
      const { body: jobs } = await system.api('GET', '/imports');
      const job = jobs.data.find(
        ({ resource, created }: { resource: string; created: number }) => resource === 'deals' && created > 0,
      );
      const started = await system.api('POST', `/imports/${job.id}/undo`);
      expect(started.status).toBe(202);
      expect(started.headers.get('location')).toBe(`/v1/imports/${started.body.id}`);
      await eventually(
        async () =>
          expect((await system.api('GET', `/imports/${started.body.id}`)).body).toMatchObject({
            status: 'completed',
            undoOf: job.id,
            deleted: rows.length,
          }),
        { withinMs: FOLLOW_MS },
      );
      expect(await total('/deals')).toBe(0);
      await eventually(async () => expect(await reported('')).toEqual(new Map()), { withinMs: FOLLOW_MS });
    },
    3 * MINUTES,
  );
}

describe('a generated sales history', () => {
  itTellsTheHistory(GENERATED);
});

if (existsSync(REAL)) {
  describe('the real sales history', () => {
    itTellsTheHistory(REAL);

    it('is the set that the figures are known of', () => {
      const rows = readPipeline(REAL);
      const all = outcomesBy(rows, () => 'all').get('all');
      expect(all).toEqual({ won: 4238, lost: 2473, amount: 10_005_534 });
      const quarters = outcomesBy(rows, (row) => quarterOf(row.close_date));
      const won = (quarter: string) => [quarters.get(quarter)?.won, quarters.get(quarter)?.amount];
      expect(['2017-Q1', '2017-Q2', '2017-Q3', '2017-Q4'].map(won)).toEqual([
        [531, 1_134_672],
        [1254, 3_086_111],
        [1257, 2_982_255],
        [1196, 2_802_496],
      ]);
    });
  });
} else {
  console.warn(
    `The real sales history was not tested: ${REAL} is absent (RELATA_TEST_DATA names its parent).`,
  );
}
