import type { DealView } from '@relata/contracts';
import { toReference } from '@relata/database';
import type { DealEntity } from '../../apps/deal/src/deals/deal.entity';
import { dealKind } from '../../apps/deal/src/deals/deal.mapper';
import { newDeal } from '../../apps/deal/src/deals/deal.rules';
import { enterStage } from '../../apps/deal/src/deals/deal-stage';
import { pipelineKind, stageKind } from '../../apps/deal/src/pipelines/pipeline.mapper';
import { DEFAULT_STAGES } from '../../apps/deal/src/pipelines/pipeline.rules';
import type { StageEntity } from '../../apps/deal/src/pipelines/stage.entity';
import * as words from './words';
import type { Contact, Customers } from './customers';
import { RecordWriter, type Step, type WrittenEvent } from './record-writer';
import { DAY_MS, type World } from './world';

const PIPELINES = ['Sales', 'Renewals', 'Partners'];
const CURRENCIES = ['USD', 'EUR', 'GBP'];
const TIME_ZONE = 'UTC';

export interface Deal {
  id: string;
  contact: Contact;
}

/** Pipelines, and deals on their way through them. */
export class Sales {
  readonly deals: Deal[] = [];
  private readonly pipelines: StageEntity[][] = [];
  private readonly writer: RecordWriter<DealEntity, DealView>;

  constructor(
    private readonly world: World,
    private readonly customers: Customers,
  ) {
    const { loads, chance, begin } = world;
    this.writer = new RecordWriter(dealKind, 'deal', loads.deal, chance);
    const pipelines = new RecordWriter(pipelineKind, 'pipeline', loads.deal, chance);
    const stages = new RecordWriter(stageKind, 'stage', loads.deal, chance);
    const by = world.anybody();
    for (const [index, name] of PIPELINES.entries()) {
      const { view: pipeline } = pipelines.write({ name, isDefault: index === 0 }, begin, by);
      const made = DEFAULT_STAGES.map(
        (stage, position) => stages.write({ ...stage, pipelineId: pipeline.id, position }, begin, by).view,
      );
      for (const stage of made) loads.reporting.add('stage_fact', stage);
      this.pipelines.push(made as unknown as StageEntity[]);
    }
  }

  /** Answers what its history tells of. */
  addDeal(day: number): WrittenEvent[] {
    const { chance, loads } = this.world;
    const { contacts } = this.customers;
    const contact = contacts[contacts.length - 1 - chance.slanted(contacts.length, 1.5)] as Contact;
    const stages = this.pipelines[chance.isLikely(0.8) ? 0 : chance.between(1, 2)] as StageEntity[];
    const product = chance.pickEarly(words.PRODUCTS);
    const at = this.world.time(day, 11, 13);
    const close = at + chance.between(5, 150) * DAY_MS;
    const { values } = newDeal(
      {
        name: `${product} for ${chance.pick(words.COMPANY_BEGINNINGS)}${chance.pick(words.COMPANY_MIDDLES)}`,
        ...(chance.isLikely(0.08) ? {} : { amount: this.amount() }),
        currency: chance.pickEarly(CURRENCIES),
        contactId: contact.id,
        companyId: contact.company?.id ?? null,
        ownerId: contact.owner.id,
        expectedCloseDate: chance.unless(0.1, () => new Date(close).toISOString().slice(0, 10)),
        customFields: chance.isLikely(0.7) ? { product } : {},
        tags: chance.isLikely(0.3) ? [chance.pickEarly(words.TAGS, 2)] : [],
      },
      stages,
      { closing: { at: new Date(at), timeZone: TIME_ZONE } },
    );
    const { view, events } = this.writer.write(values, at, contact.owner, this.steps(at, contact, stages));
    this.world.refer(['activity'], toReference('deal', view));
    loads.reporting.add('deal_fact', view);
    for (const { after, snapshot, at: enteredAt } of events) {
      const { stageId } = after ?? snapshot;
      if (typeof stageId === 'string')
        loads.reporting.add('stage_entry', { dealId: view.id, stageId, enteredAt: new Date(enteredAt) });
    }
    if (view.deletedAt === null) this.deals.push({ id: view.id, contact });
    return events;
  }

  private steps(at: number, { owner: by }: Contact, stages: StageEntity[]): Step<DealEntity>[] {
    const { chance } = this.world;
    const steps: Step<DealEntity>[] = [];
    const enter = (stage: StageEntity, toDays: number) => {
      const when = this.world.later(steps.at(-1)?.at ?? at, 1, toDays);
      if (when === undefined) return false;
      const reason = chance.pick(stage.kind === 'won' ? words.WON_REASONS : words.LOST_REASONS);
      const closing = { at: new Date(when), timeZone: TIME_ZONE, reason };
      steps.push({ at: when, by, changes: (deal) => enterStage(deal, stage, closing) });
      return true;
    };
    const stage = (kind: StageEntity['kind']) => stages.filter((one) => one.kind === kind);
    if (chance.isLikely(0.15) && !enter(chance.pick(stage('open').slice(1)), 60)) return steps;
    if (chance.isLikely(0.35)) enter(chance.pick(stage(chance.isLikely(0.55) ? 'won' : 'lost')), 120);
    const deleted = chance.isLikely(0.01) ? this.world.later(steps.at(-1)?.at ?? at, 1, 90) : undefined;
    if (deleted !== undefined)
      steps.push({
        at: deleted,
        by,
        changes: () => [{ event: 'deal.deleted', set: { deletedAt: new Date(deleted) } }],
      });
    return steps;
  }

  /** Mostly some thousands, seldom a million; round, so that many are equal. */
  private amount(): string {
    const { chance } = this.world;
    const bell = chance.next() + chance.next() + chance.next() - 1.5;
    return (Math.max(1, Math.round(Math.exp(9 + 2.4 * bell) / 50)) * 50).toFixed(2);
  }
}
