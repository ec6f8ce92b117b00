import type {
  ConversionReportView,
  DealView,
  OutcomesReportView,
  PipelineReportView,
  PipelineWithStagesView,
  Page,
} from '@relata/contracts';
import { TestSystem, errorOf, unique, type TestService } from '@relata/testing';
import { dealService } from '../../deal/src/deal.service-definition';
import { reportingService } from './reporting.service-definition';

let system: TestSystem;
let deal: TestService;
let reporting: TestService;
beforeEach(async () => {
  // 13 hours ahead of UTC in summer: a day there is mostly the day before elsewhere.
  system = await TestSystem.start([dealService, reportingService], { TIME_ZONE: 'Pacific/Auckland' });
  deal = system.service('deal');
  reporting = system.service('reporting');
});
afterEach(async () => system.stop());

const create = (body: Record<string, unknown> = {}) =>
  deal.call<DealView>('deals.create', { body: { name: unique('Deal'), ...body } });
const close = (id: string, outcome: string, closedAt?: string) =>
  deal.call('deals.close', { id, body: { outcome, ...(closedAt ? { closedAt } : {}) } });
const move = (id: string, stage: string) => deal.call('deals.changeStage', { id, body: { stage } });

async function outcomes(question: object = {}): Promise<OutcomesReportView['data']> {
  await system.effectsDone();
  return (await reporting.call<OutcomesReportView>('reports.outcomes', question)).data;
}

it('trap 10: counts the deals that ever entered a stage once, so that no rate passes 1', async () => {
  const [won, lost, open] = [await create(), await create(), await create()];
  for (const { id } of [won, lost, open]) await move(id, 'proposal');
  // Back and forth: it entered proposal twice, and is one deal.
  await move(won.id, 'qualification');
  await move(won.id, 'proposal');
  await close(won.id, 'won');
  await close(lost.id, 'lost');
  await system.effectsDone();
  const { data } = await reporting.call<ConversionReportView>('reports.conversion', {});
  const rates = Object.fromEntries(
    data.map((row) => [row.stage, [row.entered, row.won, row.conversionRate]]),
  );
  expect(rates).toEqual({
    qualification: [3, 1, '0.3333'],
    needs_analysis: [0, 0, null],
    proposal: [3, 1, '0.3333'],
    negotiation: [0, 0, null],
    closed_won: [1, 1, '1.0000'],
    closed_lost: [1, 0, '0.0000'],
  });
});

it('trap 11: counts a deal where it was closed, not where it was created, in the time zone of the installation', async () => {
  const { id } = await create({ amount: '100' });
  await close(id, 'won', '2024-12-31T12:00:00Z');
  // In Auckland the year had begun.
  expect(await outcomes({ groupBy: 'month' })).toMatchObject([{ key: '2025-01', won: 1 }]);
  expect(await outcomes({ from: '2025-01-01', to: '2025-01-01' })).toMatchObject([{ won: 1 }]);
  expect(await outcomes({ from: '2024-01-01', to: '2024-12-31' })).toEqual([]);
});

it('never adds amounts of two currencies, and tells zero from none', async () => {
  const amounts = [
    ['0.10', 'EUR'],
    ['0.20', 'EUR'],
    ['5', 'USD'],
    ['0', 'USD'],
    [null, 'USD'],
  ];
  for (const [amount, currency] of amounts) await close((await create({ amount, currency })).id, 'won');
  const [row] = await outcomes();
  expect(row).toMatchObject({ won: 5, lost: 0, winRate: '1.0000' });
  expect(row!.wonAmount.map(({ amount, currency }) => [Number(amount), currency])).toEqual([
    [0.3, 'EUR'],
    [5, 'USD'],
  ]);
});

it('sums the open deals of each stage, weighted as decimals', async () => {
  await create({ amount: '0.10' });
  await create({ amount: '0.20' });
  await create({ amount: '1000', stage: 'negotiation' });
  await system.effectsDone();
  const { data } = await reporting.call<PipelineReportView>('reports.pipeline', {});
  const stageOf = (key: string) => data.find((row) => row.stage === key)!;
  expect(stageOf('qualification')).toMatchObject({ count: 2 });
  expect(stageOf('qualification').amounts.map((sum) => [sum.amount, sum.weightedAmount].map(Number))).toEqual(
    [[0.3, 0.03]],
  );
  expect(stageOf('negotiation').amounts.map((sum) => Number(sum.weightedAmount))).toEqual([750]);
});

it('follows a deal that is reopened, lost after all, deleted and restored', async () => {
  const { id } = await create({ amount: '100' });
  await close(id, 'won');
  expect(await outcomes()).toMatchObject([{ won: 1, lost: 0 }]);
  await deal.call('deals.reopen', { id, body: {} });
  expect(await outcomes()).toEqual([]);
  await close(id, 'lost');
  expect(await outcomes()).toMatchObject([{ won: 0, lost: 1, winRate: '0.0000' }]);
  await deal.call('deals.remove', { id });
  expect(await outcomes()).toEqual([]);
});

it('ends with the same figures whatever order and however often the events come', async () => {
  const pipelines = await deal.call<Page<PipelineWithStagesView>>('pipelines.list', {});
  expect(pipelines.data).toHaveLength(1);
  for (const outcome of ['won', 'lost', 'won']) {
    const { id } = await create({ amount: '10' });
    await move(id, 'proposal');
    await close(id, outcome);
  }
  const before = await outcomes({ groupBy: 'owner' });
  const events = await system.published('DEAL');
  // Again, the last first, under ids that nobody knows.
  for (const event of events.reverse()) {
    const copy = { ...event, id: event.id.replace(/^.{8}/, (head) => [...head].reverse().join('')) };
    await system.nats.jetstream().publish(event.type, JSON.stringify(copy));
  }
  // (`outcomes` waits for all of it.)
  expect(await outcomes({ groupBy: 'owner' })).toEqual(before);
});

it.each([`x'; DROP TABLE deal_fact; --`, `customFields.x' || (SELECT 1) || '`, 'constructor', '__proto__'])(
  'takes %s for no grouping',
  async (groupBy) => {
    expect(await errorOf(reporting.call('reports.outcomes', { groupBy }))).toMatchObject({
      code: 'INVALID_QUERY',
    });
  },
);
