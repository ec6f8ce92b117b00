import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { setTimeout as delay } from 'node:timers/promises';
import {
  type JetStreamClient,
  type JetStreamManager,
  type NatsConnection,
  type PubAck,
  type Subscription as NatsSubscription,
} from 'nats';
import type { Subscription } from 'rxjs';
import { DataSource } from 'typeorm';
import { streamOfService, type ServiceName } from '@relata/contracts';
import { Lease } from '../lease';
import { NATS_CONNECTION } from '../nats-connection';
import { encode } from '../rpc/rpc-wire';
import { SERVICE_SETTINGS, type ServiceSettings } from '../service-settings';
import { toEnvelope, type SequencedEventRow } from './event-envelope';
import { EventLog } from './event-log';
import { declareStream, eventStreamConfig } from './event-stream';
import { messageIdOf } from './message-id';
import { Outbox } from './outbox';
import { Reconciliation } from './reconciliation';
import { tellSequenced } from './sequenced-signal';

const POLL_MS = 500;
/** A burst of commits is published together rather than one by one. */
const IN_FLIGHT = 128;
const RETRY_MS = 200;
const PUBLISH_TIMEOUT_MS = 5_000;
/** A store that was lost while nothing is published must be noticed too. */
const LOOK_EVERY_MS = 5_000;

/** On which the replicas of a service tell the one that relays of a commit. */
export function wakeSubject(service: ServiceName): string {
  return `relay.${service}.wake`;
}

/**
 * Publishes this schema's events to its JetStream stream, in order, each at least once and with the stream's
 * expected last sequence. One relay per schema is active, by lease; the others stand by.
 */
@Injectable()
export class Relay implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(Relay.name);
  private readonly lease: Lease;
  private readonly outbox: Outbox;
  private readonly jetStream: JetStreamClient;
  private manager: JetStreamManager;
  private readonly stream: string | undefined;
  private readonly wakeSubject: string;

  private epoch: string | undefined;
  /** Last sequence of the stream as this relay knows it; undefined when it must look. */
  private streamEnd: number | undefined;
  private lookedAt = 0;
  /** How often the broker took what we published for a message that it had before, and lost. */
  private publishedBefore = 0;
  private stopping = false;
  private wakeUp: () => void = () => undefined;
  private awake = false;
  private loop: Promise<void> = Promise.resolve();
  private commits: Subscription;
  private calls: NatsSubscription;

  constructor(
    private readonly dataSource: DataSource,
    @Inject(NATS_CONNECTION) private readonly connection: NatsConnection,
    private readonly eventLog: EventLog,
    @Inject(SERVICE_SETTINGS) private readonly settings: ServiceSettings,
  ) {
    this.lease = new Lease(dataSource, 'relay');
    this.outbox = new Outbox(dataSource);
    this.jetStream = connection.jetstream({ timeout: PUBLISH_TIMEOUT_MS });
    this.stream = streamOfService(settings.service);
    this.wakeSubject = wakeSubject(settings.service);
  }

  async onApplicationBootstrap(): Promise<void> {
    if (!this.stream) return;
    this.manager = await this.connection.jetstreamManager();
    await declareStream(this.manager, eventStreamConfig(this.stream, this.settings));
    this.commits = this.eventLog.committed.subscribe(() => this.onCommit());
    this.calls = this.connection.subscribe(this.wakeSubject, { callback: () => this.wake() });
    this.loop = this.run();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping = true;
    this.commits?.unsubscribe();
    this.calls?.unsubscribe();
    this.wake();
    await this.loop;
    if (this.epoch && this.dataSource.isInitialized) await this.lease.release().catch(() => undefined);
  }

  /** The active relay may live in another replica: then a core message wakes it. The poll is the net under both. */
  private onCommit(): void {
    if (this.epoch) this.wake();
    else if (!this.connection.isClosed()) this.connection.publish(this.wakeSubject);
  }

  private wake(): void {
    this.awake = true;
    this.wakeUp();
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      try {
        const epoch = await this.lease.take();
        if (epoch !== this.epoch) this.streamEnd = undefined;
        this.epoch = epoch;
        if (epoch) await this.drain();
        await this.rest(POLL_MS);
      } catch (error) {
        this.streamEnd = undefined;
        if (!this.stopping)
          this.logger.warn(`Publishing stopped and will be tried again: ${(error as Error).message}`);
        await delay(RETRY_MS);
      }
    }
  }

  private async rest(milliseconds: number): Promise<void> {
    if (this.awake || this.stopping) {
      this.awake = false;
      return;
    }
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.wakeUp = () => undefined;
    this.awake = false;
  }

  private async drain(): Promise<void> {
    if (this.streamEnd === undefined || Date.now() - this.lookedAt > LOOK_EVERY_MS) {
      this.streamEnd = await this.reconcile();
      this.lookedAt = Date.now();
    }
    while (!this.stopping) {
      const last = await this.outbox.sequence(this.lease);
      if (last !== undefined) tellSequenced(this.connection, this.settings.service, last);
      const events = await this.outbox.next();
      if (events.length === 0) return;
      for (let start = 0; start < events.length; start += IN_FLIGHT) {
        if (!(await this.lease.take())) return;
        await this.publish(events.slice(start, start + IN_FLIGHT));
      }
    }
  }

  /** Publishes in order; what was acknowledged before the first failure is marked, the rest is tried again. */
  private async publish(events: SequencedEventRow[]): Promise<void> {
    const first = this.streamEnd ?? 0;
    const results = await Promise.allSettled(
      events.map((event, index) => {
        const previous = events[index - 1];
        return this.jetStream.publish(event.type, encode(toEnvelope(this.settings.service, event)), {
          msgID: this.messageId(event),
          // The sequence alone would let through what follows an event that lost its place to somebody else's message.
          expect: { lastSequence: first + index, lastMsgID: previous && this.messageId(previous) },
        });
      }),
    );
    const marks: { seq: string; streamSeq: number }[] = [];
    for (const [index, result] of results.entries()) {
      const event = events[index];
      if (result.status === 'rejected' || !event || isLost(result.value, first + index + 1)) break;
      marks.push({ seq: event.seq, streamSeq: result.value.seq });
    }
    await this.outbox.markPublished(marks);
    const failure = results.find((result) => result.status === 'rejected');
    const lost = results.findIndex(
      (result, index) => result.status === 'fulfilled' && isLost(result.value, first + index + 1),
    );
    if (lost >= 0) {
      this.publishedBefore += 1;
      throw new Error('The broker still knows messages that its stream has lost; they get other names.');
    }
    if (failure) throw failure.reason;
    this.streamEnd = first + events.length;
  }

  private messageId(event: SequencedEventRow): string {
    return messageIdOf(event.id, this.publishedBefore);
  }

  /** Makes table and stream agree again. Answers the stream's last sequence. */
  private async reconcile(): Promise<number> {
    const stream = this.stream as string;
    const { state } = await this.manager.streams
      .info(stream)
      .catch(() => declareStream(this.manager, eventStreamConfig(stream, this.settings)));
    const { streamRetentionDays } = this.settings;
    const count = await new Reconciliation(this.outbox, this.manager, stream, streamRetentionDays).run(state);
    if (count > 0) this.logger.warn(`Stream ${stream} lost events: ${count} are published again.`);
    return state.last_seq;
  }
}

/** The broker says that it has the message, by its memory of ids, and not where it would have to be. */
function isLost({ duplicate, seq }: PubAck, expected: number): boolean {
  return duplicate && seq !== expected;
}
