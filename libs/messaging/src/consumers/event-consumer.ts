import { Logger } from '@nestjs/common';
import type { MessageHandler } from '@nestjs/microservices';
import {
  AckPolicy,
  DeliverPolicy,
  nanos,
  type Consumer,
  type ConsumerConfig,
  type ConsumerInfo,
  type ConsumerMessages,
  type JetStreamManager,
  type JsMsg,
  type NatsConnection,
} from 'nats';
import { isObservable, lastValueFrom } from 'rxjs';
import type { EntityManager } from 'typeorm';
import { SYSTEM, type EventEnvelope, type ServiceName } from '@relata/contracts';
import { Trouble, runInContext } from '@relata/platform';
import type { EventLog } from '../events/event-log';
import { ifThere, jetStreamErrorMessage, unlessAway } from '../jetstream-errors';
import { LEASE_TICK_MS, type Lease } from '../lease';
import { FORCED, type ConsumedStream } from './consumed-stream';
import { EventContext } from './event-context';
import { eventOf, parkedForm, recordOf } from './event-message';
import { isProjected } from './projection';
import { RecordQueues } from './record-queues';

/** Most events that take effect in one transaction. */
const BATCH = 500;
/** Most that are in memory. */
const MOST_PENDING = 2 * BATCH;
/**
 * Batches begin so far apart, unless enough events wait: each costs some statements, whether it has one event or many. An
 * event that comes after a rest takes effect at once.
 */
const ROUND_MS = 100;
const ENOUGH = 100;
const ACK_WAIT_MS = 30_000;
const STILL_WORKING_MS = 10_000;
/** After so many failures an event is parked with its reason. */
const MAX_TRIES = 5;

/** What a consumer has done since it was made. */
export interface ConsumerCounts {
  applied: number;
  redelivered: number;
  failed: number;
  parked: number;
}

/**
 * Reads one stream for one service by a durable pull consumer; one replica at a time does, by lease, as only so the
 * events of a record take effect in their order. Each event takes effect once: { insert into inbox or skip; handle }
 * in one transaction, then the acknowledgement; projections do without inbox and transaction. A batch that fails is halved until what fails is alone; an event that keeps
 * failing holds back its own record alone, and is parked in `dead_letter` after five tries.
 */
export class EventConsumer {
  readonly counts: ConsumerCounts = { applied: 0, redelivered: 0, failed: 0, parked: 0 };
  private readonly logger: Logger;
  private readonly trouble: Trouble;
  private readonly waiting: JsMsg[] = [];
  /** The batch that is being applied. */
  private inHand: JsMsg[] = [];
  private readonly queues = new RecordQueues();
  private loop: Promise<void> = Promise.resolve();
  private wakeUp: () => void = () => undefined;
  /** How many must wait to end the rest. */
  private enough = 1;
  private stopping = false;
  /** Number of the newest delivery of the durable consumer. */
  private deliveries = 0;
  /** Why this replica must stop reading; undefined while it reads. */
  private interruption: Error | undefined;

  constructor(
    private readonly connection: NatsConnection,
    private readonly service: ServiceName,
    readonly stream: ConsumedStream,
    private readonly handlers: Map<string, MessageHandler>,
    private readonly eventLog: EventLog,
    private readonly lease: Lease,
  ) {
    this.logger = new Logger(`${EventConsumer.name} ${service}<${stream.name}`);
    this.trouble = new Trouble(this.logger, 'Reading');
  }

  /** Creates stream and consumer where they are missing; where JetStream is away, whoever gets the lease does. */
  async start(): Promise<void> {
    await unlessAway(this.prepare());
    this.loop = this.run();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.wakeUp();
    await this.loop;
    await this.lease.release().catch(() => undefined);
  }

  private async prepare(): Promise<void> {
    const manager = await this.connection.jetstreamManager();
    if (await this.find(manager)) return;
    await manager.consumers.add(this.stream.name, {
      ...this.settings(),
      deliver_policy: DeliverPolicy.All,
    });
  }

  /** The durable consumer, if there is one, of a stream that is there for sure: the broker may have lost its store, and both with it. */
  private async find(manager: JetStreamManager): Promise<ConsumerInfo | undefined> {
    await this.stream.declare(manager);
    return ifThere(manager.consumers.info(this.stream.name, this.service));
  }

  private settings(): Partial<ConsumerConfig> {
    return {
      durable_name: this.service,
      ack_policy: AckPolicy.Explicit,
      ack_wait: nanos(ACK_WAIT_MS),
      max_ack_pending: MOST_PENDING,
      // Nobody else takes from a queue what we have no handler for.
      filter_subjects: this.stream.isQueue ? [`${this.stream.prefix}>`] : [...this.handlers.keys()].sort(),
    };
  }

