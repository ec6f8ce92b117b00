import type { History } from '../history';
import { checkBatches } from './batches';
import { checkEffects } from './effects';
import { checkProjections } from './projections';
import { checkRecords } from './records';
import { settle } from './settle';
import { checkStreams } from './streams';
import { Subject, type Violation } from './subject';
import { checkWrites } from './writes';

export interface Verdict {
  violations: Violation[];
  /** From the end of the load until nothing was under way. */
  settledInMs: number;
}

/** Waits until the system is at rest, then holds Postgres, the streams and the projections against the history. */
export async function check(
  urls: { databaseUrl: string; natsUrl: string },
  history: History,
  settleWithinMs: number,
): Promise<Verdict> {
  const subject = await Subject.open(urls.databaseUrl, urls.natsUrl);
  try {
    const start = Date.now();
    const left = await settle(subject, settleWithinMs);
    const settledInMs = Date.now() - start;
    const found: Violation[] = left ? [{ check: 'settles', detail: `after ${settledInMs} ms: ${left}` }] : [];
    found.push(...(await checkWrites(subject, history)));
    found.push(...(await checkBatches(subject, history)));
    found.push(...(await checkRecords(subject)));
    found.push(...(await checkStreams(subject)));
    found.push(...(await checkEffects(subject)));
    found.push(...(await checkProjections(subject)));
    return { violations: found, settledInMs };
  } finally {
    await subject.close();
  }
}
