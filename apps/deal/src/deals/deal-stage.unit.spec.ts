import * as fc from 'fast-check';
import { DomainError, REFERENCE_EVENTS } from '@relata/contracts';
import type { Change } from '@relata/database';
import { DEFAULT_STAGES, checkStages, reordered, stageByKey } from '../pipelines/pipeline.rules';
import type { StageEntity } from '../pipelines/stage.entity';
import { closeDeal, enterStage, giveBackDeal, reopenDeal } from './deal-stage';
import type { DealEntity } from './deal.entity';
import { toDealView, weightedAmount } from './deal.mapper';
import { newDeal, updateDeal } from './deal.rules';

const STAGES = DEFAULT_STAGES.map(
  (stage, position) =>
    ({ ...stage, id: `stage-${stage.key}`, pipelineId: 'pipeline', position }) as StageEntity,
);
const NOW = new Date('2017-06-30T22:30:00Z');
const ZONE = 'Europe/Berlin';
const CLOSING = { at: NOW, timeZone: ZONE };

const applied = (deal: DealEntity, changes: Change<DealEntity>[]): DealEntity =>
  Object.assign({}, deal, ...changes.map((change) => change.set)) as DealEntity;

function made(input: Record<string, unknown> = {}): DealEntity {
  const { values, then = [] } = newDeal({ name: 'Deal', ...input }, STAGES, { closing: CLOSING });
  return applied({ actualCloseDate: null, wonReason: null, lostReason: null, ...values } as DealEntity, then);
}

/** What copies of deals in other services say (`ReferenceView`): events that they are not sent must not change it. */
const COPIED = ['name', 'ownerId', 'readerIds', 'deletedAt'];

function expectCopiesToHold(changes: Change<DealEntity>[]): void {
  const unheard = changes.filter(
    ({ event }) => !(REFERENCE_EVENTS.deal as readonly string[]).includes(event),
  );
  expect(unheard.flatMap(({ set }) => Object.keys(set)).filter((field) => COPIED.includes(field))).toEqual(
    [],
  );
}

const eventsOf = (changes: Change<DealEntity>[]) => changes.map((change) => change.event);

/** What must hold of every deal, whatever was done to it. */
function expectAgreement(deal: DealEntity): void {
  const stage = STAGES.find(({ id }) => id === deal.stageId)!;
  expect(deal.stage).toBe(stage.key);
  expect(deal.status).toBe(stage.kind);
  expect(deal.actualCloseDate === null).toBe(stage.kind === 'open');
  expect([deal.wonReason, deal.lostReason].filter((reason) => reason !== null).length).toBeLessThanOrEqual(
    stage.kind === 'open' ? 0 : 1,
  );
  expect(STAGES.find(({ id }) => id === deal.lastOpenStageId)!.kind).toBe('open');
}

