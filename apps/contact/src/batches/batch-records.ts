import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  DomainError,
  Rights,
  SYSTEM,
  type BatchDecision,
  type BatchPartAnswer,
  type BatchPartPayload,
  type BatchRecordView,
  type BatchService,
  type RequestContext,
} from '@relata/contracts';
import { BatchParts, RecordStores, type RecordStore } from '@relata/database';
import { EventLog } from '@relata/messaging';
import { currentContext, runInContext } from '@relata/platform';
import type { BatchEntity } from './batch.entity';
import { batchKind } from './batch.mapper';

/** Who carries a batch out and was silent for so long is taken for dead. */
const DEAD_AFTER_SECONDS = 8;

/** A batch about to begin. */
export interface NewBatch {
  id: string;
  services: BatchService[];
  /** How many. */
  operations: number;
  idempotencyKey: string | null;
}

/** What became of a batch, and who is to be told in which context. */
export interface Decided {
  decision: BatchDecision;
  /** Whether somebody else decided it before. */
  isEarlier: boolean;
  services: BatchService[];
  context: RequestContext;
}

/**
 * The records of batches across services, each in one of three states: open, completed, reverted. What each of the last two
 * means to this service's own part is done in the transaction of the decision.
 */
@Injectable()
export class BatchRecords {
  readonly store: RecordStore<BatchEntity, BatchRecordView>;

  constructor(
    stores: RecordStores,
    private readonly eventLog: EventLog,
    private readonly parts: BatchParts,
  ) {
    this.store = stores.define(batchKind);
  }

  /** Begins a batch, and does this service's part of it. Throws what that is refused with. */
  begin({ id, ...batch }: NewBatch, part: BatchPartPayload): Promise<BatchPartAnswer> {
    const { requestId, principal } = currentContext();
    const values: Partial<BatchEntity> = {
      ...batch,
      status: 'open',
      requestId,
      ownerId: principal.id,
      aliveUntil: new Date(),
    };
    return this.eventLog.asOne(async (manager) => {
      await asSystem(currentContext(), () => this.store.createMany(manager, [{ id, values }]));
      const answer = await this.parts.commit(part);
      await this.stayAlive(id, manager);
      return answer;
    });
  }

  /** A sign of life of who carries it out. */
  async stayAlive(id: string, manager: EntityManager = this.eventLog.manager): Promise<void> {
    await manager.query(
      `UPDATE batch SET alive_until = clock_timestamp() + make_interval(secs => $2) WHERE id = $1 AND status = 'open'`,
      [id, DEAD_AFTER_SECONDS],
    );
  }

  /** All parts are done; `alongside` is part of the decision. Throws CONFLICT when the batch was taken back meanwhile. */
  complete(id: string, alongside: (manager: EntityManager) => Promise<void>): Promise<Decided | undefined> {
    return this.eventLog.transaction(async (manager) => {
      const completion = ({ status }: BatchEntity) => {
        if (status !== 'open') throw tookTooLong();
        return [{ event: 'batch.completed' as const, set: { status: 'completed' as const } }];
      };
      await asSystem(currentContext(), () => this.store.changeIn(manager, id, completion));
      await this.parts.settle(manager, id, 'completed');
      await alongside(manager);
      return this.decided(manager, id);
    });
  }

  /** Takes a batch back, unless it is decided. Answers how it is decided now; undefined when it has not begun. */
  revert(id: string, why: { code: string; message: string }): Promise<Decided | undefined> {
    return this.eventLog.transaction(async (manager) => {
      const batch = (
        await asSystem(currentContext(), () => this.store.lockMany(manager, [id], 'update'))
      ).get(id);
      if (batch?.status !== 'open') {
        const earlier = await this.decided(manager, id);
        return earlier && { ...earlier, isEarlier: true };
      }
      const reversion = {
        event: 'batch.reverted' as const,
        set: { status: 'reverted' as const },
        details: { code: why.code, reason: why.message },
      };
      await asSystem(contextOf(batch), () => this.store.changeIn(manager, id, () => [reversion]));
      const decided = await this.decided(manager, id);
      if (decided) await asSystem(decided.context, () => this.parts.settle(manager, id, 'reverted'));
      return decided;
    });
  }

  /** How a batch is decided; undefined when it is open, or has not begun. */
  async decided(manager: EntityManager, id: string): Promise<Decided | undefined> {
    const [batch] = await this.store.getMany([id], manager);
    if (!batch || batch.status === 'open') return undefined;
    const [event]: { id: string }[] = await manager.query(
      `SELECT id FROM event WHERE record_type = 'batch' AND record_id = $1 AND version = $2`,
      [id, batch.version],
    );
    const context = { ...contextOf(batch), causationId: event?.id };
    return { decision: batch.status, isEarlier: false, services: batch.services, context };
  }

  /** An open batch whose carrier is silent; for a while, nobody else is given it. */
  async abandoned(): Promise<string | undefined> {
    const [batches]: [{ id: string }[], number] = await this.eventLog.manager.query(
      `UPDATE batch SET alive_until = clock_timestamp() + make_interval(secs => $1) WHERE id = (
         SELECT id FROM batch WHERE status = 'open' AND alive_until < clock_timestamp()
         ORDER BY alive_until LIMIT 1 FOR UPDATE SKIP LOCKED) RETURNING id`,
      [DEAD_AFTER_SECONDS],
    );
    return batches[0]?.id;
  }

  /** Open batches that were asked for under a key. */
  async openUnder(principalId: string, key: string): Promise<string[]> {
    const rows: { id: string }[] = await this.eventLog.manager.query(
      `SELECT id FROM batch WHERE status = 'open' AND owner_id = $1 AND idempotency_key = $2`,
      [principalId, key],
    );
    return rows.map(({ id }) => id);
  }
}

/** What is answered when somebody took a batch back while it was carried out. */
export function tookTooLong(): DomainError {
  return new DomainError('CONFLICT', 'The batch took too long, and was taken back.');
}

function contextOf({ requestId }: BatchEntity): RequestContext {
  return { requestId, principal: SYSTEM };
}

/** The record of a batch is the service's own business, whatever its owner may do. */
function asSystem<T>(context: RequestContext, work: () => Promise<T>): Promise<T> {
  return runInContext(context, work, Rights.EVERYTHING);
}
