// A consumer of events outside Relata, which needs no more than `nats` and the types of @relata/contracts. It keeps a
// ledger of what happens to deals, and proves by their versions that it missed nothing.
import { AckPolicy, connect, nanos, type ConsumerMessages, type NatsConnection } from 'nats';
import { setTimeout as delay } from 'node:timers/promises';
import type { EventEnvelope, EventType } from '@relata/contracts';
import { Ledger } from './ledger';

/** Any type in the stream DEAL. TypeScript knows the members of each. */
type DealEvent = EventEnvelope<EventType<'deal' | 'pipeline' | 'stage' | 'dealField'>>;

const STREAM = 'DEAL';
/** It keeps its place in the stream under this name, whatever dies. Choose one that is not the name of a service. */
const DURABLE_NAME = 'example-ledger';
/** What is not acknowledged by then comes again. */
const ACK_WAIT_MS = 5_000;
const RETRY_MS = 500;

function textOf(event: DealEvent): string {
  if (event.type === 'deal.stageChanged')
    return `${event.data.deal.name}: ${event.data.from} → ${event.data.to}`;
  if (event.type === 'deal.won') {
    const { amount, currency, companyId } = event.data.deal;
    return `Invoice ${amount ?? 'nothing'} ${currency} to ${companyId ?? 'nobody'}: ${event.data.reason ?? 'no reason'}`;
  }
  return `${event.type} by ${event.actorname}`;
}

async function messagesOf(connection: NatsConnection): Promise<ConsumerMessages> {
  const manager = await connection.jetstreamManager();
  // Makes it, or leaves it as it is. Without a filter: versions have gaps for whoever takes some types only.
  await manager.consumers.add(STREAM, {
    durable_name: DURABLE_NAME,
    ack_policy: AckPolicy.Explicit,
    ack_wait: nanos(ACK_WAIT_MS),
  });
  const consumer = await connection.jetstream().consumers.get(STREAM, DURABLE_NAME);
  return consumer.consume({ max_messages: 100, abort_on_missing_resource: true });
}

async function run(): Promise<void> {
  const ledger = new Ledger(process.env.LEDGER ?? 'ledger.jsonl');
  const url = new URL(process.env.NATS_URL ?? 'nats://127.0.0.1:4222');
  const connection = await connect({
    servers: url.host,
    // This client takes no user from a URL.
    ...(url.username ? { user: url.username, pass: decodeURIComponent(url.password) } : {}),
    maxReconnectAttempts: -1,
    waitOnFirstConnect: true,
  });
  let messages: ConsumerMessages | undefined;
  let isStopping = false;
  const stop = () => {
    isStopping = true;
    messages?.stop();
  };
  process.on('SIGTERM', stop).on('SIGINT', stop);

  while (!isStopping) {
    try {
      messages = await messagesOf(connection);
      for await (const message of messages) {
        const event = message.json<DealEvent>();
        ledger.write({
          eventId: event.id,
          record: `${event.recordtype} ${event.subject}`,
          version: event.recordversion,
          text: textOf(event),
        });
        // Only now: had we died before, it would come again, and the ledger would know it.
        message.ack();
      }
    } catch (error) {
      // NATS is away, or it starts and does not know the stream yet.
      console.error(`Trying again: ${String(error)}`);
      await delay(RETRY_MS);
    }
  }

  const { versions, duplicates } = ledger;
  console.log(`${versions.recordCount} records, ${versions.missed} missed, ${duplicates} duplicates`);
  ledger.close();
  await connection.close();
}

void run();
