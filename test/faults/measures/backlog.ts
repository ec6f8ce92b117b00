import { rmSync } from 'node:fs';
import type { ServiceName } from '@relata/contracts';
import type { Supervised } from '../supervised';
import {
  allowRelay,
  cpuSeconds,
  isRelayed,
  peakMegabytes,
  stopRelay,
  until,
  withStack,
  type Bench,
  type Finding,
  type MeasureOptions,
} from './measure';

const WITHIN_MS = 300_000;
/** Looking costs what is measured. */
const LOOK_MS = 250;
/** Share of the events in the smaller backlogs. */
const FEW = 0.2;
/** One event in so many fails, and its batch with it. */
const POISON_EVERY = 100;

/** Committed at once, relayed in batches, drained by a consumer that was away, and published again into an empty store. */
export async function measureBacklog(options: MeasureOptions): Promise<Finding[]> {
  const { events, say } = options;
  return withStack({}, async (bench) => {
    const { stack } = bench;
    const [contact, deal] = [processOf(bench, 'contact'), processOf(bench, 'deal')];
    const releases = (['identity', 'activity', 'reporting', 'deal'] as const).map((service) => {
      const process = processOf(bench, service);
      const release = process.hold();
      process.signal('SIGTERM');
      return release;
    });
    const busy = [contact, stack.nats, stack.postgres];
    say(`Writing ${events} events`);
    await writeBacklog(bench, events, {});
    const cpuBefore = busy.map(cpu);
    await allowRelay(bench);
    const relayedIn = await until(() => isRelayed(bench), WITHIN_MS);
    const micros = busy.map((process, at) => ((cpu(process) - (cpuBefore[at] ?? 0)) / events) * 1e6);
    const total = micros.reduce((sum, value) => sum + value, 0);
    say(`Relayed in ${relayedIn} ms; draining`);
    releases.at(-1)?.();
    const batch = await drain(bench, deal, events);
    const few = Math.round(events * FEW);
    const drainNext = async (kind: BacklogKind): Promise<Drained> => {
      const hold = deal.hold();
      deal.signal('SIGTERM');
      await writeBacklog(bench, few, kind);
      await allowRelay(bench);
      await until(() => isRelayed(bench), WITHIN_MS);
      hold();
      return drain(bench, deal, kind.isPoisoned ? few - Math.floor(few / POISON_EVERY) : few);
    };
    say('Draining merges');
    const merges = await drainNext({ type: 'contact.absorbed' });
    say(`Draining a backlog of which one event in ${POISON_EVERY} fails`);
    const poisoned = await drainNext({ isPoisoned: true });
    say('Wiping the store');
    const repairedIn = await repair(bench, events + 2 * few);
    for (const release of releases) release();
    return [
      {
        promise: `relay cost, ${events} events in batches`,
        target: '≤ 150 µs of CPU an event, all processes',
        measured: `${total.toFixed(0)} µs (service ${micros[0]?.toFixed(0)}, NATS ${micros[1]?.toFixed(0)}, Postgres ${micros[2]?.toFixed(0)}); ${perSecond(events, relayedIn)} events/s`,
        holds: total <= 150,
      },
      {
        promise: `draining a backlog of ${events} events, batch handler`,
        target: '≥ 5,000 events/s; memory ≤ 256 MB a process',
        measured: `${perSecond(events, batch.milliseconds)} events/s, ${batch.megabytes.toFixed(0)} MB at most; relay's process ${megabytes(contact).toFixed(0)} MB`,
        holds:
          (events / batch.milliseconds) * 1_000 >= 5_000 &&
          batch.megabytes <= 256 &&
          megabytes(contact) <= 256,
      },
      {
        promise: `draining ${few} merges, and ${few} events of which one in ${POISON_EVERY} fails`,
        target: '≥ 800 events/s',
        measured: `${perSecond(few, merges.milliseconds)} and ${perSecond(few, poisoned.milliseconds)} events/s`,
        holds: few / Math.max(merges.milliseconds, poisoned.milliseconds) >= 0.8,
      },
      {
        promise: `${events + 2 * few} events published again after a wipe of the store`,
        target: '≤ 60 s for 100,000 events',
        measured: `all in the stream after ${(repairedIn / 1_000).toFixed(1)} s`,
        holds: (repairedIn / (events + 2 * few)) * 100_000 <= 60_000,
      },
    ];
  });
}

