import { setTimeout as delay } from 'node:timers/promises';
import { SERVICES } from '@relata/contracts';
import type { Proxy } from '../proxy';
import type { Random } from '../random';
import type { Stack } from '../stack';
import type { Deed, Fault } from './fault';

/** A fault on the way from one service to NATS or Postgres. */
function onTheWay(fault: (proxy: Proxy, random: Random) => Promise<string>): Fault {
  return async (stack: Stack, random: Random): Promise<Deed> => {
    const from = random.pick([...SERVICES, 'gateway'] as const);
    const to = from === 'gateway' ? 'nats' : random.pick(['nats', 'postgres'] as const);
    return { words: `${from} – ${to}: ${await fault(stack.proxy(from, to), random)}` };
  };
}

export const delayTraffic = onTheWay(async (proxy, random) => {
  const [late, milliseconds] = [random.between(20, 400), random.between(1_000, 5_000)];
  proxy.delay(late);
  await delay(milliseconds);
  proxy.delay(0);
  return `${late} ms later for ${milliseconds} ms`;
});

export const cutConnections = onTheWay(async (proxy) => {
  proxy.cut();
  await Promise.resolve();
  return 'reset';
});

export const halfClose = onTheWay(async (proxy, random) => {
  const side = random.pick(['client', 'upstream'] as const);
  proxy.halfClose(side);
  await Promise.resolve();
  return `half-closed towards ${side}`;
});

/** Nothing passes and nothing is closed; then everything passes again, or all connections are reset. */
export const freezeTraffic = onTheWay(async (proxy, random) => {
  const milliseconds = random.between(1_000, 7_000);
  proxy.freeze();
  await delay(milliseconds);
  const cuts = random.chance(0.5);
  if (cuts) proxy.cut();
  proxy.thaw();
  return `frozen for ${milliseconds} ms${cuts ? ', then reset' : ''}`;
});