  /**
   * The durable consumer, for this replica alone. What the replica before us holds unacknowledged, or still asks for,
   * would come to us late and out of order: then the consumer is made anew from where everything is acknowledged.
   * The inbox knows what took effect beyond.
   */
  private async claim(): Promise<Consumer> {
    const manager = await this.connection.jetstreamManager();
    const { name } = this.stream;
    const found = await this.find(manager);
    if (found && found.num_ack_pending === 0 && found.num_waiting === 0) {
      await manager.consumers.update(name, this.service, { ...found.config, ...this.settings() });
      this.deliveries = found.delivered.consumer_seq;
    } else {
      if (found) await manager.consumers.delete(name, this.service);
      const start =
        found && !this.stream.isQueue
          ? { deliver_policy: DeliverPolicy.StartSequence, opt_start_seq: found.ack_floor.stream_seq + 1 }
          : { deliver_policy: DeliverPolicy.All };
      await manager.consumers.add(name, { ...this.settings(), ...start });
      this.deliveries = 0;
    }
    return this.connection.jetstream().consumers.get(name, this.service);
  }

  /** Stands by until the lease is ours, reads until it is lost or something breaks, and again. */
  private async run(): Promise<void> {
    while (!this.stopping) {
      try {
        if (await this.lease.take()) await this.read();
      } catch (error) {
        if (!this.stopping) this.trouble.begin(jetStreamErrorMessage(error));
      }
      if (!this.stopping) await this.rest(LEASE_TICK_MS);
    }
  }

  private async read(): Promise<void> {
    const consumer = await this.claim();
    const messages = await consumer.consume({
      max_messages: BATCH,
      abort_on_missing_resource: true,
      callback: (message) => this.received(message),
    });
    const letGo = this.keepAlive(messages);
    this.trouble.end();
    try {
      for (let began = -Infinity; ;) {
        if (this.waiting.length === 0) await this.rest(this.queues.untilDue());
        await this.gather(began + ROUND_MS);
        if (!this.mayGoOn()) return;
        began = performance.now();
        await this.applyAll(this.waiting.splice(0, BATCH));
        for (const { record, message } of this.queues.due()) await this.applyAlone(message, record);
      }
    } finally {
      letGo();
      await messages.close();
      // What ended this reading is said; it must not keep us from resting before the next.
      this.interruption = undefined;
      // Another replica, or our successor, need not wait until the broker misses our acknowledgement.
      // (What was acknowledged stays so.)
      for (const message of [...this.inHand, ...this.waiting, ...this.queues.all()]) message.nak();
      this.inHand = [];
      this.waiting.length = 0;
      this.queues.clear();
    }
  }

  /**
   * Keeps the lease, tells the broker that waiting messages are not forgotten, notices a lost stream. Answers what
   * ends it.
   */
  private keepAlive(messages: ConsumerMessages): () => void {
    let reading = true;
    const interrupt = (error: Error) => {
      if (!reading) return;
      this.interruption ??= error;
      this.wakeUp();
    };
    void messages.closed().then(() => interrupt(new Error('The stream is gone.')));
    const letGo = this.lease.keep(interrupt);
    const ticker = setInterval(() => {
      for (const message of [...this.waiting, ...this.queues.all()]) message.working();
    }, STILL_WORKING_MS);
    return () => {
      reading = false;
      letGo();
      clearInterval(ticker);
    };
  }

  /**
   * Deliveries are numbered without gaps. A number that is missing went to a replica that has not noticed yet that it
   * lost the lease, and would come to us out of order.
   */
  private received(message: JsMsg): void {
    this.deliveries += 1;
    if (message.info.deliverySequence !== this.deliveries) {
      this.interruption ??= new Error('Another replica was reading along.');
    }
    if (message.redelivered) this.counts.redelivered += 1;
    this.waiting.push(message);
    if (this.waiting.length >= this.enough) this.wakeUp();
  }

  /** Throws what interrupted the reading. */
  private mayGoOn(): boolean {
    if (this.interruption) throw this.interruption;
    return !this.stopping;
  }

