import { setTimeout as delay } from 'node:timers/promises';
import { AckPolicy, DeliverPolicy } from 'nats';
import type { EventEnvelope } from '@relata/contracts';
import { settle } from '../checker/settle';
import { History } from '../history';
import { Load } from '../load';
import {
  allowRelay,
  cpuSeconds,
  percentile,
  stopRelay,
  withStack,
  type Bench,
  type Finding,
  type MeasureOptions,
} from './measure';

const WORKERS = 48;
const CATCH_UP_MS = 60_000;
/** What the relay may cost a write, as a multiple of its p99 without. */
const MOST = 1.25;
/** Longer than any turn. */
const PAUSE_MS = 600_000;
const STREAM = 'CONTACT';
/** Who reads the stream as anyone outside would. */
const OUTSIDE = 'faults-latency';
/** Until the services' code is compiled; before that each write costs several times as much. */
const WARM_UP_SECONDS = 30;

/**
 * From commit to a consumer outside and to the effect in another service, at a steady rate of writes; and what the relay costs
 * writers: with it and without, and with it while the services' consumers are paused, so that their work is not taken for the
 * relay's; turn and turn about, as a machine's mood changes within a minute.
 */
export async function measureLatency(options: MeasureOptions): Promise<Finding[]> {
  return withStack({}, async (bench) => {
    await writeTimes(bench, { ...options, seconds: WARM_UP_SECONDS }, 0);
    await rest(bench);
    const outside = await collect(bench);
    const from = new Date();
    const turns: Round[] = [];
    for (let round = 0; round < options.rounds; round++) turns.push(await roundOf(bench, options, round));
    const inside = await insideTimes(bench, from, turns);
    const atConsumer = outside().filter(({ recordedAt }) =>
      turns.some(({ withRelay }) => isWithin(recordedAt, withRelay)),
    );
    const ages = atConsumer.map(({ age }) => age);
    const [p50Outside, p99Outside] = [percentile(ages, 50), percentile(ages, 99)];
    const reached =
      turns.reduce((sum, { withRelay }) => sum + withRelay.times.length, 0) /
      options.rounds /
      options.seconds;
    return [
      {
        promise: `commit to consumer at ${options.rate} writes/s`,
        target: 'p50 ≤ 30 ms, p99 ≤ 250 ms',
        measured: `p50 ${p50Outside} ms, p99 ${p99Outside} ms outside (${ages.length} events, ${reached.toFixed(0)} writes/s reached); in the activity service p50 ${percentile(inside, 50).toFixed(0)} ms, p99 ${percentile(inside, 99).toFixed(0)} ms`,
        holds: p50Outside <= 30 && p99Outside <= 250,
      },
      {
        promise: `CPU of a core at ${reached.toFixed(0)} writes/s`,
        target: '',
        measured: `with the relay ${turns.at(-1)?.withRelay.cpu ?? ''}; consumers paused ${turns.at(-1)?.relayAlone.cpu ?? ''}; without ${turns.at(-1)?.without.cpu ?? ''}`,
        holds: undefined,
      },
      compared('consumers paused', turns, ({ relayAlone }) => relayAlone),
      compared('and what consumers do', turns, ({ withRelay }) => withRelay),
    ];
  });
}

/** What writers saw for a while. */
interface Turn {
  from: number;
  until: number;
  /** Milliseconds of each acknowledged write. */
  times: number[];
  /** Of one core, by process. */
  cpu: string;
}

interface Round {
  withRelay: Turn;
  relayAlone: Turn;
  without: Turn;
}

/** What the relay costs writers in one kind of turn, against those without. */
function compared(what: string, rounds: Round[], of: (round: Round) => Turn): Finding {
  const [some, others] = [rounds.map(of), rounds.map(({ without }) => without)];
  const compare = (p99: (turns: Turn[]) => number) => {
    const [one, other] = [p99(some), p99(others)];
    return { ratio: one / other, words: `${(one / other).toFixed(2)} ×, ${one} ms against ${other}` };
  };
  const { ratio, words } = compare(medianP99);
  const each = rounds.map((round) => `${inWords(of(round))} against ${inWords(round.without)}`);
  return {
    promise: `write p99 with the relay, ${what}, medians of ${rounds.length} rounds`,
    target: `≤ ${MOST} × that without`,
    measured: `${words}; of all writes together ${compare(p99OfAll).words} (${each.join('; ')})`,
    holds: ratio <= MOST,
  };
}

