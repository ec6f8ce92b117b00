import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { StartError } from './start-error';

const TAIL_CHARACTERS = 2_000;
const POLL_MS = 50;

/** Whether a process of that id runs, and is the one that `startTime` tells of, where the system says so. */
export function isAlive(pid: number, startTime?: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const started = startTimeOf(pid);
  if (started === 'zombie') return false;
  return startTime === undefined || startTime === '' || started === undefined || started === startTime;
}

/** Field 22 of /proc/<pid>/stat: tells a process from a later one with the same id. */
export function startTimeOf(pid: number): string | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ');
    return fields?.[0] === 'Z' ? 'zombie' : fields?.[19];
  } catch {
    return undefined;
  }
}

/** Sends `signal`, waits until the process is gone; then kills it. */
export async function end(pid: number, signal: NodeJS.Signals, waitMs: number): Promise<void> {
  const deadline = Date.now() + waitMs;
  try {
    process.kill(pid, signal);
    while (isAlive(pid)) {
      if (Date.now() > deadline) process.kill(pid, 'SIGKILL');
      await delay(POLL_MS);
    }
  } catch {
    // Gone already.
  }
}

/**
 * A server that runs beside us in a process group of its own, so that a terminal's Ctrl-C does not reach it
 * before those who use it have finished.
 */
export class ServerProcess {
  private output = '';
  private exit: { code: number | null } | undefined;

  private constructor(
    private readonly child: ChildProcess,
    private readonly name: string,
    private readonly pidFile: string,
  ) {
    const keep = (chunk: Buffer) => (this.output = (this.output + chunk.toString()).slice(-TAIL_CHARACTERS));
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.once('error', (error) => (this.output += error.message));
    child.once('exit', (code) => {
      this.exit = { code };
      this.onExit?.();
    });
  }

  /** Called when it ends without having been stopped. */
  onExit: (() => void) | undefined;

  /** Ends what an earlier, killed launcher left of the same server; then starts. */
  static async start(
    name: string,
    folder: string,
    command: string,
    args: string[],
    options: SpawnOptions = {},
  ): Promise<ServerProcess> {
    const pidFile = join(folder, `${name}.pid`);
    await endOrphan(pidFile);
    if (!existsSync(command)) {
      throw new StartError(
        `The ${name} binary ${command} is missing. Run npm ci and start again, or give your own server's URL.`,
      );
    }
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true, ...options });
    const server = new ServerProcess(child, name, pidFile);
    if (child.pid) writeFileSync(pidFile, `${child.pid} ${startTimeOf(child.pid) ?? ''}`);
    return server;
  }

  /** Polls `ready` until it answers true; throws StartError with the server's own words when it ends or takes too long. */
  async until(ready: () => Promise<boolean>, waitMs: number): Promise<void> {
    const deadline = Date.now() + waitMs;
    while (!(await ready().catch(() => false))) {
      if (this.exit || !this.child.pid)
        throw new StartError(`${this.name} did not start: ${this.lastWords()}`);
      if (Date.now() > deadline) {
        await this.stop('SIGKILL');
        throw new StartError(`${this.name} was not ready within ${waitMs / 1000} s: ${this.lastWords()}`);
      }
      await delay(POLL_MS);
    }
  }

  async stop(signal: NodeJS.Signals): Promise<void> {
    this.onExit = undefined;
    if (this.child.pid && !this.exit) await end(this.child.pid, signal, 10_000);
    rmSync(this.pidFile, { force: true });
  }

  private lastWords(): string {
    const lines = this.output.trim().split('\n').filter(Boolean);
    const telling = lines.filter((line) => /FATAL|PANIC|ERROR|\[FTL\]|cannot|denied/.test(line));
    return (telling.at(-1) ?? lines.at(-1) ?? `exit code ${this.exit?.code ?? 'unknown'}`).trim();
  }
}

async function endOrphan(pidFile: string): Promise<void> {
  if (!existsSync(pidFile)) return;
  const [pid, startTime] = readFileSync(pidFile, 'utf8').trim().split(' ');
  if (pid && isAlive(Number(pid), startTime)) await end(Number(pid), 'SIGINT', 10_000);
  rmSync(pidFile, { force: true });
}