  /** Until something happens, at most so long. */
  private async rest(milliseconds: number): Promise<void> {
    if (this.stopping || this.interruption) return;
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      this.wakeUp = resolve;
      if (milliseconds !== Infinity) timer = setTimeout(resolve, milliseconds);
    });
    clearTimeout(timer);
    this.wakeUp = () => undefined;
  }

  /** Lets more events come to those that wait, until that moment of the monotonic clock at the latest. */
  private async gather(until: number): Promise<void> {
    const left = until - performance.now();
    if (left <= 0 || this.waiting.length === 0 || this.waiting.length >= ENOUGH) return;
    this.enough = ENOUGH;
    await this.rest(left);
    this.enough = 1;
  }

  private async applyAll(batch: JsMsg[]): Promise<void> {
    this.inHand = batch;
    await this.applyHalves(batch);
  }

  /** All in one transaction, or each half for itself, so that what fails ends up alone after few tries. */
  private async applyHalves(batch: JsMsg[]): Promise<void> {
    const ready = batch.filter((message) => !this.queues.join(this.recordOf(message), message));
    const [first] = ready;
    if (!first) return;
    if (ready.length === 1) {
      await this.applyAlone(first, this.recordOf(first));
      return;
    }
    try {
      await this.apply(ready);
    } catch (error) {
      this.logger.debug(`A batch of ${ready.length} failed and is halved: ${(error as Error).message}`);
      const middle = ready.length >> 1;
      await this.applyHalves(ready.slice(0, middle));
      await this.applyHalves(ready.slice(middle));
    }
  }

  private async applyAlone(message: JsMsg, record: string): Promise<void> {
    try {
      await this.apply([message]);
    } catch (error) {
      // With the database away, or the lease lost, nothing is the event's fault: this throws, and nothing is counted.
      await this.lease.renew();
      this.counts.failed += 1;
      if (this.queues.failed(record, message) < MAX_TRIES) return;
      await this.park(message, error as Error);
    }
    this.queues.settled(record);
  }

  private async park(message: JsMsg, error: Error): Promise<void> {
    const { id, type, payload } = parkedForm(message, this.stream.prefix);
    await this.eventLog.manager.query(
      'INSERT INTO dead_letter (event_id, type, reason, payload) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
      [id, type, error.message, JSON.stringify(payload)],
    );
    message.ack();
    this.counts.parked += 1;
    this.logger.error(`Parked ${type} ${id} after ${MAX_TRIES} tries: ${error.message}`, error.stack);
  }

  /** Has these take effect, and acknowledges them. */
  private async apply(batch: JsMsg[]): Promise<void> {
    const events = batch.map((message) => eventOf(message, this.stream.prefix));
    const forced = new Set(
      events.filter((_, index) => batch[index]?.headers?.has(FORCED)).map(({ id }) => id),
    );
    const projected = new Set(events.filter(({ type }) => isProjected(this.handlers.get(type))));
    await this.project([...projected]);
    await this.takeEffect(
      events.filter((event) => !projected.has(event)),
      forced,
    );
    for (const message of batch) message.ack();
    this.counts.applied += batch.length;
  }

  /** What keeps the newest state by version needs no inbox, no lease, and no transaction for all of it. */
  private async project(events: EventEnvelope[]): Promise<void> {
    const context = new EventContext(this.eventLog.manager);
    for (const event of events) await this.handle(event, context);
    await context.settle();
  }

  /** In one transaction, whose last statement makes sure of the lease. */
  private async takeEffect(events: EventEnvelope[], forced: Set<string>): Promise<void> {
    if (events.length === 0) return;
    await this.eventLog.transaction(async (manager) => {
      const fresh = await this.receive(manager, events);
      for (const id of forced) fresh.add(id);
      const context = new EventContext(manager);
      for (const event of events) {
        // Two copies of an event in one batch: the first takes effect.
        if (fresh.delete(event.id)) await this.handle(event, context);
      }
      await context.settle();
      await this.lease.renew(manager);
    });
  }

  /** Ids that this service sees for the first time. */
  private async receive(manager: EntityManager, events: EventEnvelope[]): Promise<Set<string>> {
    const rows: { event_id: string }[] = await manager.query(
      'INSERT INTO inbox (event_id) SELECT DISTINCT id FROM unnest($1::uuid[]) AS id ORDER BY id ON CONFLICT DO NOTHING RETURNING event_id',
      [events.map((event) => event.id)],
    );
    return new Set(rows.map((row) => row.event_id));
  }

  private async handle(event: EventEnvelope, context: EventContext): Promise<void> {
    const handler = this.handlers.get(event.type);
    if (!handler) return;
    await runInContext({ requestId: event.requestid, causationId: event.id, principal: SYSTEM }, async () => {
      const result: unknown = await handler(event, context);
      if (isObservable(result)) await lastValueFrom(result, { defaultValue: null });
    });
  }

  private recordOf(message: JsMsg): string {
    return recordOf(message, this.stream.prefix);
  }
}