describe('stage and status', () => {
  const key = fc.constantFrom(...STAGES.map((stage) => stage.key), 'nowhere');
  const reason = fc.option(fc.constantFrom('price', 'timing'), { nil: undefined });
  type Command = (deal: DealEntity) => Change<DealEntity>[];
  const command: fc.Arbitrary<Command> = fc.oneof(
    key.map(
      (stage): Command =>
        (deal) =>
          enterStage(deal, stageByKey(STAGES, stage), CLOSING),
    ),
    fc
      .record({
        outcome: fc.constantFrom('won' as const, 'lost' as const),
        reason,
        closedAt: fc.option(fc.constantFrom('2017-03-01', '2017-06-30T22:00:00Z', '2099-01-01'), {
          nil: undefined,
        }),
      })
      .map(
        (request): Command =>
          (deal) =>
            closeDeal(deal, STAGES, request, NOW, ZONE),
      ),
    fc.option(key, { nil: undefined }).map(
      (stage): Command =>
        (deal) =>
          reopenDeal(deal, STAGES, stage, NOW, ZONE),
    ),
    fc
      .record(
        {
          probability: fc.integer({ min: 0, max: 100 }),
          actualCloseDate: fc.constantFrom('2017-01-31', '2017-02-31', '2099-01-01'),
          wonReason: fc.constantFrom('price', null),
          lostReason: fc.constantFrom('price', null),
          amount: fc.constantFrom('0', null, '12.50'),
        },
        { requiredKeys: [] },
      )
      .map(
        (patch): Command =>
          (deal) =>
            updateDeal(deal, patch, NOW, ZONE),
      ),
  );

  it('trap 6: agree after any sequence of commands, and a refused command changes nothing', () => {
    fc.assert(
      fc.property(
        fc.option(key, { nil: undefined }),
        fc.array(command, { maxLength: 12 }),
        (stage, commands) => {
          let deal = attempt(() => made(stage === undefined ? {} : { stage })) ?? made();
          expectAgreement(deal);
          for (const run of commands) {
            const before = structuredClone(deal);
            const changes = attempt(() => run(deal)) ?? [];
            expect(deal).toEqual(before);
            expectCopiesToHold(changes);
            deal = applied(deal, changes);
            expectAgreement(deal);
            // Each intermediate state has its event; the last one agrees, so the row never disagrees.
            for (const { event } of changes)
              expect(event).toMatch(/^deal\.(stageChanged|won|lost|reopened|updated)$/);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('are given back together, by events that tell of them', () => {
    const view = ({ lastOpenStageId: _, ...rest }: DealEntity) => rest;
    fc.assert(
      fc.property(key, fc.array(command, { maxLength: 6 }), (stage, commands) => {
        const before = attempt(() => made({ stage })) ?? made();
        const after = commands.reduce((deal, run) => applied(deal, attempt(() => run(deal)) ?? []), before);
        const changed = Object.entries(view(before)).filter(
          ([field, value]) => value !== after[field as keyof DealEntity],
        );
        const changes = giveBackDeal(after, Object.fromEntries(changed));
        const back = applied(after, changes);
        expect(view(back)).toEqual(view(before));
        expectAgreement(back);
        const told = eventsOf(changes.filter(({ set }) => Object.keys(set).length > 0));
        expect(told.includes('deal.stageChanged')).toBe(after.stageId !== before.stageId);
        const status = before.status === 'open' ? 'reopened' : before.status;
        expect(told.includes(`deal.${status}`)).toBe(after.status !== before.status);
      }),
      { numRuns: 300 },
    );
  });

  it('are given back apart from what others keep copies of', () => {
    const won = applied(made(), closeDeal(made(), STAGES, { outcome: 'won' }, NOW, ZONE));
    const changes = giveBackDeal(won, { ...made(), ownerId: 'owner', readerIds: [], deletedAt: null });
    expect(eventsOf(changes)).toEqual(['deal.stageChanged', 'deal.reopened', 'deal.updated']);
    expectCopiesToHold(changes);
  });

  it('move on with the stage’s probability and tell from and to', () => {
    const [change] = enterStage(made(), stageByKey(STAGES, 'proposal'), CLOSING);
    expect(change).toMatchObject({
      event: 'deal.stageChanged',
      set: { stage: 'proposal', stageId: 'stage-proposal', probability: 50 },
      details: { from: 'qualification', to: 'proposal' },
    });
  });

  it.each(['closed_won', 'closed_lost'] as const)(
    'close when the stage is %s, with a close date',
    (stage) => {
      const changes = enterStage(made(), stageByKey(STAGES, stage), CLOSING);
      const outcome = stage.replace('closed_', '');
      expect(eventsOf(changes)).toEqual(['deal.stageChanged', `deal.${outcome}`]);
      // Half past midnight in Berlin is the next day already.
      expect(applied(made(), changes)).toMatchObject({ status: outcome, actualCloseDate: '2017-07-01' });
    },
  );

  it('enter the closing stage when the deal is closed', () => {
    const changes = closeDeal(made(), STAGES, { outcome: 'lost', reason: 'price' }, NOW, ZONE);
    expect(eventsOf(changes)).toEqual(['deal.stageChanged', 'deal.lost']);
    expect(applied(made(), changes)).toMatchObject({
      stage: 'closed_lost',
      probability: 0,
      lostReason: 'price',
      wonReason: null,
    });
  });

  it('go from lost to won and back with reason and date of the last', () => {
    const lost = applied(made(), closeDeal(made(), STAGES, { outcome: 'lost', reason: 'price' }, NOW, ZONE));
    const changes = closeDeal(lost, STAGES, { outcome: 'won', closedAt: '2017-03-01' }, NOW, ZONE);
    expect(eventsOf(changes)).toEqual(['deal.stageChanged', 'deal.won']);
    expect(applied(lost, changes)).toMatchObject({
      status: 'won',
      lostReason: null,
      actualCloseDate: '2017-03-01',
    });
  });

  it('reopen in the stage that the deal was closed from, or an open one that is asked for', () => {
    const inProposal = applied(made(), enterStage(made(), stageByKey(STAGES, 'proposal'), CLOSING));
    const won = applied(inProposal, closeDeal(inProposal, STAGES, { outcome: 'won' }, NOW, ZONE));
    const lost = applied(won, closeDeal(won, STAGES, { outcome: 'lost' }, NOW, ZONE));
    expect(applied(lost, reopenDeal(lost, STAGES, undefined, NOW, ZONE))).toMatchObject({
      stage: 'proposal',
      status: 'open',
      actualCloseDate: null,
      probability: 50,
    });
    expect(eventsOf(reopenDeal(lost, STAGES, 'negotiation', NOW, ZONE))).toEqual([
      'deal.stageChanged',
      'deal.reopened',
    ]);
    expect(() => reopenDeal(lost, STAGES, 'closed_won', NOW, ZONE)).toThrow('reopens in an open stage');
    expect(() => reopenDeal(inProposal, STAGES, undefined, NOW, ZONE)).toThrow('open already');
  });

  it('stay as they are when nothing changes', () => {
    expect(enterStage(made(), stageByKey(STAGES, 'qualification'), CLOSING)).toEqual([]);
  });

  it('refuse a close in the future', () => {
    expect(() => closeDeal(made(), STAGES, { outcome: 'won', closedAt: '2017-07-02' }, NOW, ZONE)).toThrow(
      'future',
    );
    // Today in Berlin, though its first instant is yesterday in UTC.
    expect(closeDeal(made(), STAGES, { outcome: 'won', closedAt: '2017-07-01' }, NOW, ZONE)).toHaveLength(2);
  });
});

describe('an unknown stage', () => {
  it.each([
    ['to move to', () => enterStage(made(), stageByKey(STAGES, 'nowhere'), CLOSING)],
    ['to begin in', () => made({ stage: 'nowhere' })],
    ['to reopen in', () => reopenDeal({ ...made(), status: 'won' }, STAGES, 'nowhere', NOW, ZONE)],
  ])('%s is refused with the stages there are', (_, work) => {
    expect(refusal(work)).toMatchObject({
      code: 'VALIDATION_FAILED',
      details: { stages: STAGES.map((stage) => stage.key), errors: [{ pointer: '/stage' }] },
    });
  });
});

describe('amounts', () => {
  it('trap 9: weigh as decimals: zero and null are values', () => {
    expect(weightedAmount('0', 50)).toBe('0');
    expect(weightedAmount(null, 50)).toBeNull();
    expect(weightedAmount('0.1', 10)).toBe('0.01');
    expect(weightedAmount('99999999999999.9999', 33)).toBe('32999999999999.999967');
  });

  it('weigh 0 at probability 0, and all at 100', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 14n - 1n }), (amount) => {
        expect(weightedAmount(String(amount), 0)).toBe('0');
        expect(weightedAmount(String(amount), 100)).toBe(String(amount));
      }),
    );
  });

  it('can be set to zero and to null', () => {
    for (const amount of ['0', null]) {
      const [change] = updateDeal(made({ amount: '5' }), { amount }, NOW, ZONE);
      const deal = applied(made({ amount: '5' }), [change!]);
      expect(deal.amount).toBe(amount);
    }
    const zero = { ...made({ amount: '0' }), createdAt: NOW, updatedAt: NOW };
    expect(toDealView(zero)).toMatchObject({ amount: '0', weightedAmount: '0' });
  });
});

describe('a new deal', () => {
  it('begins in the first stage, in USD', () => {
    expect(made()).toMatchObject({
      stage: 'qualification',
      probability: 10,
      currency: 'USD',
      status: 'open',
    });
  });

  it('takes a probability of its own in an open stage only', () => {
    expect(made({ stage: 'proposal', probability: 0 })).toMatchObject({ probability: 0 });
    expect(refusal(() => made({ stage: 'closed_won', probability: 50 }))).toMatchObject({
      code: 'VALIDATION_FAILED',
    });
  });

  it('that begins closed was opened first, and its events say so', () => {
    const { values, then } = newDeal({ name: 'Deal', stage: 'closed_won' }, STAGES, { closing: CLOSING });
    expect(values).toMatchObject({ stage: 'qualification', status: 'open' });
    expect(eventsOf(then!)).toEqual(['deal.stageChanged', 'deal.won']);
  });
});

describe('a patch', () => {
  it('corrects the close date of a closed deal, and of no other', () => {
    const won = made({ stage: 'closed_won' });
    expect(updateDeal(won, { actualCloseDate: '2017-01-31' }, NOW, ZONE)[0]!.set).toEqual({
      actualCloseDate: '2017-01-31',
    });
    for (const [deal, date] of [
      [made(), '2017-01-31'],
      [won, '2017-02-31'],
      [won, '2017-07-02'],
    ] as const)
      expect(refusal(() => updateDeal(deal, { actualCloseDate: date }, NOW, ZONE))).toMatchObject({
        details: { errors: [{ pointer: '/actualCloseDate' }] },
      });
  });

  it('gives a reason only to the outcome that it is for', () => {
    const won = made({ stage: 'closed_won' });
    expect(updateDeal(won, { wonReason: 'price' }, NOW, ZONE)).toHaveLength(1);
    expect(refusal(() => updateDeal(won, { lostReason: 'price' }, NOW, ZONE))).toMatchObject({
      code: 'VALIDATION_FAILED',
    });
    expect(refusal(() => updateDeal(made(), { wonReason: 'price' }, NOW, ZONE))).toMatchObject({
      code: 'VALIDATION_FAILED',
    });
  });
});

describe('a pipeline', () => {
  const without = (key: string) => DEFAULT_STAGES.filter((stage) => stage.key !== key);

  it('lets every deal begin, be won and be lost', () => {
    expect(() => checkStages(DEFAULT_STAGES)).not.toThrow();
    const [first] = DEFAULT_STAGES;
    for (const bad of [
      without('closed_won'),
      without('closed_lost'),
      DEFAULT_STAGES.filter((stage) => stage.kind !== 'open'),
      [...DEFAULT_STAGES, { ...DEFAULT_STAGES[4]!, key: 'won_too' }],
      [...DEFAULT_STAGES, first!],
      DEFAULT_STAGES.map((stage) => ({ ...stage, probability: 50 })),
    ])
      expect(refusal(() => checkStages(bad))).toMatchObject({ code: 'VALIDATION_FAILED' });
  });

  it('keeps all its stages in any new order', () => {
    fc.assert(
      fc.property(fc.nat({ max: 5 }), fc.nat({ max: 9 }), (from, to) => {
        const order = reordered(STAGES, STAGES[from]!, to);
        expect(order.indexOf(STAGES[from]!)).toBe(Math.min(to, 5));
        expect(order.filter((stage) => stage !== STAGES[from])).toEqual(
          STAGES.filter((stage) => stage !== STAGES[from]),
        );
      }),
    );
  });
});

/** What `work` answers, or undefined when it is refused; any other error fails the test. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof DomainError) return undefined;
    throw error;
  }
}

function refusal(work: () => unknown): DomainError {
  try {
    work();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('A refusal was expected.');
}
