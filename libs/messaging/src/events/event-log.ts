import { Injectable } from '@nestjs/common';
import { Subject } from 'rxjs';
import { DataSource, QueryFailedError, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { EventType, RecordType, RehearsedEventView, RequestContext } from '@relata/contracts';
import { AsyncLocalStorage } from 'node:async_hooks';
import { currentContext } from '@relata/platform';
import { rawRows } from '../sql/raw-rows';
import { Snapshots, setByCreation } from './snapshots';

/** An event about to be written, with the change it stands for. */
export interface NewEvent {
  type: EventType;
  recordType: RecordType;
  recordId: string;
  /** The record's version after it. */
  version: number;
  before: Record<string, unknown>;
  /** Of a new record all that its snapshot says, when absent. */
  after?: Record<string, unknown>;
  details?: Record<string, unknown>;
  snapshot: Record<string, unknown>;
  /** Now when absent. */
  occurredAt?: Date;
  /** Who and what caused it; the current context when absent. */
  context?: RequestContext;
}

const DEADLOCK_OR_SERIALIZATION = new Set(['40P01', '40001']);
const MAX_ATTEMPTS = 4;

/** A change of records that is made in one statement with its events. */
export interface RowChange {
  /** A statement that answers the `id` of each record that it changes; events of others are not written. */
  sql: string;
  /** Common table expressions of what is to be done along with it, which may ask for the ids of `changed`. */
  alongside?: string[];
  /** Of all of these, `$1` and on. */
  parameters: unknown[];
}

/** A filter, not a join (it is no condition by itself): events stay in their order, and `seq` is drawn in it. */
const OF_CHANGED = 'WHERE ("recordId" IN (SELECT id FROM changed)) IS TRUE';

/** Inserts the events of the last parameter; with `change`, in one statement with it, and after it: a record is locked when the `seq` of its event is drawn. Answers the records' ids. */
function insertEvents(change?: RowChange): string {
  const before = change ? [`changed AS (${change.sql})`, ...(change.alongside ?? [])] : [];
  const written = `written AS (
    INSERT INTO event (id, type, record_type, record_id, version, actor_id, actor_name, request_id, causation_id,
                       recorded_at, occurred_at, before, after, details, snapshot, salt)
    SELECT id, type, "recordType", "recordId", version, "actorId", "actorName", "requestId", "causationId",
           clock_timestamp(), coalesce("occurredAt", clock_timestamp()), before, after, details, snapshot, gen_random_uuid()
    FROM jsonb_to_recordset($${(change?.parameters.length ?? 0) + 1}::jsonb) AS new (id uuid, type text, "recordType" text, "recordId" uuid, version int,
                                               "actorId" uuid, "actorName" text, "requestId" text, "causationId" uuid,
                                               "occurredAt" timestamptz, before jsonb, after jsonb, details jsonb, snapshot jsonb)
    ${change ? OF_CHANGED : ''}
    RETURNING seq, record_id
  )`;
  const queued = 'queued AS (INSERT INTO outbox (seq) SELECT seq FROM written)';
  return `WITH ${[...before, written, queued].join(', ')} SELECT record_id FROM written`;
}

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
  /** Fires after each commit that wrote events, with what kinds of record they tell of. */
  readonly committed = new Subject<ReadonlySet<RecordType>>();
  private readonly wrote = new WeakMap<EntityManager, Set<RecordType>>();
  private readonly whole = new AsyncLocalStorage<Whole>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly snapshots: Snapshots,
  ) {}

  /** For reads outside a transaction, or in the one that the work at hand is part of. */
  get manager(): EntityManager {
    return this.whole.getStore()?.manager ?? this.dataSource.manager;
  }

  /** Whether what is done now is not part of a larger transaction, which may still be rolled back. */
  get isOutermost(): boolean {
    return this.whole.getStore() === undefined;
  }

  /**
   * One transaction; tried again when Postgres ends it for a deadlock, so `work` must be free of side effects outside it. Within
   * `asOne` it is a savepoint of that transaction.
   */
  async transaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const whole = this.whole.getStore();
    return whole ? savepoint(whole, work) : this.outermost(work);
  }

  /**
   * Makes one transaction of everything that `work` does here, whatever transactions it asks for. `events` grows by what is
   * written in it.
   */
  asOne<T>(work: (manager: EntityManager, events: readonly NewEvent[]) => Promise<T>): Promise<T> {
    return this.transaction((manager) => {
      const whole = this.whole.getStore() ?? { manager, events: [] };
      return this.whole.run(whole, () => work(manager, whole.events));
    });
  }

  /** Does what `work` does, tells what came of it and which events it wrote, and takes everything back. */
  async rehearse<T>(work: () => Promise<T>): Promise<{ result: T; events: RehearsedEventView[] }> {
    try {
      return await this.asOne(async (_, events) => {
        const result = await work();
        throw new RolledBack({ result, events: events.map((event) => this.rehearsedView(event)) });
      });
    } catch (error) {
      if (error instanceof RolledBack) return error.outcome as { result: T; events: RehearsedEventView[] };
      throw error;
    }
  }

  private async outermost<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return untilDone(async () => {
      let wrote: ReadonlySet<RecordType> | undefined;
      const result = await this.dataSource.transaction(async (manager) => {
        const value = await work(manager);
        wrote = this.wrote.get(manager);
        return value;
      });
      if (wrote) this.committed.next(wrote);
      return result;
    });
  }

  /**
   * Writes events, in order, in the transaction of their change; with `change`, which it does along with them. Call it
   * after the rows of their records are locked. Answers the ids of the records of which events were written: those that `change` changed.
   */
  async append(manager: EntityManager, events: NewEvent[], change?: RowChange): Promise<Set<string>> {
    const ids = await this.insert(manager, events, change);
    if (ids.size === 0) return ids;
    const written = change ? events.filter(({ recordId }) => ids.has(recordId)) : events;
    this.wrote.set(manager, typesOf(written, this.wrote.get(manager)));
    this.whole.getStore()?.events.push(...written);
    return ids;
  }

  /**
   * As `append`, in a transaction of its own that is this one statement: without round trips for its beginning and its end. For
   * changes that lock their rows themselves.
   */
  async write(events: NewEvent[], change: RowChange): Promise<Set<string>> {
    if (this.whole.getStore()) return this.transaction((manager) => this.append(manager, events, change));
    const ids = await untilDone(() => this.insert(this.dataSource.manager, events, change));
    if (ids.size > 0) this.committed.next(typesOf(events));
    return ids;
  }

  private async insert(manager: EntityManager, events: NewEvent[], change?: RowChange): Promise<Set<string>> {
    const written = await rawRows(manager, insertEvents(change), [
      ...(change?.parameters ?? []),
      JSON.stringify(events.map((event) => this.rowOf(event))),
    ]);
    return new Set(written.map(([id]) => id as string));
  }

  private rehearsedView({ type, recordType, recordId, before, ...event }: NewEvent): RehearsedEventView {
    const after = event.after ?? setByCreation(this.snapshots.kept(recordType, event.snapshot));
    return { type, recordType, recordId, before, after };
  }

  /** The row of an event, as JSON. */
  private rowOf({ context = currentContext(), ...event }: NewEvent): object {
    return {
      ...event,
      id: uuidv7(),
      details: event.details ?? {},
      snapshot: this.snapshots.kept(event.recordType, event.snapshot),
      actorId: context.principal.id,
      actorName: context.principal.name,
      requestId: context.requestId,
      causationId: context.causationId ?? null,
    };
  }
}

/** The kinds of record that events tell of, added to those of earlier ones. */
function typesOf(events: readonly NewEvent[], types = new Set<RecordType>()): Set<RecordType> {
  for (const { recordType } of events) types.add(recordType);
  return types;
}

/** Work within a transaction that leaves nothing in it when it fails. */
async function savepoint<T>(
  { manager, events }: Whole,
  work: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  const written = events.length;
  try {
    return await manager.transaction(work);
  } catch (error) {
    events.length = written;
    throw error;
  }
}

/** Does it again when Postgres ends it for a deadlock. */
async function untilDone<T>(attempt: () => Promise<T>): Promise<T> {
  for (let attempts = 1; ; attempts++) {
    try {
      return await attempt();
    } catch (error) {
      if (attempts >= MAX_ATTEMPTS || !isRetryable(error)) throw error;
    }
  }
}

function isRetryable(error: unknown): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const { code } = error.driverError as { code?: string };
  return code !== undefined && DEADLOCK_OR_SERIALIZATION.has(code);
}
