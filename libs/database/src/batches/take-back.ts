import { isDeepStrictEqual } from 'node:util';
import { eventTypeOf } from '@relata/contracts';
import type { Change } from '../records/record-kind';
import { deep, flat, flatView, netChange } from '../records/net-change';
import type { RecordEntity } from '../records/record.entity';
import type { BatchTarget } from './batch-targets';

type Json = Record<string, unknown>;

/** An event of a record, as the log has it. */
export interface PastEvent {
  type: string;
  version: number;
  before: Json;
  after: Json;
  snapshot: Json;
}

/** What is to be taken back of a record, and what has happened to it since. */
export interface Happened {
  done: PastEvent[];
  since: PastEvent[];
}

/**
 * What takes back what was done to a record. What was created is deleted, whatever was changed of it since, unless others were merged into
 * it. Of what was changed, those fields get their former values back that nobody has changed since; fields that make sense
 * together do so together or not at all.
 */
export function takenBack(
  target: BatchTarget,
  record: RecordEntity,
  { done, since }: Happened,
  now: Date,
): Change<RecordEntity>[] {
  const { store } = target;
  const { type, together = [] } = store.kind;
  if (done.some((event) => event.type === `${type}.created`)) {
    const isSurvivor = since.some((event) => event.type === `${type}.merged`);
    return record.deletedAt || isSurvivor ? [] : [store.deletion(now)];
  }
  const net = netChange(done);
  const left = flat(done.at(-1)?.snapshot ?? {});
  const current = flatView(store.kind, record);
  const isTouched = (field: string) => !isDeepStrictEqual(current[field] ?? null, left[field] ?? null);
  const fields = Object.keys(net.after).filter((field) => {
    const group = together.find((members) => members.includes(field)) ?? [field];
    return !group.some(isTouched);
  });
  const { deletedAt, ...former } = store.valuesOf(deep(fields, net.before));
  const changes = target.giveBack?.(record, former) ?? [{ event: eventTypeOf(type, 'updated'), set: former }];
  if (deletedAt === undefined) return changes;
  return [...changes, { event: eventTypeOf(type, deletedAt ? 'deleted' : 'restored'), set: { deletedAt } }];
}
