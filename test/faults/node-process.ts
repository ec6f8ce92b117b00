import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync, closeSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import type { Started } from './supervised';

const READY_MS = 60_000;
const POLL_MS = 25;
const STOP_MS = 15_000;

/** What still runs: the rig takes it along, however it ends. */
const running = new Set<number>();
process.on('exit', () => {
  for (const pid of running) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // Gone already.
    }
  }
});

export interface NodeProcess {
  script: string;
  env: Record<string, string>;
  logFile: string;
  /** Where `/readyz` answers. */
  port: number;
}

/** Starts a Node process, waits until `/readyz` answers 200. Rejects when it ends before. */
export async function startNodeProcess({ script, env, logFile, port }: NodeProcess): Promise<Started> {
  const log = openSync(logFile, 'a');
  const child = spawn(process.execPath, [script], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', log, log],
    // Ctrl-C reaches the rig alone, which then ends everything in order.
    detached: true,
  });
  closeSync(log);
  const pid = child.pid;
  if (pid === undefined) throw new Error(`${script} cannot be started.`);
  running.add(pid);
  let hasEnded = false;
  const ended = once(child, 'exit').then(() => {
    hasEnded = true;
    running.delete(pid);
  });
  const deadline = Date.now() + READY_MS;
  while (!(await isReady(port))) {
    if (hasEnded) throw new Error(`${script} ended before it was ready; see ${logFile}.`);
    if (Date.now() > deadline) child.kill('SIGKILL');
    await delay(POLL_MS);
  }
  const stop = async () => {
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
    await ended;
    clearTimeout(timer);
  };
  return { pid, ended, stop };
}

async function isReady(port: number): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(1_000) });
    return answer.ok;
  } catch {
    return false;
  }
}
