import { Logger } from '@nestjs/common';
import type { MessageHandler } from '@nestjs/microservices';
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import {
  AckPolicy,
  DeliverPolicy,
  nanos,
  type ConsumerMessages,
  type JsMsg,
  type NatsConnection,
} from 'nats';
import { isObservable, lastValueFrom } from 'rxjs';
import type { EntityManager } from 'typeorm';
import { SYSTEM, type EventEnvelope, type ServiceName } from '@relata/contracts';
import { runInContext } from '@relata/platform';
import type { EventLog } from '../events/event-log';
import { declareStream, type StreamSettings } from '../events/event-stream';
import { decode } from '../rpc/rpc-wire';
import { EventContext } from './event-context';

/** Most events that take effect in one transaction, and most that wait in memory. */
const BATCH = 200;
const ACK_WAIT_MS = 30_000;
/** After so many failures an event is parked with its reason. */
const MAX_TRIES = 5;
const RETRY_BASE_MS = 200;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Reads one stream for one service by a durable pull consumer, shared by all replicas. Each event takes effect
 * once: { insert into inbox or skip; handle } in one transaction, then the acknowledgement. A batch that fails
 * is done again one by one; an event that keeps failing is parked in `dead_letter`.
 */
export class EventConsumer {
  private readonly logger: Logger;
  private messages: ConsumerMessages | undefined;
  private loop: Promise<void> = Promise.resolve();
  private readonly waiting: JsMsg[] = [];
  private wakeUp: () => void = () => undefined;
  private stopping = false;

  constructor(
    private readonly connection: NatsConnection,
    private readonly service: ServiceName,
    private readonly stream: string,
    private readonly handlers: Map<string, MessageHandler>,
    private readonly eventLog: EventLog,
    private readonly settings: StreamSettings,
  ) {
    this.logger = new Logger(`${EventConsumer.name} ${service}<${stream}`);
  }

  async start(): Promise<void> {
    await this.open();
    this.loop = this.run();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    await this.messages?.close();
    this.wakeUp();
    await this.loop;
    // Another replica, or our successor, need not wait until the broker misses our acknowledgement.
    for (const message of this.waiting.splice(0)) message.nak();
  }

  private async open(): Promise<void> {
    const manager = await this.connection.jetstreamManager();
    // The stream's owner may start later than we do; declaring it here too is the same declaration.
    await declareStream(manager, this.stream, this.settings);
    const config = {
      durable_name: this.service,
      ack_policy: AckPolicy.Explicit,
      deliver_policy: DeliverPolicy.All,
      ack_wait: nanos(ACK_WAIT_MS),
      max_ack_pending: 10 * BATCH,
      filter_subjects: [...this.handlers.keys()].sort(),
    };
    const exists = await manager.consumers.info(this.stream, this.service).catch(() => undefined);
    if (exists) await manager.consumers.update(this.stream, this.service, config);
    else await manager.consumers.add(this.stream, config);
    const consumer = await this.connection.jetstream().consumers.get(this.stream, this.service);
    this.messages = await consumer.consume({
      max_messages: BATCH,
      abort_on_missing_resource: true,
      callback: (message) => {
        this.waiting.push(message);
        this.wakeUp();
      },
    });
    void this.messages.closed().then(() => this.reopen());
  }

  /** The broker lost its store, and our consumer with it: both are made again, and the inbox knows what we had. */
  private async reopen(): Promise<void> {
    while (!this.stopping) {
      try {
        await this.open();
        return;
      } catch (error) {
        this.logger.warn(`The stream cannot be read and will be tried again: ${(error as Error).message}`);
        await delay(RETRY_BASE_MS);
      }
    }
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      if (this.waiting.length === 0) await new Promise<void>((resolve) => (this.wakeUp = resolve));
      const batch = this.waiting.splice(0, BATCH);
      if (batch.length === 0) continue;
      try {
        await this.apply(batch);
        for (const message of batch) message.ack();
      } catch (error) {
        if (batch.length > 1)
          this.logger.debug(`A batch failed and is done one by one: ${(error as Error).message}`);
        for (const message of batch) await this.applyAlone(message);
      }
    }
  }

  private async applyAlone(message: JsMsg): Promise<void> {
    try {
      await this.apply([message]);
      message.ack();
    } catch (error) {
      const tries = message.info.deliveryCount;
      if (tries < MAX_TRIES) {
        message.nak(RETRY_BASE_MS * 2 ** tries);
        return;
      }
      await this.park(message, error as Error);
    }
  }

  private async park(message: JsMsg, error: Error): Promise<void> {
    const { id, type, payload } = parked(message);
    this.logger.error(`Parked ${type} ${id} after ${MAX_TRIES} tries: ${error.message}`, error.stack);
    try {
      await this.eventLog.transaction((manager) =>
        manager.query(
          'INSERT INTO dead_letter (event_id, type, reason, payload) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
          [id, type, error.message, JSON.stringify(payload)],
        ),
      );
      message.ack();
    } catch {
      // The database is away: the broker delivers again, and we park then.
      message.nak(ACK_WAIT_MS);
      await delay(RETRY_BASE_MS);
    }
  }

  private async apply(batch: JsMsg[]): Promise<void> {
    const events = batch.map(eventOf);
    await this.eventLog.transaction(async (manager) => {
      const fresh = await this.receive(manager, events);
      const context = new EventContext(manager);
      for (const event of events) {
        // Two copies of an event in one batch: the first takes effect.
        if (fresh.delete(event.id)) await this.handle(event, context);
      }
      await context.settle();
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
}

/** The event that a message carries. Throws for what is none: anybody may put something into a stream. */
function eventOf(message: JsMsg): EventEnvelope {
  const event = decode<Partial<EventEnvelope> | null>(message.data);
  if (!event || !UUID.test(event.id ?? '') || event.type !== message.subject || !event.data)
    throw new Error(`A message on ${message.subject} is not an event.`);
  return event as EventEnvelope;
}

/** What is kept of a message that cannot be applied, an event or not. */
function parked(message: JsMsg): { id: string; type: string; payload: unknown } {
  try {
    const event = eventOf(message);
    return { id: event.id, type: event.type, payload: event };
  } catch {
    const text = Buffer.from(message.data).toString().replace(/\0/g, '');
    return { id: randomUUID(), type: message.subject, payload: { text } };
  }
}
