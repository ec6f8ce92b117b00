import { readFileSync, readdirSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { Subject } from '../checker/subject';
import { HttpClient } from '../http-client';
import { API_KEY, Stack, type StackOptions } from '../stack';

/** A promise and what was measured of it. */
export interface Finding {
  promise: string;
  target: string;
  measured: string;
  /** Undefined where there is nothing to compare with. */
  holds: boolean | undefined;
}

export interface MeasureOptions {
  seed: number;
  /** How long each part takes, where it is a matter of time. */
  seconds: number;
  /** Events of a backlog. */
  events: number;
  /** Kills or restarts of each kind. */
  rounds: number;
  /** Writes or requests a second. */
  rate: number;
  say: (line: string) => void;
}

export interface Bench {
  stack: Stack;
  http: HttpClient;
  subject: Subject;
}

/** A running system without proxies for as long as `work` takes. */
export async function withStack<T>(
  options: Partial<StackOptions>,
  work: (bench: Bench) => Promise<T>,
): Promise<T> {
  const stack = await Stack.start({ replicas: 1, proxied: false, ...options });
  const http = new HttpClient(stack.httpPort, API_KEY);
  const subject = await Subject.open(stack.databaseUrl, stack.natsUrl);
  try {
    return await work({ stack, http, subject });
  } finally {
    await subject.close();
    http.close();
    await stack.stop();
  }
}

/** The value that so many per cent of the values do not exceed. */
export function percentile(values: number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil((percent / 100) * sorted.length) - 1)] ?? NaN;
}

/** Asks again until the answer is yes; answers the milliseconds that it took. */
export async function until(isSo: () => Promise<boolean>, withinMs: number, everyMs = 50): Promise<number> {
  const start = Date.now();
  while (!(await isSo())) {
    if (Date.now() - start > withinMs) throw new Error(`It was not so within ${withinMs / 1_000} s.`);
    await delay(everyMs);
  }
  return Date.now() - start;
}

const TICKS_PER_SECOND = 100;

/** CPU seconds that the process and its living and dead children have used. Linux alone. */
export function cpuSeconds(pid: number): number {
  const own = statOf(pid);
  if (!own) return 0;
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => statOf(Number(name)))
    .filter((stat) => stat?.parent === pid);
  const ticks = [own, ...children].reduce((sum, stat) => sum + (stat?.ticks ?? 0), 0) + own.ofDeadChildren;
  return ticks / TICKS_PER_SECOND;
}

interface Stat {
  parent: number;
  ticks: number;
  ofDeadChildren: number;
}

function statOf(pid: number): Stat | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ').map(Number) ?? [];
    const [, parent = 0] = fields;
    const [user = 0, system = 0, deadUser = 0, deadSystem = 0] = fields.slice(11, 15);
    return { parent, ticks: user + system, ofDeadChildren: deadUser + deadSystem };
  } catch {
    return undefined;
  }
}

/** Most memory that the process ever had, in MB. Linux alone. */
export function peakMegabytes(pid: number): number {
  const line = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(line ?? NaN) / 1_024;
}

/** Of the contact service: the next renewal of its relay's lease fails, until `allowRelay`. */
export async function stopRelay({ subject }: Bench): Promise<void> {
  await subject.query(
    `UPDATE contact.lease SET holder = 'nobody', epoch = epoch + 1, expires_at = now() + interval '1 hour' WHERE name = 'relay'`,
  );
}

export async function allowRelay({ subject }: Bench): Promise<void> {
  await subject.query(`UPDATE contact.lease SET expires_at = now() WHERE name = 'relay'`);
}

/** Whether the stream has every event of the contact service. */
export async function isRelayed({ subject }: Bench): Promise<boolean> {
  return (await subject.query('SELECT 1 FROM contact.unpublished LIMIT 1')).length === 0;
}
