import { setTimeout as delay } from 'node:timers/promises';
import { EVENT_STREAMS, SERVICES } from '@relata/contracts';
import type { Subject } from './subject';

const POLL_MS = 250;
/** Quiet means quiet for so many looks: an effect writes events of its own. */
const QUIET_LOOKS = 4;

/**
 * Waits until nothing is under way: everything is published, every batch is decided and every consumer has acknowledged all there is.
 * Answers what is left when that takes longer than `withinMs`, else undefined.
 */
export async function settle(subject: Subject, withinMs: number): Promise<string | undefined> {
  const deadline = Date.now() + withinMs;
  for (let quiet = 0; ;) {
    const left = await unsettled(subject).catch((error: Error) => error.message);
    quiet = left ? 0 : quiet + 1;
    if (quiet >= QUIET_LOOKS) return undefined;
    if (Date.now() > deadline) return left ?? 'it was not quiet for long enough';
    await delay(POLL_MS);
  }
}

async function unsettled(subject: Subject): Promise<string | undefined> {
  const left: string[] = [];
  for (const service of SERVICES) {
    const [row] = await subject.query<{ count: string }>(`SELECT count(*) FROM ${service}.unpublished`);
    if (Number(row?.count)) left.push(`${row?.count} events of ${service} are not published`);
  }
  const open = await subject.query(`SELECT 1 FROM contact.batch WHERE status = 'open'`);
  if (open.length > 0) left.push(`${open.length} batches are not decided`);
  const manager = await subject.nats.jetstreamManager();
  for (const stream of Object.keys(EVENT_STREAMS)) {
    for (const { name, num_pending, num_ack_pending, config } of await manager.consumers
      .list(stream)
      .next()) {
      // Whoever reads without a name is not of the system.
      if (!config.durable_name) continue;
      const count = num_pending + num_ack_pending;
      if (count) left.push(`${count} events of ${stream} are not acknowledged by ${name}`);
    }
  }
  return left.length > 0 ? left.join('; ') : undefined;
}
