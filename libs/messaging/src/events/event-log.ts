import { Injectable } from '@nestjs/common';
import { Subject } from 'rxjs';
import { DataSource, QueryFailedError, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { EventType, RecordType, RequestContext } from '@relata/contracts';
import { AsyncLocalStorage } from 'node:async_hooks';
import { currentContext } from '@relata/platform';

/** An event about to be written, with the change it stands for. */
export interface NewEvent {
  type: EventType;
  recordType: RecordType;
  recordId: string;
  /** The record's version after it. */
  version: number;
  before: Record<string, unknown>;
  after: Record<string, unknown>;
  details?: Record<string, unknown>;
  snapshot: Record<string, unknown>;
  /** Now when absent. */
  occurredAt?: Date;
  /** Who and what caused it; the current context when absent. */
  context?: RequestContext;
}

const DEADLOCK_OR_SERIALIZATION = new Set(['40P01', '40001']);
const MAX_ATTEMPTS = 4;

/** A change of rows, as a statement without a result. */
export interface RowChange {
  sql: string;
  parameters: unknown[];
}

/** Inserts the events of the last parameter; with `change`, in one statement with it. */
const insertEvents = (change?: RowChange) => `
  WITH ${change ? `changed AS (${change.sql}), ` : ''}written AS (
    INSERT INTO event (id, type, record_type, record_id, version, actor_id, actor_name, request_id, causation_id,
                       recorded_at, occurred_at, before, after, details, snapshot, salt)
    SELECT id, type, "recordType", "recordId", version, "actorId", "actorName", "requestId", "causationId",
           clock_timestamp(), coalesce("occurredAt", clock_timestamp()), before, after, details, snapshot, gen_random_uuid()
    FROM jsonb_to_recordset($${(change?.parameters.length ?? 0) + 1}::jsonb) AS new (id uuid, type text, "recordType" text, "recordId" uuid, version int,
                                               "actorId" uuid, "actorName" text, "requestId" text, "causationId" uuid,
                                               "occurredAt" timestamptz, before jsonb, after jsonb, details jsonb, snapshot jsonb)
    RETURNING seq
  )
  INSERT INTO outbox (seq) SELECT seq FROM written`;

/** The transaction that everything done meanwhile is part of, and what was written in it. */
interface Whole {
  manager: EntityManager;
  events: NewEvent[];
}

/** Ends a transaction whose outcome is known, and not wanted. */
class RolledBack<T> extends Error {
  constructor(readonly outcome: T) {
    super('Rolled back, as asked.');
  }
}

/**
 * The transactions of a service and the events written in them. An event is in the table if and only if its
 * change is committed; the relay is woken after the commit, never before.
 */
@Injectable()
export class EventLog {
  /** Fires after each commit that wrote events. */
  readonly committed = new Subject<void>();
  private readonly wrote = new WeakSet<EntityManager>();
  private readonly whole = new AsyncLocalStorage<Whole>();

  constructor(private readonly dataSource: DataSource) {}

  /** For reads outside a transaction, or in the one that the work at hand is part of. */
  get manager(): EntityManager {
    return this.whole.getStore()?.manager ?? this.dataSource.manager;
  }

  /**
   * One transaction; tried again when Postgres ends it for a deadlock, so `work` must be free of side effects outside it. Within
   * `asOne` it is a savepoint of that transaction.
   */
  async transaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const whole = this.whole.getStore();
    if (whole) return whole.manager.transaction(work);
    return this.outermost(work);
  }

  /** Makes one transaction of everything that `work` does here, whatever transactions it asks for. */
  asOne<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.transaction((manager) =>
      this.whole.run(this.whole.getStore() ?? { manager, events: [] }, () => work(manager)),
    );
  }

  /** Does what `work` does, tells what came of it and which events it wrote, and takes everything back. */
  async rehearse<T>(work: () => Promise<T>): Promise<{ result: T; events: NewEvent[] }> {
    try {
      return await this.asOne(async () => {
        const result = await work();
        throw new RolledBack({ result, events: this.whole.getStore()?.events ?? [] });
      });
    } catch (error) {
      if (error instanceof RolledBack) return error.outcome as { result: T; events: NewEvent[] };
      throw error;
    }
  }

  private async outermost<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        let wrote = false;
        const result = await this.dataSource.transaction(async (manager) => {
          const value = await work(manager);
          wrote = this.wrote.has(manager);
          return value;
        });
        if (wrote) this.committed.next();
        return result;
      } catch (error) {
        if (attempt >= MAX_ATTEMPTS || !isRetryable(error)) throw error;
      }
    }
  }

  /**
   * Writes events, in order, in the transaction of their change; with `change`, which it does along with them. Call it
   * after the record's row is locked.
   */
  async append(manager: EntityManager, events: NewEvent[], change?: RowChange): Promise<void> {
    const rows = events.map(({ context = currentContext(), ...event }) => ({
      id: uuidv7(),
      details: {},
      ...event,
      actorId: context.principal.id,
      actorName: context.principal.name,
      requestId: context.requestId,
      causationId: context.causationId ?? null,
    }));
    await manager.query(insertEvents(change), [...(change?.parameters ?? []), JSON.stringify(rows)]);
    this.wrote.add(manager);
    this.whole.getStore()?.events.push(...events);
  }
}

function isRetryable(error: unknown): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const { code } = error.driverError as { code?: string };
  return code !== undefined && DEADLOCK_OR_SERIALIZATION.has(code);
}
