import { setTimeout as delay } from 'node:timers/promises';
import { load, median, percentile, type LoadResult, type Target } from './load';
import type { Operation } from './operations';
import { costsBelow, difference, total, type Costs } from './process-costs';
import { BASELINE, nameOf } from './servers';

const WARM_UP_MS = 2_500;
/** A server is at rest when it costs less than this part of a core. */
const REST = 0.25;
const LOOK_MS = 400;
const REST_WITHIN_MS = 30_000;
const MICROSECONDS_A_MS = 1_000;

/** What one server did in an operation: medians of the rounds. */
export interface Figures {
  requestsPerSecond: number;
  p50: number;
  p99: number;
  /** Microseconds of processor time a request, by process, with what goes on after the answer. */
  cpu: Record<string, number>;
}

export interface Comparison {
  operation: string;
  aim: number;
  relata: Figures;
  baseline: Figures;
  /** Requests a second, relative to the baseline: the median of the rounds' ratios. */
  ratio: number;
}

interface Round extends LoadResult {
  costs: Costs;
}

/** Both servers in turn, round by round, so that what changes in the machine meanwhile concerns both. */
export async function compare(
  operation: Operation,
  targets: { relata: Target; baseline: Target },
  { seconds, rounds }: { seconds: number; rounds: number },
): Promise<Comparison> {
  const milliseconds = seconds * 1_000;
  const turn = async (name: 'relata' | 'baseline', length = milliseconds): Promise<Round> => {
    const before = costsBelow(process.pid, nameOf);
    const result = await load(targets[name], operation[name], operation.connections, length);
    await untilRest();
    return { ...result, costs: difference(costsBelow(process.pid, nameOf), before) };
  };
  const warmUp = Math.min(WARM_UP_MS, milliseconds);
  await turn('relata', warmUp);
  await turn('baseline', warmUp);
  const [ours, theirs]: [Round[], Round[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    ours.push(await turn('relata'));
    theirs.push(await turn('baseline'));
  }
  return {
    operation: operation.name,
    aim: operation.aim,
    relata: figures(ours, (name) => name !== BASELINE),
    baseline: figures(theirs, (name) => name === BASELINE || name === 'postgres'),
    ratio: median(ours.map((round, index) => perSecond(round) / perSecond(theirs[index] as Round))),
  };
}

function perSecond({ requests, seconds }: LoadResult): number {
  return requests / seconds;
}

function figures(rounds: Round[], isCounted: (process: string) => boolean): Figures {
  const names = [...new Set(rounds.flatMap(({ costs }) => [...costs.keys()]))].filter(isCounted).sort();
  return {
    requestsPerSecond: median(rounds.map(perSecond)),
    p50: median(rounds.map(({ times }) => percentile(times, 50))),
    p99: median(rounds.map(({ times }) => percentile(times, 99))),
    cpu: Object.fromEntries(
      names.map((name) => [
        name,
        median(rounds.map(({ costs, requests }) => (costs.get(name) ?? 0) / requests)),
      ]),
    ),
  };
}

/** Until what was asked for has had its effects, too. */
async function untilRest(): Promise<void> {
  const until = performance.now() + REST_WITHIN_MS;
  let before = costsBelow(process.pid, nameOf);
  while (performance.now() < until) {
    const from = performance.now();
    await delay(LOOK_MS);
    const now = costsBelow(process.pid, nameOf);
    const cores = total(difference(now, before)) / ((performance.now() - from) * MICROSECONDS_A_MS);
    if (cores < REST) return;
    before = now;
  }
}
