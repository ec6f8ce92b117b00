import { invalid, normalTags, type CreateDealRequest, type UpdateDealRequest } from '@relata/contracts';
import type { Change, Draft } from '@relata/database';
import { calendarDate, isCalendarDate } from '@relata/platform';
import { firstOfKind, stageByKey } from '../pipelines/pipeline.rules';
import type { StageEntity } from '../pipelines/stage.entity';
import type { DealEntity } from './deal.entity';
import { enterStage, type Closing } from './deal-stage';

const DEFAULT_CURRENCY = 'USD';

/** History that a new deal brings along; an import knows it. */
export interface DealHistory {
  createdAt?: Date;
  closing: Closing;
}

/**
 * A new deal: open, in the pipeline's first stage unless another is given. One that begins in a closing stage
 * was created in the first stage and then closed, and its events say so. Throws VALIDATION_FAILED.
 */
export function newDeal(
  input: CreateDealRequest,
  stages: readonly StageEntity[],
  history: DealHistory,
): Draft<DealEntity> {
  const { stage: stageKey, ...rest } = input;
  const target = stageKey === undefined ? firstOfKind(stages, 'open') : stageByKey(stages, stageKey);
  const first = target.kind === 'open' ? target : firstOfKind(stages, 'open');
  if (target.kind !== 'open' && input.probability !== undefined && input.probability !== target.probability) {
    throw invalid(
      '/probability',
      'fixed',
      `The probability of a ${target.kind} deal is ${target.probability}.`,
    );
  }
  checkDate('/expectedCloseDate', input.expectedCloseDate);
  const values: Partial<DealEntity> = {
    amount: null,
    currency: DEFAULT_CURRENCY,
    tags: [],
    ...rest,
    ...withNormalTags(rest),
    pipelineId: first.pipelineId,
    stageId: first.id,
    stage: first.key,
    lastOpenStageId: first.id,
    probability: target.kind === 'open' ? (input.probability ?? first.probability) : first.probability,
    status: 'open',
  };
  const createdAt = history.createdAt;
  return {
    values,
    ...(createdAt ? { createdAt } : {}),
    then: enterStage(values as DealEntity, target, history.closing),
  };
}

/** A patch, of closed deals too. What is absent stays, null clears. Throws VALIDATION_FAILED. */
export function updateDeal(
  deal: DealEntity,
  input: UpdateDealRequest,
  now: Date,
  timeZone: string,
): Change<DealEntity>[] {
  checkDate('/expectedCloseDate', input.expectedCloseDate);
  checkDate('/actualCloseDate', input.actualCloseDate);
  if (deal.status !== 'open' && input.probability !== undefined && input.probability !== deal.probability) {
    throw invalid(
      '/probability',
      'fixed',
      `The probability of a ${deal.status} deal is ${deal.probability}; reopen the deal to change it.`,
    );
  }
  if (input.actualCloseDate !== undefined) {
    if (deal.status === 'open')
      throw invalid('/actualCloseDate', 'open', 'An open deal has no close date; close it first.');
    if (input.actualCloseDate > calendarDate(now, timeZone)) {
      throw invalid('/actualCloseDate', 'future', 'A deal cannot have closed in the future.');
    }
  }
  if (input.wonReason && deal.status !== 'won')
    throw invalid('/wonReason', 'not_won', 'The deal is not won.');
  if (input.lostReason && deal.status !== 'lost')
    throw invalid('/lostReason', 'not_lost', 'The deal is not lost.');
  return [{ event: 'deal.updated', set: { ...input, ...withNormalTags(input) } }];
}

function withNormalTags({ tags }: { tags?: string[] }): { tags?: string[] } {
  return tags ? { tags: normalTags(tags) } : {};
}

function checkDate(pointer: string, date: string | null | undefined): void {
  if (date && !isCalendarDate(date)) throw invalid(pointer, 'invalid_date', `${date} is no calendar date.`);
}
