import { setTimeout as delay } from 'node:timers/promises';
import { AckPolicy, DeliverPolicy } from 'nats';
import type { EventEnvelope } from '@relata/contracts';
import { History } from '../history';
import { Load } from '../load';
import { cpuSeconds, percentile, withStack, type Bench, type Finding, type MeasureOptions } from './measure';

const WORKERS = 48;
/** Until the services' code is compiled; before that each write costs several times as much. */
const WARM_UP_SECONDS = 30;

/** From commit to a consumer outside and to the effect in another service, at a steady rate of writes; and what the relay costs writers. */
export async function measureLatency(options: MeasureOptions): Promise<Finding[]> {
  return withStack({}, async (bench) => {
    await writeTimes(bench, { ...options, seconds: WARM_UP_SECONDS }, 0);
    const outside = await collect(bench);
    const before = cpuOf(bench);
    const from = new Date();
    const withRelay = await writeTimes(bench, options, 1);
    const cpu = [...cpuOf(bench)].map(([name, seconds]) => {
      const spent = seconds - (before.get(name) ?? 0);
      return `${name} ${((spent / options.seconds) * 100).toFixed(0)} %`;
    });
    const inside = await insideTimes(bench, from);
    const atConsumer = outside();
    await withoutRelay(bench);
    const without = await writeTimes(bench, options, 2);
    const [p99, p99Without] = [percentile(withRelay, 99), percentile(without, 99)];
    const [p50Outside, p99Outside] = [percentile(atConsumer, 50), percentile(atConsumer, 99)];
    const reached = withRelay.length / options.seconds;
    return [
      {
        promise: `commit to consumer at ${options.rate} writes/s`,
        target: 'p50 ≤ 30 ms, p99 ≤ 250 ms',
        measured: `p50 ${p50Outside} ms, p99 ${p99Outside} ms outside (${atConsumer.length} events, ${reached.toFixed(0)} writes/s reached); in the deal service p50 ${percentile(inside, 50).toFixed(0)} ms, p99 ${percentile(inside, 99).toFixed(0)} ms`,
        holds: p50Outside <= 30 && p99Outside <= 250,
      },
      {
        promise: `CPU of a core at ${reached.toFixed(0)} writes/s`,
        target: '',
        measured: cpu.join(', '),
        holds: undefined,
      },
      {
        promise: 'write p99 with the relay',
        target: '≤ 1.25 × that without',
        measured: `${p99} ms against ${p99Without} ms`,
        holds: p99 <= 1.25 * p99Without,
      },
    ];
  });
}

/** Seconds so far, by process. */
function cpuOf({ stack }: Bench): Map<string, number> {
  return new Map(stack.everything.map((process) => [process.name, cpuSeconds(process.pid ?? 0)]));
}

/** Milliseconds of each acknowledged write. */
async function writeTimes({ http }: Bench, options: MeasureOptions, seed: number): Promise<number[]> {
  const history = new History();
  const load = new Load(http, history, {
    seed: options.seed * 10 + seed,
    rate: options.rate,
    workers: WORKERS,
    mix: { 'contact.create': 1, 'contact.patch': 3 },
  });
  load.start();
  await delay(options.seconds * 1_000);
  await load.stop();
  return history.writes
    .filter(({ outcome }) => outcome === 'ok')
    .map(({ sentAt, doneAt }) => doneAt - sentAt);
}

/** Reads the stream as anyone outside would; the answer gives the age of each event at its arrival. */
async function collect({ subject }: Bench): Promise<() => number[]> {
  const manager = await subject.nats.jetstreamManager();
  const name = 'faults-latency';
  await manager.consumers.add('CONTACT', {
    durable_name: name,
    ack_policy: AckPolicy.None,
    deliver_policy: DeliverPolicy.New,
  });
  const ages: number[] = [];
  const consumer = await subject.nats.jetstream().consumers.get('CONTACT', name);
  const messages = await consumer.consume({
    max_messages: 500,
    callback: (message) => {
      ages.push(Date.now() - Date.parse(message.json<EventEnvelope>().recordedat));
    },
  });
  return () => {
    void messages.close();
    return ages;
  };
}

/** From the event row to the transaction of its effect in the deal service. */
async function insideTimes({ subject }: Bench, from: Date): Promise<number[]> {
  const rows = await subject.query<{ ms: number }>(
    `SELECT extract(epoch FROM i.received_at - e.recorded_at)::float * 1000 AS ms
     FROM contact.event e JOIN deal.inbox i ON i.event_id = e.id WHERE e.recorded_at >= $1`,
    [from],
  );
  return rows.map(({ ms }) => ms);
}

/** Somebody else, who does nothing, has the lease. */
async function withoutRelay({ subject }: Bench): Promise<void> {
  await subject.query(
    `UPDATE contact.lease SET holder = 'nobody', epoch = epoch + 1, expires_at = now() + interval '1 hour' WHERE name = 'relay'`,
  );
}
