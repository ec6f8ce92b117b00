import { setTimeout as delay } from 'node:timers/promises';
import type { DataSource, EntityManager } from 'typeorm';
import {
  DomainError,
  type BatchPartAnswer,
  type BatchPartPayload,
  type CrmResource,
  type EventEnvelope,
} from '@relata/contracts';
import { BatchParts, RecordStore } from '@relata/database';
import { EventContext, EventLog, Snapshots, type NewEvent, type RowChange } from '@relata/messaging';
import { currentContext } from '@relata/platform';
import type { TestSystem } from '@relata/testing';
import { VICTIM } from './writer';

// What tests may not import by name: a lib is its index. The bugs sit in the inside.
const inside = <T extends object>(path: string) =>
  jest.requireActual<T>(`../../../libs/messaging/src/${path}`);

interface Row {
  id: string;
  position: string;
  request_id: string;
  [column: string]: unknown;
}
interface OutboxLike {
  dataSource: DataSource;
  sequence(): Promise<Row[]>;
  after(position: number): Promise<Row[]>;
}
interface Delivery {
  ack(): void;
  json<T>(): T;
}
interface ConsumerLike {
  receive(manager: EntityManager, events: EventEnvelope[]): Promise<Set<string>>;
  handle(event: EventEnvelope, context: EventContext): Promise<void>;
  apply(batch: Delivery[]): Promise<void>;
}
const { Outbox } = inside<{ Outbox: { prototype: OutboxLike } }>('events/outbox');
const { EventConsumer } = inside<{ EventConsumer: { prototype: ConsumerLike } }>('consumers/event-consumer');
const { ENVELOPE_COLUMNS, envelopeJson } = inside<{
  ENVELOPE_COLUMNS: string;
  envelopeJson: (service: string, snapshots: Snapshots, row: Row) => string;
}>('events/event-envelope');

const isVictim = () => currentContext().requestId.startsWith(VICTIM) && !currentContext().causationId;
const isOfVictim = (event: EventEnvelope) => event.requestid.startsWith(VICTIM);

/** Replaces a method, with the one that it replaces at hand. */
function mutate<T extends object, K extends keyof T & string>(
  prototype: T,
  method: K,
  make: (original: T[K]) => T[K],
): void {
  const replaced = make(prototype[method]);
  jest
    .spyOn(prototype as Record<string, () => unknown>, method)
    .mockImplementation(replaced as () => unknown);
}

type Append = EventLog['append'];
type Transaction = (this: EventLog, work: (manager: EntityManager) => Promise<unknown>) => Promise<unknown>;

/** Has the victim's writes of one statement made in a transaction, in which more can go wrong. */
function inTransaction(): void {
  mutate(
    EventLog.prototype,
    'write',
    (original) =>
      function (this: EventLog, events, change) {
        return isVictim()
          ? this.transaction((manager) => this.append(manager, events, change))
          : original.call(this, events, change);
      },
  );
}

/** What the victim's append does instead. */
function spoilAppend(
  instead: (
    append: () => Promise<Set<string>>,
    manager: EntityManager,
    events: NewEvent[],
    change: RowChange | undefined,
    self: EventLog,
    original: Append,
  ) => Promise<Set<string>>,
): void {
  inTransaction();
  mutate(
    EventLog.prototype,
    'append',
    (original) =>
      async function (this: EventLog, manager, events, change) {
        const append = () => original.call(this, manager, events, change);
        return isVictim() ? instead(append, manager, events, change, this, original) : append();
      },
  );
}

/** What the victim's transaction does instead. */
function spoilTransaction(
  instead: (
    transaction: (work: (manager: EntityManager) => Promise<unknown>) => Promise<unknown>,
    work: (manager: EntityManager) => Promise<unknown>,
  ) => Promise<unknown>,
): void {
  inTransaction();
  mutate(
    EventLog.prototype as unknown as { transaction: Transaction },
    'transaction',
    (original) =>
      async function (this: EventLog, work) {
        return isVictim() ? instead((inner) => original.call(this, inner), work) : original.call(this, work);
      },
  );
}

/** What the service of a resource does instead of the victim's part. */
function spoilPart(
  resource: CrmResource,
  instead: (parts: BatchParts, part: BatchPartPayload) => Promise<BatchPartAnswer>,
): void {
  mutate(
    BatchParts.prototype,
    'commit',
    (original) =>
      function (this: BatchParts, part) {
        const isIt = isVictim() && part.operations.some((operation) => operation.resource === resource);
        return isIt ? instead(this, part) : original.call(this, part);
      },
  );
}

/** What the relay reads instead of what it has sequenced just now, or before. */
function spoilReading(instead: (rows: Row[], outbox: OutboxLike) => Row[]): void {
  for (const method of ['sequence', 'after'] as const)
    mutate(
      Outbox.prototype,
      method,
      (original: (position: number) => Promise<Row[]>) =>
        async function (this: OutboxLike, position: number) {
          return instead(await original.call(this, position), this);
        },
    );
}

export interface Bug {
  /** The check that must find it. */
  foundBy: string;
  seed: (system: () => TestSystem) => void;
}

