import { setTimeout as delay } from 'node:timers/promises';
import { SERVICES, type ServiceName } from '@relata/contracts';
import type { HttpAnswer, HttpClient } from '../http-client';
import type { Supervised } from '../supervised';
import { percentile, until, withStack, type Finding, type MeasureOptions } from './measure';

const UP_MS = 60_000;
const AWAY_MS = 10_000;
const PROBE_EVERY_MS = 20;

/** A write of each service that needs no other record. */
const PROBES: Record<Exclude<ServiceName, 'identity' | 'reporting'>, [string, (n: number) => object]> = {
  contact: ['/v1/contacts', (n) => ({ email: `probe-${n}-${Date.now()}@example.org` })],
  deal: ['/v1/deals', (n) => ({ name: `Probe ${n}` })],
  activity: ['/v1/tasks', (n) => ({ title: `Probe ${n}` })],
};

async function write(http: HttpClient, service: keyof typeof PROBES, n: number): Promise<HttpAnswer> {
  const [path, body] = PROBES[service];
  return http.send('POST', path, body(n), { timeoutMs: 6_000 });
}

/** From the respawn after kill -9 to the first write that succeeds. */
export async function measureRespawn({ rounds, say }: MeasureOptions): Promise<Finding[]> {
  return withStack({}, async ({ stack, http }) => {
    const times: Record<'service' | 'NATS' | 'Postgres', number[]> = { service: [], NATS: [], Postgres: [] };
    const kill = async (
      kind: keyof typeof times,
      victim: Supervised,
      service: keyof typeof PROBES,
      round: number,
    ) => {
      const lives = victim.lives.length;
      const ended = victim.untilEnded();
      victim.signal('SIGKILL');
      await ended;
      let succeededAt: number | undefined;
      // A probe that went to the dead connection has no answer for five seconds; the next one need not wait for it.
      const probe = async (): Promise<boolean> => {
        const { status } = await write(http, service, round);
        if (status === 201 && victim.lives.length > lives) succeededAt ??= Date.now();
        return succeededAt !== undefined;
      };
      await until(() => Promise.race([probe(), delay(PROBE_EVERY_MS, false)]), UP_MS, PROBE_EVERY_MS);
      times[kind].push((succeededAt ?? NaN) - (victim.lives.at(-1)?.spawnedAt ?? 0));
    };
    for (let round = 0; round < rounds; round++) {
      for (const service of ['contact', 'deal', 'activity'] as const)
        await kill('service', stack.replicasOf(service)[0] as Supervised, service, round);
      await kill('NATS', stack.nats, 'contact', round);
      await kill('Postgres', stack.postgres, 'contact', round);
      say(`Round ${round + 1} of ${rounds}`);
    }
    const limits = { service: 3_000, NATS: 3_000, Postgres: 10_000 };
    return (Object.keys(times) as (keyof typeof times)[]).map((kind) => ({
      promise: `from respawn after kill -9 of ${kind} to first success`,
      target: `p99 ≤ ${limits[kind] / 1_000} s`,
      measured: `p50 ${percentile(times[kind], 50)} ms, p99 ${percentile(times[kind], 99)} ms (${times[kind].length} kills)`,
      holds: percentile(times[kind], 99) <= limits[kind],
    }));
  });
}

/** Two replicas of each service, restarted one after the other by SIGTERM under steady requests. */
export async function measureRolling({ rounds, rate, say }: MeasureOptions): Promise<Finding[]> {
  return withStack({ replicas: 2 }, async ({ stack, http }) => {
    await warmUp(http);
    const from = Date.now();
    const answers = steadyRequests(http, rate);
    for (let round = 1; round <= rounds; round++) {
      for (const service of SERVICES) {
        for (const replica of stack.replicasOf(service)) {
          const ended = replica.untilEnded();
          replica.signal('SIGTERM');
          await ended;
          await replica.untilUp(UP_MS);
        }
      }
      say(`Round ${round} of ${rounds}: ${answers.failed().length} of ${answers.all.length} requests failed`);
    }
    await answers.stop();
    const failed = answers.failed();
    const when = failed.map(({ sentAt }) => `${((sentAt - from) / 1_000).toFixed(1)} s`);
    if (when.length > 0) say(`Failed, by when they were sent: ${[...new Set(when)].join(', ')}`);
    return [
      {
        promise: `requests failed in ${rounds} rolling SIGTERM restarts of each service, two replicas, ${rate} req/s`,
        target: '0',
        measured: `${failed.length} of ${answers.all.length}${failed.length > 0 ? ` (${counted(failed)})` : ''}`,
        holds: failed.length === 0,
      },
    ];
  });
}

