import { Injectable } from '@nestjs/common';
import { Decimal } from 'decimal.js';
import { CreateDealRequest, DomainError, invalid, type UpdateDealRequest } from '@relata/contracts';
import {
  ImportTargets,
  type Change,
  type Draft,
  type ImportHistory,
  type ImportTarget,
} from '@relata/database';
import { ServiceConfig, startOfDay } from '@relata/platform';
import { stageByKey } from '../pipelines/pipeline.rules';
import { PipelinesService } from '../pipelines/pipelines.service';
import type { StageEntity } from '../pipelines/stage.entity';
import { enterStage, type Closing } from './deal-stage';
import type { DealEntity } from './deal.entity';
import { newDeal, updateDeal } from './deal.rules';
import { DealsService } from './deals.service';

/** What a row says of a deal: a new deal's body, and how the deal ended. */
type DealInput = CreateDealRequest & { actualCloseDate?: string; wonReason?: string; lostReason?: string };

/** Deals from a file, with their history: created, moved and closed when the row says. */
@Injectable()
export class DealImport implements ImportTarget<DealEntity> {
  readonly resource = 'deals';
  readonly store;
  readonly request = CreateDealRequest;
  readonly fields = {
    name: 'text',
    amount: 'decimal',
    currency: 'text',
    stage: 'text',
    probability: 'integer',
    expectedCloseDate: 'date',
    actualCloseDate: 'date',
    wonReason: 'text',
    lostReason: 'text',
  } as const;
  readonly references = {
    owner: { type: 'user', field: 'ownerId' },
    company: { type: 'company', field: 'companyId' },
    contact: { type: 'contact', field: 'contactId' },
  } as const;

  private stages: readonly StageEntity[] = [];

  constructor(
    targets: ImportTargets,
    deals: DealsService,
    private readonly pipelines: PipelinesService,
    private readonly config: ServiceConfig,
  ) {
    this.store = deals.store;
    targets.add(this);
  }

  defaults(
    { externalId }: { externalId?: string | undefined },
    callerId: string | null,
  ): Record<string, unknown> {
    return { ownerId: callerId, ...(externalId ? { name: externalId } : {}) };
  }

  async prepare(): Promise<void> {
    this.stages = (await this.pipelines.loadDefault()).stages;
  }

  create(input: Record<string, unknown>, history: ImportHistory): Draft<DealEntity> {
    const { actualCloseDate, wonReason, lostReason, ...deal } = input as unknown as DealInput;
    const draft = newDeal(deal, this.stages, {
      ...history,
      closing: this.closing(actualCloseDate, wonReason ?? lostReason),
    });
    const isOpen = draft.then?.length === 0;
    if (isOpen && actualCloseDate)
      throw invalid('/actualCloseDate', 'open', 'An open deal has no close date.');
    if (
      actualCloseDate &&
      history.createdAt &&
      startOfDay(actualCloseDate, this.config.timeZone) < history.createdAt
    ) {
      throw invalid('/actualCloseDate', 'before_created', 'The deal closes before it begins.');
    }
    return draft;
  }

  update(deal: DealEntity, input: Record<string, unknown>, now: Date): Change<DealEntity>[] {
    const {
      stage: key,
      probability,
      actualCloseDate,
      wonReason,
      lostReason,
      ...rest
    } = input as unknown as DealInput;
    const patch: UpdateDealRequest = { ...rest, ...sameAmount(deal, rest.amount) };
    const stage = key === undefined ? undefined : stageByKey(this.stages, key);
    if (stage && deal.pipelineId !== stage.pipelineId) {
      throw new DomainError('CONFLICT', 'The deal is in another pipeline than the default one.');
    }
    const moves = stage && stage.id !== deal.stageId;
    if (actualCloseDate && !moves) patch.actualCloseDate = actualCloseDate;
    if (wonReason && !moves) patch.wonReason = wonReason;
    if (lostReason && !moves) patch.lostReason = lostReason;
    if (!moves && probability !== undefined) patch.probability = probability;
    const changes = updateDeal(deal, patch, now, this.config.timeZone);
    if (!moves) return changes;
    changes.push(...enterStage(deal, stage, this.closing(actualCloseDate, wonReason ?? lostReason)));
    // A stage sets its own probability; that of the row stands, as for a new deal.
    if (probability !== undefined && stage.kind === 'open')
      changes.push({ event: 'deal.updated', set: { probability } });
    return changes;
  }

  private closing(date: string | undefined, reason: string | undefined): Closing {
    const { timeZone } = this.config;
    return { at: date ? startOfDay(date, timeZone) : new Date(), timeZone, reason: reason ?? null };
  }
}

/** 1054 and 1054.00 are one amount: the text that is there stays. */
function sameAmount(deal: DealEntity, amount: string | null | undefined): { amount?: string | null } {
  return amount && deal.amount && new Decimal(amount).eq(deal.amount) ? { amount: deal.amount } : {};
}
