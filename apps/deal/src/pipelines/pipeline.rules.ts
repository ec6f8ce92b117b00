import { DomainError, invalid, type StageRequest } from '@relata/contracts';
import type { StageEntity } from './stage.entity';

/** The stages that every installation begins with. */
export const DEFAULT_STAGES: StageRequest[] = [
  { key: 'qualification', label: 'Qualification', probability: 10, kind: 'open' },
  { key: 'needs_analysis', label: 'Needs analysis', probability: 20, kind: 'open' },
  { key: 'proposal', label: 'Proposal', probability: 50, kind: 'open' },
  { key: 'negotiation', label: 'Negotiation', probability: 75, kind: 'open' },
  { key: 'closed_won', label: 'Closed won', probability: 100, kind: 'won' },
  { key: 'closed_lost', label: 'Closed lost', probability: 0, kind: 'lost' },
];

type StageShape = Pick<StageEntity, 'key' | 'kind' | 'probability'>;

/**
 * A pipeline in which every deal can begin, be won and be lost. Throws VALIDATION_FAILED naming the stage: a
 * bad graph stops the save, not the sale.
 */
export function checkStages(stages: StageShape[]): void {
  const seen = new Set<string>();
  for (const [index, stage] of stages.entries()) {
    if (seen.has(stage.key))
      throw invalid(`/stages/${index}/key`, 'duplicate', `There are two stages ${stage.key}.`);
    seen.add(stage.key);
    checkProbability(stage, `/stages/${index}/probability`);
  }
  const count = (kind: StageShape['kind']) => stages.filter((stage) => stage.kind === kind).length;
  if (count('open') === 0) throw invalid('/stages', 'no_open', 'A pipeline needs an open stage to begin in.');
  if (count('won') !== 1) throw invalid('/stages', 'one_won', 'A pipeline needs exactly one won stage.');
  if (count('lost') !== 1) throw invalid('/stages', 'one_lost', 'A pipeline needs exactly one lost stage.');
}

function checkProbability(stage: StageShape, pointer: string): void {
  const fixed = { won: 100, lost: 0, open: undefined }[stage.kind];
  if (fixed !== undefined && stage.probability !== fixed) {
    throw invalid(pointer, 'fixed', `The probability of a ${stage.kind} stage is ${fixed}.`);
  }
}

/** The order after a stage moved to `position` (or came in there). */
export function reordered<T extends { id: string }>(stages: readonly T[], moved: T, position: number): T[] {
  const others = stages.filter((stage) => stage.id !== moved.id);
  const place = Math.min(position, others.length);
  return [...others.slice(0, place), moved, ...others.slice(place)];
}

/** The stage that a key means. Throws VALIDATION_FAILED with the stages there are. */
export function stageByKey(stages: readonly StageEntity[], key: string, pointer = '/stage'): StageEntity {
  const stage = stages.find((candidate) => candidate.key === key);
  if (stage) return stage;
  const known = stages.map((candidate) => candidate.key);
  const message = `There is no stage "${key}"; there are: ${known.join(', ')}.`;
  throw new DomainError('VALIDATION_FAILED', message, {
    errors: [{ pointer, code: 'unknown_stage', message }],
    stages: known,
  });
}

/** The first stage of a kind, by position. `checkStages` saw to it that there is one. */
export function firstOfKind(stages: readonly StageEntity[], kind: StageEntity['kind']): StageEntity {
  const stage = stages.find((candidate) => candidate.kind === kind);
  if (!stage) throw new DomainError('CONFLICT', `The pipeline has no ${kind} stage.`);
  return stage;
}
