import { setTimeout as delay } from 'node:timers/promises';
import { SERVICES } from '@relata/contracts';
import type { Random } from './random';
import type { Stack } from './stack';

/** What a fault did, for the report; `kills` counts the processes that it ended by SIGKILL. */
export interface Deed {
  words: string;
  kills?: number;
}

/** Does one thing to the system and undoes it, as far as it is to be undone. */
export type Fault = (stack: Stack, random: Random) => Promise<Deed>;

const kill: Fault = async (stack, random) => {
  const victim = random.pick(stack.apps.filter((app) => app.isUp));
  victim.signal('SIGKILL');
  await Promise.resolve();
  return { words: victim.name, kills: 1 };
};

const term: Fault = async (stack, random) => {
  const service = random.pick(SERVICES);
  const victim = random.pick(stack.replicasOf(service));
  victim.signal('SIGTERM');
  await Promise.resolve();
  return { words: victim.name };
};

const freeze: Fault = async (stack, random) => {
  const victim = random.pick([...stack.apps, stack.nats]);
  const milliseconds = random.between(500, 6_000);
  victim.signal('SIGSTOP');
  await delay(milliseconds);
  victim.signal('SIGCONT');
  return { words: `${victim.name} for ${milliseconds} ms` };
};

export const FAULTS = {
  'kill-service': kill,
  'term-service': term,
  'stop-cont': freeze,
} satisfies Record<string, Fault>;

export type FaultName = keyof typeof FAULTS;
export const FAULT_NAMES = Object.keys(FAULTS) as FaultName[];
