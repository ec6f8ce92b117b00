import { DomainError, invalid, type CloseDealRequest } from '@relata/contracts';
import type { Change } from '@relata/database';
import { calendarDate, toInstant } from '@relata/platform';
import { firstOfKind, stageByKey } from '../pipelines/pipeline.rules';
import type { StageEntity } from '../pipelines/stage.entity';
import type { DealEntity } from './deal.entity';

/** When and why a deal ended. */
export interface Closing {
  /** The instant; its calendar date in `timeZone` is the close date. */
  at: Date;
  timeZone: string;
  reason?: string | null;
}

/**
 * A deal enters a stage: the stage sets the probability, and its kind the status, so that the two cannot
 * disagree. Leaving a closing stage reopens the deal. Nothing happens when it is there already.
 */
export function enterStage(deal: DealEntity, stage: StageEntity, closing: Closing): Change<DealEntity>[] {
  if (deal.stageId === stage.id) return [];
  const moved: Change<DealEntity> = {
    event: 'deal.stageChanged',
    set: {
      pipelineId: stage.pipelineId,
      stageId: stage.id,
      stage: stage.key,
      probability: stage.probability,
      ...(stage.kind === 'open' ? { lastOpenStageId: stage.id } : {}),
    },
    details: { from: deal.stage, to: stage.key },
    occurredAt: closing.at,
  };
  if (stage.kind !== 'open') return [moved, closed(stage.kind, closing)];
  return deal.status === 'open' ? [moved] : [moved, reopened(closing.at)];
}

/** Ends a deal in its pipeline's won or lost stage; of one that ended so already, corrects reason and date. */
export function closeDeal(
  deal: DealEntity,
  stages: readonly StageEntity[],
  request: CloseDealRequest,
  now: Date,
  timeZone: string,
): Change<DealEntity>[] {
  const at = closingTime(request.closedAt, now, timeZone);
  const closing = { at, timeZone, reason: request.reason ?? null };
  if (deal.status !== request.outcome) return enterStage(deal, firstOfKind(stages, request.outcome), closing);
  const { set } = closed(request.outcome, closing);
  return [
    {
      event: 'deal.updated',
      set: {
        ...(request.closedAt === undefined ? {} : { actualCloseDate: set.actualCloseDate }),
        ...(request.reason === undefined ? {} : { wonReason: set.wonReason, lostReason: set.lostReason }),
      },
    },
  ];
}

/** Opens a closed deal again, in the stage asked for or the one that it was closed from. Throws CONFLICT for an open one. */
export function reopenDeal(
  deal: DealEntity,
  stages: readonly StageEntity[],
  stageKey: string | undefined,
  now: Date,
  timeZone: string,
): Change<DealEntity>[] {
  if (deal.status === 'open') throw new DomainError('CONFLICT', 'The deal is open already.');
  const last = stages.find((stage) => stage.id === deal.lastOpenStageId) ?? firstOfKind(stages, 'open');
  const stage = stageKey === undefined ? last : stageByKey(stages, stageKey);
  if (stage.kind !== 'open')
    throw invalid(
      '/stage',
      'not_open',
      `A deal reopens in an open stage; ${stage.key} is a ${stage.kind} one.`,
    );
  return enterStage(deal, stage, { at: now, timeZone });
}

/**
 * A deal gets former values back, stage and status among them, by the events that tell of those. (From which stage it was closed
 * is known of the one that it gets alone.)
 */
export function giveBackDeal(deal: DealEntity, former: Partial<DealEntity>): Change<DealEntity>[] {
  const { pipelineId, stageId, stage, probability, status, actualCloseDate, wonReason, lostReason, ...rest } =
    former;
  const isOpen = (status ?? deal.status) === 'open';
  const moved: Change<DealEntity>[] = stageId
    ? [
        {
          event: 'deal.stageChanged',
          set: given({
            pipelineId,
            stageId,
            stage,
            probability,
            ...(isOpen ? { lastOpenStageId: stageId } : {}),
          }),
          details: { from: deal.stage, to: stage ?? deal.stage },
        },
      ]
    : [];
  const end = given({ status, actualCloseDate, wonReason, lostReason });
  const ended: Change<DealEntity>[] = status
    ? [
        status === 'open'
          ? { event: 'deal.reopened', set: end, details: {} }
          : {
              event: `deal.${status}`,
              set: end,
              details: { reason: wonReason ?? lostReason ?? null },
            },
      ]
    : [];
  const others = given({ ...rest, ...(stageId ? {} : { probability }), ...(status ? {} : end) });
  return [...moved, ...ended, { event: 'deal.updated', set: others }];
}

/** Without what is undefined. */
function given<T extends object>(values: T): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;
}

/** Throws VALIDATION_FAILED for a time that is none or lies in the future. */
export function closingTime(closedAt: string | undefined, now: Date, timeZone: string): Date {
  if (closedAt === undefined) return now;
  const at = toInstant(closedAt, timeZone);
  if (!at) throw invalid('/closedAt', 'invalid_time', 'closedAt must be a date or an RFC 3339 time.');
  if (at.getTime() > now.getTime())
    throw invalid('/closedAt', 'future', 'A deal cannot have closed in the future.');
  return at;
}

function closed(outcome: 'won' | 'lost', { at, timeZone, reason = null }: Closing): Change<DealEntity> {
  return {
    event: `deal.${outcome}`,
    set: {
      status: outcome,
      actualCloseDate: calendarDate(at, timeZone),
      wonReason: outcome === 'won' ? reason : null,
      lostReason: outcome === 'lost' ? reason : null,
    },
    details: { reason },
    occurredAt: at,
  };
}

function reopened(at: Date): Change<DealEntity> {
  return {
    event: 'deal.reopened',
    set: { status: 'open', actualCloseDate: null, wonReason: null, lostReason: null },
    details: {},
    occurredAt: at,
  };
}
