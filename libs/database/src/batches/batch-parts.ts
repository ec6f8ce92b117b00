import { Inject, Injectable, Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  DomainError,
  REFERENCE_OWNERS,
  type BatchDecision,
  type BatchPartAnswer,
  type BatchPartPayload,
  type EventEnvelope,
  type RecordType,
  type ReferenceType,
  type ReferenceView,
} from '@relata/contracts';
import {
  AFTER_SQL,
  EventLog,
  SERVICE_SETTINGS,
  Snapshots,
  type NewEvent,
  type ServiceSettings,
} from '@relata/messaging';
import { claimKeys, holdKeys, keysOf, movedKeys, releaseAll } from '../records/record-keys';
import { netChange } from '../records/net-change';
import type { RecordEntity } from '../records/record.entity';
import { References } from '../references/references';
import { toReference } from '../references/to-reference';
import type { WrittenRecord } from './batch-part.entity';
import { BatchRunner } from './batch-runner';
import { BatchTargets } from './batch-targets';
import { takenBack, type Happened, type PastEvent } from './take-back';

/** A part that arrives later than this is refused for its deadline. */
const FENCE_DAYS = 2;

/** What a part has done: its answer, and which records it wrote. */
interface Done {
  answer: BatchPartAnswer;
  written: WrittenRecord[];
}

/**
 * This service's parts of batches across services. A part is one transaction, and can be taken back until the batch is decided; what it gives
 * up of unique values nobody can take so long.
 */
@Injectable()
export class BatchParts {
  private readonly logger = new Logger(BatchParts.name);

  constructor(
    private readonly eventLog: EventLog,
    private readonly runner: BatchRunner,
    private readonly targets: BatchTargets,
    private readonly references: References,
    private readonly snapshots: Snapshots,
    @Inject(SERVICE_SETTINGS) private readonly settings: ServiceSettings,
  ) {}

  /** What a part would do, and which records it would leave. Throws what it would be refused with. */
  async rehearse(part: BatchPartPayload): Promise<BatchPartAnswer> {
    const { result, events } = await this.eventLog.rehearse(() => this.perform(part));
    // With a thousand large records the one or the other fits into a message.
    if (!part.isAsked) return { ...result.answer, results: [] };
    return { ...result.answer, events };
  }

  /** Does a part. Throws CONFLICT when the batch was taken back before it came. */
  commit(part: BatchPartPayload): Promise<BatchPartAnswer> {
    const { batchId } = part;
    return this.eventLog.asOne(async (manager) => {
      const begun: unknown[] = await manager.query(
        `INSERT INTO batch_part (batch_id, written, created_at) VALUES ($1, '[]', now()) ON CONFLICT DO NOTHING RETURNING 1`,
        [batchId],
      );
      if (begun.length === 0)
        throw new DomainError('CONFLICT', 'The batch was taken back before this part came.');
      const { answer, written } = await this.perform(part);
      await manager.query('UPDATE batch_part SET written = $2 WHERE batch_id = $1', [
        batchId,
        JSON.stringify(written),
      ]);
      return answer;
    });
  }

  /** As `settle`, by the event that tells of the decision. */
  async follow(
    manager: EntityManager,
    event: EventEnvelope<'batch.completed' | 'batch.reverted'>,
  ): Promise<void> {
    const { id, services } = event.data.batch;
    if (!(services as string[]).includes(this.settings.service)) return;
    await this.settle(manager, id, event.type === 'batch.completed' ? 'completed' : 'reverted');
  }

  /** Ends a part as the batch was decided. A part that did not come yet can be done no more, one that is settled stays as it is. */
  async settle(manager: EntityManager, batchId: string, decision: BatchDecision): Promise<void> {
    await (decision === 'completed' ? this.confirm(manager, batchId) : this.takeBack(manager, batchId));
  }

  private async confirm(manager: EntityManager, batchId: string): Promise<void> {
    await manager.query('DELETE FROM batch_part WHERE batch_id = $1', [batchId]);
    await releaseAll(manager, [batchId]);
  }

