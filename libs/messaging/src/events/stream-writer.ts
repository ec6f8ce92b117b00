import { Logger } from '@nestjs/common';
import {
  Match,
  headers,
  type JetStreamManager,
  type MsgHdrs,
  type NatsConnection,
  type PubAck,
  type StreamInfo,
} from 'nats';
import { ifThere, unlessAway } from '../jetstream-errors';
import { inboxPrefix } from '../nats-connection';
import type { ServiceSettings } from '../service-settings';
import { BurstPublisher } from './burst-publisher';
import { envelopeJson, type EnvelopeRow } from './event-envelope';
import { declareStream, eventStreamConfig } from './event-stream';
import { messageIdOf } from './message-id';
import type { Outbox, PublishedRun } from './outbox';
import { Reconciliation } from './reconciliation';
import type { Snapshots } from './snapshots';

/** A store that was lost while nothing is published must be noticed too. */
const LOOK_EVERY_MS = 5_000;
/** What is published is noted so often; whoever takes over asks the stream for the rest. */
const MARK_EVERY_MS = 250;

/** Writes the log to its stream, and knows how far it is. For the relay that has the lease. */
export class StreamWriter {
  private readonly logger = new Logger(StreamWriter.name);
  private readonly publisher: BurstPublisher;
  private manager: JetStreamManager;

  /** What the stream holds; undefined when we must look. */
  private held: PublishedRun | undefined;
  /** When the stream that has our settings was created. Another, made by a reader after a wipe, may have others. */
  private declared: string | undefined;
  /** The stream as it was when we last looked. */
  private seen: StreamInfo | undefined;
  private lookedAt = 0;
  private marked: PublishedRun | undefined;
  private markedAt = 0;
  /** How often the broker took what we published for a message that it had before, and lost. */
  private publishedBefore = 0;

  constructor(
    private readonly connection: NatsConnection,
    private readonly outbox: Outbox,
    private readonly stream: string,
    private readonly settings: ServiceSettings,
    private readonly snapshots: Snapshots,
  ) {
    this.publisher = new BurstPublisher(connection, inboxPrefix(settings.service));
  }

  /** Creates or updates the stream; where JetStream is away, the first `look` does. */
  async open(): Promise<void> {
    this.manager = await this.connection.jetstreamManager({ checkAPI: false });
    await unlessAway(this.declare());
  }

  close(): void {
    this.publisher.close();
  }

  /** Another may have written, or something failed: the next `look` asks the stream. */
  forget(): void {
    this.held = undefined;
  }

  /**
   * Makes sure that we know what the stream holds. Answers the position behind which events are to be published again,
   * or for the first time; undefined when we knew, and nothing has changed.
   */
  async look(): Promise<number | undefined> {
    if (this.held && Date.now() - this.lookedAt < LOOK_EVERY_MS) return undefined;
    const found = await ifThere(this.manager.streams.info(this.stream));
    const info = found && found.created === this.declared ? found : await this.declare();
    this.lookedAt = Date.now();
    if (this.held && this.isAsSeen(info, this.held)) return undefined;
    const said = this.held ?? (await this.outbox.published());
    const { streamRetentionDays } = this.settings;
    const reconciliation = new Reconciliation(this.outbox, this.manager, this.stream, streamRetentionDays);
    this.held = await reconciliation.run(info.state, said);
    this.seen = info;
    const lost = said.lastPosition - this.held.lastPosition;
    if (lost > 0) this.logger.warn(`Stream ${this.stream} lost events: ${lost} are published again.`);
    return this.held.lastPosition;
  }

  private isAsSeen({ created, state }: StreamInfo, held: PublishedRun): boolean {
    return (
      created === this.seen?.created &&
      state.first_seq === this.seen.state.first_seq &&
      state.last_seq === held.lastStreamSeq
    );
  }

  /**
   * Publishes events that follow what the stream holds, in order: a suffix of them may fail, and then this throws. Call
   * `look` before the next.
   */
  async publish(events: EnvelopeRow[]): Promise<void> {
    const { held } = this;
    if (!held) throw new Error('Nobody knows what the stream holds.');
    this.held = undefined;
    const answers = await this.publisher.publish(
      events.map((event, index) => ({
        subject: event.type,
        payload: envelopeJson(this.settings.service, this.snapshots, event),
        headers: this.headersOf(event, events[index - 1], held.lastStreamSeq + index),
      })),
    );
    if (answers.some((answer, index) => isLost(answer, held.lastStreamSeq + index + 1))) {
      this.publishedBefore += 1;
      throw new Error('The broker still knows messages that its stream has lost; they get other names.');
    }
    const refusal = answers.find((answer) => answer instanceof Error);
    if (refusal) throw refusal;
    this.held = {
      ...held,
      lastPosition: Number(events.at(-1)?.position ?? held.lastPosition),
      lastStreamSeq: held.lastStreamSeq + events.length,
    };
  }

  /** Notes what the stream holds, now and then. */
  async mark(): Promise<void> {
    if (!this.held || this.held === this.marked || Date.now() - this.markedAt < MARK_EVERY_MS) return;
    await this.outbox.markPublished(this.held);
    this.marked = this.held;
    this.markedAt = Date.now();
  }

  /** With the fence: the broker refuses it anywhere but behind that sequence, and behind its predecessor. */
  private headersOf(event: EnvelopeRow, previous: EnvelopeRow | undefined, lastSequence: number): MsgHdrs {
    const result = headers();
    const set = (name: string, value: string) => result.set(name, value, Match.Exact);
    set('Nats-Msg-Id', messageIdOf(event.id, this.publishedBefore));
    set('Nats-Expected-Last-Sequence', String(lastSequence));
    // The sequence alone would let through what follows an event that lost its place to somebody else's message.
    if (previous) set('Nats-Expected-Last-Msg-Id', messageIdOf(previous.id, this.publishedBefore));
    return result;
  }

  private async declare(): Promise<StreamInfo> {
    const info = await declareStream(this.manager, eventStreamConfig(this.stream, this.settings));
    this.declared = info.created;
    return info;
  }
}

/** The broker says that it has the message, by its memory of ids, and not where it would have to be. */
function isLost(answer: PubAck | Error, expected: number): boolean {
  return !(answer instanceof Error) && answer.duplicate && answer.seq !== expected;
}