/** Variants of our own code, each with one of the mistakes that are made in such systems. */
export const BUGS: Record<string, Bug> = {
  'publishes before the commit, which then fails': {
    foundBy: 'in-the-stream-but-not-committed',
    seed: (system) =>
      spoilAppend(async (append, manager) => {
        await append();
        const rows: Row[] = await manager.query(
          `SELECT ${ENVELOPE_COLUMNS}, 0 AS position FROM event e WHERE request_id = $1`,
          [currentContext().requestId],
        );
        for (const row of rows)
          await system()
            .nats.jetstream()
            .publish(row.type as string, envelopeJson('contact', new Snapshots(), row));
        throw new Error('The commit failed.');
      }),
  },
  'relays by a cursor: what commits late with a lower number is never seen': {
    foundBy: 'committed-but-not-in-the-stream',
    seed: () => {
      spoilAppend(async (append) => {
        const isWritten = await append();
        await delay(2_000);
        return isWritten;
      });
      // Ids are drawn before the commit, as `seq` is.
      const cursors = new Map<DataSource, string>();
      spoilReading((rows, { dataSource }) => {
        const cursor = cursors.get(dataSource) ?? '';
        const fresh = rows.filter((row) => row.id > cursor);
        cursors.set(dataSource, [cursor, ...fresh.map((row) => row.id)].sort().at(-1) as string);
        return fresh;
      });
    },
  },
  'marks as published, then dies before it publishes': {
    foundBy: 'committed-but-not-in-the-stream',
    seed: () => spoilReading((rows) => rows.filter((row) => !row.request_id.startsWith(VICTIM))),
  },
  'publishes a batch in another order': {
    foundBy: 'order-per-record',
    seed: () => spoilReading((rows) => [...rows].reverse()),
  },
  'has no inbox': {
    foundBy: 'effect-once',
    seed: () =>
      mutate(
        EventConsumer.prototype,
        'receive',
        () => (_, events) => Promise.resolve(new Set(events.map(({ id }) => id))),
      ),
  },
  'acknowledges before the commit, and dies between': {
    foundBy: 'effect-once',
    seed: () =>
      mutate(
        EventConsumer.prototype,
        'apply',
        (original) =>
          async function (this: ConsumerLike, batch) {
            for (const message of batch) message.ack();
            if (!batch.some((message) => isOfVictim(message.json()))) await original.call(this, batch);
          },
      ),
  },
  'applies an effect twice': {
    foundBy: 'effect-once',
    seed: () =>
      mutate(
        EventConsumer.prototype,
        'handle',
        (original) =>
          async function (this: ConsumerLike, event, context) {
            await original.call(this, event, context);
            if (isOfVictim(event)) await original.call(this, event, context);
          },
      ),
  },
  'projects without what one event told': {
    foundBy: 'projection-equals-recomputation',
    seed: () =>
      mutate(
        EventContext.prototype,
        'together',
        (original) =>
          function (this: EventContext, work, item) {
            if (!currentContext().requestId.startsWith(VICTIM))
              original.call(this, work as never, item as never);
          },
      ),
  },
  'leaves records with the contact that was merged': {
    foundBy: 'merge-followed',
    seed: () => mutate(RecordStore.prototype, 'repoint', () => () => Promise.resolve()),
  },
  'changes a record without an event': {
    foundBy: 'row-as-its-newest-event',
    seed: () =>
      spoilAppend(async (_append, manager, _events, change) => {
        if (change) await manager.query(change.sql, change.parameters);
        return new Set();
      }),
  },
  'skips a version': {
    foundBy: 'versions-contiguous',
    seed: () =>
      spoilAppend((_, manager, events, change, self, original) =>
        original.call(
          self,
          manager,
          events.map((event) => ({ ...event, version: event.version + 1 })),
          change,
        ),
      ),
  },
  'answers before the commit, which then fails': {
    foundBy: 'acknowledged-write-lost',
    seed: () =>
      spoilTransaction(async (transaction, work) => {
        let answer: unknown;
        await transaction(async (manager) => {
          answer = await work(manager);
          throw new Error('The commit failed.');
        }).catch(() => undefined);
        return answer;
      }),
  },
  'refuses after the commit': {
    foundBy: 'refused-write-happened',
    seed: () =>
      spoilTransaction(async (transaction, work) => {
        await transaction(work);
        throw new DomainError('SERVICE_UNAVAILABLE', 'Not now.');
      }),
  },
  'does a write again whose answer was late': {
    foundBy: 'write-applied-twice',
    seed: () =>
      spoilTransaction(async (transaction, work) => {
        await transaction(work);
        return transaction(work);
      }),
  },
  'keeps the parts of a batch that was taken back': {
    foundBy: 'batch-whole-or-undone',
    seed: () => {
      // Once, the activity service refuses what it was rehearsed well for.
      spoilPart('tasks', () => Promise.reject(new DomainError('CONFLICT', 'Not now.')));
      mutate(BatchParts.prototype, 'settle', () => () => Promise.resolve());
    },
  },
  'completes a batch of which one part was never committed': {
    foundBy: 'batch-whole-or-undone',
    seed: () => spoilPart('deals', (parts, part) => parts.rehearse({ ...part, isAsked: true })),
  },
};
