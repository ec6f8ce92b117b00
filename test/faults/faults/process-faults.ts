import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { SERVICES } from '@relata/contracts';
import type { Supervised } from '../supervised';
import type { Fault } from './fault';

const UP_MS = 60_000;
const CRASH_WAIT_MS = 5_000;
const TWO_HOURS_MS = 7_200_000;
/** Those that publish. */
const PUBLISHERS = ['contact', 'deal', 'activity'] as const;

/** kill -9 of one process of a service, or of the gateway. */
export const killService: Fault = async (stack, random) => {
  const victim = random.pick(stack.apps);
  await victim.untilUp(UP_MS);
  victim.signal('SIGKILL');
  return { words: victim.name, kills: 1 };
};

/** kill -9 of the active relay after the broker's answer and before its mark. */
export const killRelay: Fault = async (stack, random) => {
  const service = random.pick(PUBLISHERS);
  const file = stack.crashFile(service);
  writeFileSync(file, '');
  const deadline = Date.now() + CRASH_WAIT_MS;
  while (existsSync(file) && Date.now() < deadline) await delay(10);
  if (!existsSync(file)) return { words: `${service} between publish and mark`, kills: 1 };
  rmSync(file, { force: true });
  return { words: `${service} published nothing meanwhile` };
};

/** SIGTERM of one process: it is to finish what it does. */
export const restart: Fault = async (stack, random) => {
  const victim = random.pick(stack.apps);
  victim.signal('SIGTERM');
  await Promise.resolve();
  return { words: victim.name };
};

/** SIGSTOP, and SIGCONT later: a process that lives and does nothing. */
export const freeze: Fault = async (stack, random) => {
  const victim = random.pick([...stack.apps, stack.nats]);
  const milliseconds = random.between(500, 6_000);
  victim.signal('SIGSTOP');
  await delay(milliseconds);
  victim.signal('SIGCONT');
  return { words: `${victim.name} for ${milliseconds} ms` };
};

export const killNats: Fault = async (stack) => {
  await killed(stack.nats);
  return { words: 'NATS', kills: 1 };
};

/** kill -9 of the postmaster, or of one backend, after which Postgres throws out everyone and recovers. */
export const killPostgres: Fault = async (stack, random) => {
  if (random.chance(0.5)) {
    await killed(stack.postgres);
    return { words: 'postmaster', kills: 1 };
  }
  const client = new Client({ connectionString: stack.databaseUrl });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ pid: number; usename: string }>(
      `SELECT pid, usename FROM pg_stat_activity WHERE usename LIKE 'relata_%' ORDER BY pid`,
    );
    const backend = random.pick(rows);
    process.kill(backend.pid, 'SIGKILL');
    return { words: `a backend of ${backend.usename}`, kills: 1 };
  } finally {
    await client.end().catch(() => undefined);
  }
};

/** One service runs for a while with a clock that is two hours off. */
export const shiftClock: Fault = async (stack, random) => {
  const service = random.pick(SERVICES);
  const offset = random.pick([-TWO_HOURS_MS, TWO_HOURS_MS]);
  stack.overrides.set(service, { FAULTS_CLOCK_OFFSET_MS: String(offset) });
  const replicas = stack.replicasOf(service);
  for (const replica of replicas) replica.signal('SIGTERM');
  await delay(random.between(4_000, 8_000));
  stack.overrides.delete(service);
  for (const replica of replicas) replica.signal('SIGTERM');
  return { words: `${service} by ${offset / 3_600_000} h` };
};

async function killed(server: Supervised): Promise<void> {
  await server.untilUp(UP_MS);
  const ended = server.untilEnded();
  server.signal('SIGKILL');
  await ended;
  await server.untilUp(UP_MS);
}
