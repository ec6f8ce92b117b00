import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { check, type Verdict } from './checker/checker';
import type { FaultName } from './faults/catalogue';
import { History } from './history';
import { HttpClient } from './http-client';
import { Load } from './load';
import { Nemesis, type Incident } from './nemesis';
import { API_KEY, Stack } from './stack';

export interface RunOptions {
  seed: number;
  /** Longest time under load. */
  minutes: number;
  /** Ends earlier when there were so many kills and so many acknowledged writes. */
  kills?: number;
  writes?: number;
  faults: readonly FaultName[];
  everyMs: number;
  rate: number;
  replicas: number;
  keepData?: boolean;
  /** Told what happens, line by line. */
  say: (line: string) => void;
}

export interface RunResult {
  seed: number;
  seconds: number;
  history: History;
  incidents: Incident[];
  /** Faults that this machine does not allow. */
  notRun: FaultName[];
  verdict: Verdict;
  failedStarts: number;
  dataDir: string;
}

const WORKERS = 24;
const SETTLE_MS = 120_000;
/** Small enough to be filled in a moment. */
const NATS_STORE_MEGABYTES = 2_048;
const PROGRESS_MS = 10_000;

/** Load and faults at once; then the faults end, everything comes up, and the checker looks. */
export async function run(options: RunOptions): Promise<RunResult> {
  const { seed, say } = options;
  const stack = await Stack.start({
    replicas: options.replicas,
    proxied: true,
    preloads: ['clock.cjs', 'crash-relay.cjs'].map((file) => join(__dirname, 'preload', file)),
    natsStoreMegabytes: options.faults.includes('disk-full') ? NATS_STORE_MEGABYTES : undefined,
    keepData: options.keepData,
  });
  const history = new History();
  const http = new HttpClient(stack.httpPort, API_KEY);
  const load = new Load(http, history, { seed, rate: options.rate, workers: WORKERS });
  const nemesis = new Nemesis(stack, options);
  try {
    const start = Date.now();
    load.start();
    nemesis.start();
    await untilEnough(options, start, load, nemesis);
    await nemesis.stop();
    await Promise.all(stack.everything.map((process) => process.untilUp(60_000)));
    await load.stop();
    const seconds = (Date.now() - start) / 1_000;
    say(`Load ended after ${seconds.toFixed(0)} s; waiting until everything is at rest.`);
    const verdict = await check(stack, history, SETTLE_MS);
    const failedStarts = stack.everything.reduce((sum, process) => sum + process.failedStarts, 0);
    const { incidents } = nemesis;
    const notRun = [...nemesis.impossible];
    return { seed, seconds, history, incidents, notRun, verdict, failedStarts, dataDir: stack.dataDir };
  } finally {
    await nemesis.stop();
    await load.stop();
    http.close();
    await stack.stop();
  }
}

async function untilEnough(options: RunOptions, start: number, load: Load, nemesis: Nemesis): Promise<void> {
  const { minutes, kills = Infinity, writes = Infinity, say } = options;
  let saidAt = start;
  for (;;) {
    const now = Date.now();
    if (now - start > minutes * 60_000) return;
    if (nemesis.kills >= kills && load.acknowledgedCount >= writes) return;
    if (now - saidAt >= PROGRESS_MS) {
      saidAt = now;
      say(
        `${((now - start) / 1_000).toFixed(0)} s: ${load.acknowledgedCount} writes acknowledged, ${nemesis.incidents.length} faults, ${nemesis.kills} kills`,
      );
    }
    await delay(100);
  }
}