/** One of two replicas of the contact service lives and does nothing. */
export async function measureFrozen({ rate }: MeasureOptions): Promise<Finding[]> {
  return withStack({ replicas: 2 }, async ({ stack, http }) => {
    const answers = steadyRequests(http, rate, ['contact']);
    await delay(2_000);
    const frozen = stack.replicasOf('contact')[0];
    const from = Date.now();
    frozen?.signal('SIGSTOP');
    await delay(AWAY_MS);
    frozen?.signal('SIGCONT');
    await answers.stop();
    const [reads, writes] = ['GET', 'POST'].map((method) =>
      answers.failed().filter((answer) => answer.method === method && answer.sentAt >= from),
    );
    const last = Math.max(0, ...answers.failed().map(({ sentAt }) => sentAt - from));
    return [
      {
        promise: 'a frozen replica',
        target: 'found within 4 s; reads retried once on another',
        measured: `${reads?.length} reads and ${writes?.length} writes failed; the last was sent ${last} ms after the freeze`,
        holds: last <= 4_000 && reads?.length === 0,
      },
    ];
  });
}

/** NATS is away for ten seconds. */
export async function measureNatsAway({ rate }: MeasureOptions): Promise<Finding[]> {
  return withStack({}, async ({ stack, http }) => {
    const answers = steadyRequests(http, rate);
    await delay(2_000);
    const release = stack.nats.hold();
    const ended = stack.nats.untilEnded();
    stack.nats.signal('SIGKILL');
    await ended;
    const from = Date.now();
    await delay(AWAY_MS);
    release();
    await stack.nats.untilUp(UP_MS);
    const resumed = await until(
      async () => (await write(http, 'contact', 0)).status === 201,
      UP_MS,
      PROBE_EVERY_MS,
    );
    await answers.stop();
    const away = answers.all.filter(({ sentAt }) => sentAt >= from && sentAt < from + AWAY_MS);
    const slowest = Math.max(...away.map(({ milliseconds }) => milliseconds));
    const plain = away.filter(({ status, hasRetryAfter }) => status === 503 && hasRetryAfter).length;
    return [
      {
        promise: 'NATS away',
        target: 'every request answered ≤ 1 s, 503 with Retry-After; writes resume by themselves',
        measured: `${away.length} requests, slowest ${slowest} ms, ${plain} were 503 with Retry-After (${counted(away)}); writes resumed ${resumed} ms after NATS was back`,
        holds: slowest <= 1_000 && plain === away.length,
      },
    ];
  });
}

/** The first requests of fresh processes compile what they run. */
async function warmUp(http: HttpClient): Promise<void> {
  for (let n = 0; n < 20; n++) {
    for (const service of ['contact', 'deal', 'activity'] as const) await write(http, service, n);
  }
}

interface Asked {
  method: 'GET' | 'POST';
  sentAt: number;
  milliseconds: number;
  status: number;
  hasRetryAfter: boolean;
}

/** Reads and writes in turn at a steady rate, however long the answers take. */
function steadyRequests(
  http: HttpClient,
  rate: number,
  services: (keyof typeof PROBES)[] = ['contact', 'deal', 'activity'],
) {
  const all: Asked[] = [];
  const open = new Set<Promise<void>>();
  let sent = 0;
  const ask = async () => {
    const n = ++sent;
    const service = services[n % services.length] ?? 'contact';
    const method = n % 2 === 0 ? 'GET' : 'POST';
    const sentAt = Date.now();
    const [path] = PROBES[service];
    const answer =
      method === 'GET' ? await http.send('GET', `${path}?limit=1`, undefined) : await write(http, service, n);
    const hasRetryAfter = answer.headers['retry-after'] !== undefined;
    all.push({ method, sentAt, milliseconds: Date.now() - sentAt, status: answer.status, hasRetryAfter });
  };
  const timer = setInterval(() => {
    const work = ask();
    open.add(work);
    void work.finally(() => open.delete(work));
  }, 1_000 / rate);
  return {
    all,
    failed: () => all.filter(({ status }) => status < 200 || status >= 300),
    stop: async () => {
      clearInterval(timer);
      await Promise.all(open);
    },
  };
}

function counted(answers: Asked[]): string {
  const counts = new Map<string, number>();
  for (const { method, status } of answers)
    counts.set(`${method} ${status}`, (counts.get(`${method} ${status}`) ?? 0) + 1);
  return [...counts].map(([name, count]) => `${name}: ${count}`).join(', ');
}