/** How each turn of a round is set up; the answer ends that. */
const TURNS: Record<keyof Round, (bench: Bench) => Promise<() => Promise<void>>> = {
  withRelay: () => Promise.resolve(() => Promise.resolve()),
  relayAlone: pauseConsumers,
  without: async (bench) => {
    await stopRelay(bench);
    return () => allowRelay(bench);
  },
};

/** Each round begins with another turn: what one leaves to Postgres to clean up meets another each time. */
async function roundOf(bench: Bench, options: MeasureOptions, round: number): Promise<Round> {
  const names = Object.keys(TURNS) as (keyof Round)[];
  const turns: Partial<Round> = {};
  for (const index of names.keys()) {
    const name = names[(round + index) % names.length] as keyof Round;
    const end = await TURNS[name](bench);
    turns[name] = await turn(bench, options, names.length * round + index + 1);
    await end();
    await rest(bench);
  }
  return turns as Round;
}

async function turn(bench: Bench, options: MeasureOptions, seed: number): Promise<Turn> {
  const before = cpuOf(bench);
  const from = Date.now();
  const times = await writeTimes(bench, options, seed);
  const cpu = [...cpuOf(bench)].map(([name, seconds]) => {
    const spent = seconds - (before.get(name) ?? 0);
    return `${name} ${((spent / options.seconds) * 100).toFixed(0)} %`;
  });
  return { from, until: Date.now(), times, cpu: cpu.join(', ') };
}

/** A stall of the machine makes one turn's p99 some times another's: the middle of many tells. */
const medianP99 = (turns: Turn[]) =>
  percentile(
    turns.map(({ times }) => percentile(times, 99)),
    50,
  );
const p99OfAll = (turns: Turn[]) =>
  percentile(
    turns.flatMap(({ times }) => times),
    99,
  );
const isWithin = (time: number, { from, until }: Turn) => time >= from && time < until;
const inWords = ({ times }: Turn) => `p50 ${percentile(times, 50)} p99 ${percentile(times, 99)} ms`;

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

/** No service is sent an event of contacts until the answer is called. */
async function pauseConsumers({ subject }: Bench): Promise<() => Promise<void>> {
  const { consumers } = await subject.nats.jetstreamManager();
  const names = (await consumers.list(STREAM).next())
    .map(({ name }) => name)
    .filter((name) => name !== OUTSIDE);
  const until = new Date(Date.now() + PAUSE_MS);
  for (const name of names) await consumers.pause(STREAM, name, until);
  return async () => {
    for (const name of names) await consumers.resume(STREAM, name);
  };
}

/** Of an event at a consumer outside: when it was written, and its age in milliseconds. */
interface Arrival {
  recordedAt: number;
  age: number;
}

/** Reads the stream as anyone outside would; the answer gives what arrived. */
async function collect({ subject }: Bench): Promise<() => Arrival[]> {
  const manager = await subject.nats.jetstreamManager();
  await manager.consumers.add(STREAM, {
    durable_name: OUTSIDE,
    ack_policy: AckPolicy.None,
    deliver_policy: DeliverPolicy.New,
  });
  const arrivals: Arrival[] = [];
  const consumer = await subject.nats.jetstream().consumers.get(STREAM, OUTSIDE);
  const messages = await consumer.consume({
    max_messages: 500,
    callback: (message) => {
      const recordedAt = Date.parse(message.json<EventEnvelope>().recordedat);
      arrivals.push({ recordedAt, age: Date.now() - recordedAt });
    },
  });
  return () => {
    void messages.close();
    return arrivals;
  };
}

/** From the event row to the transaction of its effect in the activity service, of what was written in turns of the relay. */
async function insideTimes({ subject }: Bench, from: Date, turns: Round[]): Promise<number[]> {
  const rows = await subject.query<{ recordedAt: Date; ms: number }>(
    `SELECT e.recorded_at AS "recordedAt", extract(epoch FROM i.received_at - e.recorded_at)::float * 1000 AS ms
     FROM contact.event e JOIN activity.inbox i ON i.event_id = e.id WHERE e.recorded_at >= $1`,
    [from],
  );
  const relayed = rows.filter(({ recordedAt }) =>
    turns.some(({ withRelay }) => isWithin(recordedAt.getTime(), withRelay)),
  );
  return relayed.map(({ ms }) => ms);
}

/** What a turn leaves to be done is not the next one's. */
async function rest({ subject }: Bench): Promise<void> {
  const left = await settle(subject, CATCH_UP_MS);
  if (left) throw new Error(`It is not at rest after ${CATCH_UP_MS / 1_000} s: ${left}.`);
}