  private async takeBack(manager: EntityManager, batchId: string): Promise<void> {
    await manager.query(
      `DELETE FROM batch_part WHERE written IS NULL AND created_at < now() - make_interval(days => $1)`,
      [FENCE_DAYS],
    );
    // A part that is being done is waited for: the update, other than DO NOTHING, has its row.
    const [part]: { written: WrittenRecord[] | null }[] = await manager.query(
      `INSERT INTO batch_part (batch_id, written, created_at) VALUES ($1, NULL, now())
       ON CONFLICT (batch_id) DO UPDATE SET batch_id = excluded.batch_id RETURNING written`,
      [batchId],
    );
    const written = part?.written;
    if (!written) return;
    const byType = idsByType(written);
    for (const [type, ids] of byType) await this.targets.ofType(type).store.lockMany(manager, ids, 'update');
    // Records may have taken values from one another.
    await releaseAll(manager, [batchId, ...written.map(({ id }) => id)]);
    for (const one of [...written].reverse()) await this.takeBackOne(manager, batchId, one);
    for (const [type, ids] of byType) {
      const { store } = this.targets.ofType(type);
      const records = await store.getMany(ids, manager);
      const kept = records.flatMap((record) =>
        keysOf(store.kind, record).map((key) => ({ ...key, recordId: record.id })),
      );
      await claimKeys(manager, type, kept);
    }
    await manager.query('UPDATE batch_part SET written = NULL WHERE batch_id = $1', [batchId]);
  }

  private async takeBackOne(
    manager: EntityManager,
    batchId: string,
    { type, id, from, to }: WrittenRecord,
  ): Promise<void> {
    const target = this.targets.ofType(type);
    const rows: PastEvent[] = await manager.query(
      `SELECT type, version, before, ${AFTER_SQL} AS after, snapshot FROM event
       WHERE record_type = $1 AND record_id = $2 AND version > $3 ORDER BY version`,
      [type, id, from],
    );
    const events = rows.map((row) => ({ ...row, snapshot: this.snapshots.whole(type, row.snapshot) }));
    const happened: Happened = {
      done: events.filter(({ version }) => version <= to),
      since: events.filter(({ version }) => version > to),
    };
    try {
      await manager.transaction((own) =>
        target.store.changeIn(own, id, (record, now) => takenBack(target, record, happened, now), {
          evenDeleted: true,
        }),
      );
    } catch (error) {
      // It must not keep the others from being taken back.
      if (!(error instanceof DomainError)) throw error;
      this.logger.error(`Of batch ${batchId}, the ${type} ${id} could not be taken back: ${error.message}`);
    }
  }

  private perform({ batchId, operations, names, references }: BatchPartPayload): Promise<Done> {
    return this.eventLog.asOne(async (manager, events) => {
      const first = events.length;
      await this.references.learn(references);
      const run = await this.runner.whole(operations, names);
      const changes = recordChanges(events.slice(first));
      const written = changes.map(({ record }) => record);
      const left: ReferenceView[] = [];
      for (const [type, ids] of idsByType(written)) {
        const { store } = this.targets.ofType(type);
        const records = new Map((await store.getMany(ids, manager)).map((record) => [record.id, record]));
        const released = changes.flatMap(({ record, before }) => {
          const after = records.get(record.id);
          if (!after || record.from === 0) return [];
          const former: RecordEntity = { ...after, ...store.valuesOf(before) };
          return movedKeys(store.kind, former, after).released;
        });
        await holdKeys(manager, type, batchId, released);
        if (!isReferenceType(type)) continue;
        for (const record of records.values()) left.push(toReference(type, store.kind.toView(record)));
      }
      return { answer: { ...run, references: left, events: [] }, written };
    });
  }
}

/** What events did to each of their records, in the order of the last of each. */
function recordChanges(
  events: readonly NewEvent[],
): { record: WrittenRecord; before: Record<string, unknown> }[] {
  const byRecord = new Map<string, NewEvent[]>();
  for (const event of events) {
    const own = byRecord.get(event.recordId) ?? [];
    byRecord.delete(event.recordId);
    byRecord.set(event.recordId, [...own, event]);
  }
  return [...byRecord.values()].map((own) => {
    const [first, last] = [own[0] as NewEvent, own.at(-1) as NewEvent];
    const { recordType: type, recordId: id } = first;
    const record: WrittenRecord = { type, id, from: first.version - 1, to: last.version };
    const told = own.map(({ before, after, snapshot }) => ({ before, after: after ?? snapshot }));
    return { record, before: netChange(told).before };
  });
}

function idsByType(written: readonly WrittenRecord[]): Map<RecordType, string[]> {
  const byType = new Map<RecordType, string[]>();
  for (const { type, id } of written) byType.set(type, [...(byType.get(type) ?? []), id]);
  return byType;
}

function isReferenceType(type: RecordType): type is RecordType & ReferenceType {
  return Object.hasOwn(REFERENCE_OWNERS, type);
}
