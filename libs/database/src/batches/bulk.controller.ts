import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import { MAX_LIMIT, type BulkPayload, type BulkResult, type RecordView } from '@relata/contracts';
import { currentRights } from '@relata/platform';
import { NEWEST_FIRST } from '../lists/statement-limit';
import { BatchRunner } from './batch-runner';
import { BatchTargets, type BatchTarget } from './batch-targets';

/** One write of all records that a query finds. */
@Controller()
export class BulkController {
  constructor(
    private readonly targets: BatchTargets,
    private readonly runner: BatchRunner,
  ) {}

  /**
   * Writes each by itself, and only as it was when it was found: one that was changed meanwhile, and may not be meant any more, is
   * refused. Throws FORBIDDEN to one who may do that to no record.
   */
  @MessagePattern('batches.bulk')
  async bulk(@Payload() { resource, op, body, query, limit }: BulkPayload): Promise<BulkResult> {
    const target = this.targets.of(resource);
    currentRights().require(target.store.access.resource, op === 'update' ? 'update' : 'delete');
    const found = await first(target, op === 'restore' ? { ...query, deleted: 'only' } : query, limit);
    const operations = found.records.map(({ id, version }, index) => ({
      op,
      resource,
      index,
      id,
      ...(body ? { body } : {}),
      ...(op === 'restore' ? {} : { ifMatch: version }),
    }));
    const outcomes = await this.runner.each(operations);
    const results = outcomes.map(({ outcome, error }, index) => ({
      id: (found.records[index] as RecordView).id,
      outcome,
      ...(error ? { error } : {}),
    }));
    return { results, nextCursor: found.nextCursor };
  }
}

/** The first records of a list, in an order that no write changes. */
async function first(
  { store }: BatchTarget,
  query: BulkPayload['query'] & { deleted?: 'only' },
  limit: number,
): Promise<{ records: RecordView[]; nextCursor: string | null }> {
  const records: RecordView[] = [];
  let { cursor } = query;
  for (;;) {
    const { data, page } = await store.list({
      ...query,
      sort: NEWEST_FIRST,
      limit: Math.min(MAX_LIMIT, limit - records.length),
      ...(cursor ? { cursor } : {}),
    });
    records.push(...data);
    if (!page.nextCursor || records.length === limit) return { records, nextCursor: page.nextCursor };
    cursor = page.nextCursor;
  }
}
