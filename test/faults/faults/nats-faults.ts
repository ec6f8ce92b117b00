import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { connect, headers, type NatsConnection } from 'nats';
import type { Stack } from '../stack';
import { NotPossible, type Fault } from './fault';

const UP_MS = 60_000;
/** As Docker and Kubernetes allow, or more. */
const GRACE_MS = 10_000;
/** Streams that several services read. */
const READ = ['CONTACT', 'DEAL'];

/** The store becomes what it was some seconds before: as after a crash of the machine, or a backup put back. */
export const rollBackStore: Fault = async (stack, random) => {
  const backup = join(stack.dataDir, 'nats-backup');
  rmSync(backup, { recursive: true, force: true });
  await whileDown(stack, () => cpSync(stack.natsStore, backup, { recursive: true }));
  const milliseconds = random.between(2_000, 6_000);
  await delay(milliseconds);
  await whileDown(stack, () => {
    emptyFolder(stack.natsStore);
    cpSync(backup, stack.natsStore, { recursive: true });
  });
  return { words: `by ${milliseconds} ms`, kills: 2 };
};

export const wipeStore: Fault = async (stack) => {
  await whileDown(stack, () => emptyFolder(stack.natsStore));
  return { words: 'the whole store', kills: 1 };
};

/** A consumer forgets what it had: everything in its stream comes again. */
export const deleteConsumer: Fault = async (stack, random) =>
  withNats(stack, async (nats) => {
    const manager = await nats.jetstreamManager();
    const stream = random.pick(READ);
    const consumers = await manager.consumers.list(stream).next();
    if (consumers.length === 0) return { words: `nobody reads ${stream}` };
    const { name } = random.pick(consumers);
    const { state } = await manager.streams.info(stream);
    await manager.consumers.delete(stream, name);
    return { words: `${name} reads ${stream} from its beginning`, redelivered: state.messages };
  });

/** A tenth of what a stream holds is published again, without the id by which the broker would know it. */
export const publishAgain: Fault = async (stack, random) =>
  withNats(stack, async (nats) => {
    const manager = await nats.jetstreamManager();
    const stream = random.pick(['CONTACT', 'DEAL', 'ACTIVITY']);
    const { state } = await manager.streams.info(stream);
    if (state.messages === 0) return { words: `${stream} is empty` };
    const count = Math.min(500, Math.ceil(state.messages / 10));
    let redelivered = 0;
    for (let done = 0; done < count; done++) {
      const seq = random.between(state.first_seq, state.last_seq);
      const message = await manager.streams.getMessage(stream, { seq }).catch(() => undefined);
      if (!message) continue;
      await nats.jetstream().publish(message.subject, message.data, { headers: headers() });
      redelivered++;
    }
    return { words: `${redelivered} of ${stream}`, redelivered };
  });

/** No room is left where the store is; later there is. NATS is restarted then, as its operator would. */
export const fillDisk: Fault = async (stack, random) => {
  if (!stack.hasSmallDisk) throw new NotPossible('no tmpfs could be mounted for the NATS store');
  const ballast = join(stack.natsStore, 'ballast');
  const { bavail, bsize } = statfsSync(stack.natsStore);
  spawnSync('fallocate', ['-l', String(Math.max(bsize, (bavail - 1) * bsize)), ballast]);
  const milliseconds = random.between(3_000, 6_000);
  await delay(milliseconds);
  rmSync(ballast, { force: true });
  // nats-server 2.14.0 may leave a stream locked after that: it answers no request about streams, and does not end.
  const isKilled = await stack.nats.terminate(GRACE_MS);
  await stack.nats.untilUp(UP_MS);
  const words = `full for ${milliseconds} ms`;
  return isKilled ? { words: `${words}; NATS did not end by itself`, kills: 1 } : { words };
};

/** kill -9 of NATS, `work`, then NATS again. */
async function whileDown(stack: Stack, work: () => void): Promise<void> {
  await stack.nats.untilUp(UP_MS);
  const release = stack.nats.hold();
  try {
    const ended = stack.nats.untilEnded();
    stack.nats.signal('SIGKILL');
    await ended;
    work();
  } finally {
    release();
  }
  await stack.nats.untilUp(UP_MS);
}

async function withNats<T>(stack: Stack, work: (nats: NatsConnection) => Promise<T>): Promise<T> {
  const nats = await connect({ servers: stack.natsUrl, timeout: 5_000, maxReconnectAttempts: 20 });
  try {
    return await work(nats);
  } finally {
    await nats.close();
  }
}

/** It may be a mount: its content goes, it stays. */
function emptyFolder(folder: string): void {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true, force: true });
}