function processOf({ stack }: Bench, service: ServiceName): Supervised {
  return stack.replicasOf(service)[0] as Supervised;
}

const cpu = (process: Supervised) => cpuSeconds(process.pid ?? 0);
const megabytes = (process: Supervised) => peakMegabytes(process.pid ?? 0);
const perSecond = (events: number, milliseconds: number) => Math.round((events / milliseconds) * 1_000);

interface BacklogKind {
  type?: 'contact.created' | 'contact.absorbed';
  /** Whether some cannot be applied. */
  isPoisoned?: boolean;
}

interface Drained {
  milliseconds: number;
  megabytes: number;
}

/** As an import leaves them: committed, not published. What they tell of is as large as a contact with its address. */
async function writeBacklog(
  bench: Bench,
  count: number,
  { type = 'contact.created', isPoisoned = false }: BacklogKind,
): Promise<void> {
  await stopRelay(bench);
  const details =
    type === 'contact.absorbed' ? `jsonb_build_object('survivorId', gen_random_uuid())` : `'{}'::jsonb`;
  await bench.subject.query(
    `WITH new AS (SELECT gen_random_uuid() AS id, n FROM generate_series(1, $1::int) n), written AS (
       INSERT INTO contact.event (id, type, record_type, record_id, version, actor_name, request_id, recorded_at, occurred_at,
                                  before, after, details, snapshot)
       SELECT gen_random_uuid(), $2, 'contact', id, 1, 'rig', 'backlog-' || n, clock_timestamp(), clock_timestamp(), '{}',
              snapshot, ${details}, snapshot
       FROM new, LATERAL (SELECT jsonb_build_object('id', id, 'version', 1, 'firstName', 'Ada', 'lastName', 'Number ' || n,
         'email', n || '@example.org', 'title', 'Engineer', 'city', 'Zürich', 'country', 'CH', 'addressLine1', 'Street ' || n,
         'secondaryEmails', '[]'::jsonb, 'readerIds', '[]'::jsonb, 'editorIds', '[]'::jsonb, 'externalKeys', '[]'::jsonb, 'customFields', '{}'::jsonb,
         'createdAt', now(), 'updatedAt', now(), 'deletedAt', NULL,
         'ownerId', CASE WHEN $3 AND n % ${POISON_EVERY} = 0 THEN 'nobody' END, 'mergedIntoId', NULL) AS snapshot) s
       ORDER BY n RETURNING seq)
     INSERT INTO contact.outbox (seq) SELECT seq FROM written`,
    [count, type, isPoisoned],
  );
}

/** From the first of so many events that took effect to the last. */
async function drain({ subject }: Bench, process: Supervised, events: number): Promise<Drained> {
  const before = await received(subject);
  await until(async () => (await received(subject)) > before, WITHIN_MS, LOOK_MS);
  const milliseconds = await until(
    async () => (await received(subject)) >= before + events,
    WITHIN_MS,
    LOOK_MS,
  );
  return { milliseconds: milliseconds + LOOK_MS, megabytes: megabytes(process) };
}

async function received(subject: Bench['subject']): Promise<number> {
  const [row] = await subject.query<{ count: string }>(
    `SELECT count(*) FROM deal.reference WHERE type = 'contact'`,
  );
  return Number(row?.count);
}

/** NATS loses its store and comes back; how long until the stream holds every event again. */
async function repair({ stack, subject }: Bench, events: number): Promise<number> {
  const release = stack.nats.hold();
  const ended = stack.nats.untilEnded();
  stack.nats.signal('SIGKILL');
  await ended;
  rmSync(stack.natsStore, { recursive: true, force: true });
  release();
  await stack.nats.untilUp(WITHIN_MS);
  const manager = await subject.nats.jetstreamManager({ checkAPI: false });
  return until(async () => {
    const info = await manager.streams.info('CONTACT').catch(() => undefined);
    return (info?.state.messages ?? 0) >= events;
  }, WITHIN_MS);
}
