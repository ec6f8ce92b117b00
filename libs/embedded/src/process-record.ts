import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const POLL_MS = 25;
const END_MS = 10_000;

/** Whether a process of that id runs; one that has ended and only waits to be fetched by its parent does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return startTimeOf(pid) !== 'zombie';
}

/** Tells a process from a later one with the same id; undefined where the system does not say. */
function startTimeOf(pid: number): string | undefined {
  if (process.platform === 'win32') return undefined;
  if (process.platform !== 'linux') return outputOf('ps', ['-o', 'lstart=', '-p', String(pid)]);
  try {
    // Behind the name in brackets: the state, and 19 fields later the start in ticks since the boot.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ');
    return fields?.[0] === 'Z' ? 'zombie' : fields?.[19];
  } catch {
    return undefined;
  }
}

/** The command line of a process; undefined where the system does not say. */
export function commandOf(pid: number): string | undefined {
  if (process.platform === 'win32') return undefined;
  if (process.platform !== 'linux') return outputOf('ps', ['-ww', '-o', 'command=', '-p', String(pid)]);
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return undefined;
  }
}

function outputOf(command: string, args: string[]): string | undefined {
  return spawnSync(command, args, { encoding: 'utf8' }).stdout?.trim() || undefined;
}

/** What a file keeps of a process, so that the process is known again even when ids have been given anew. */
export function processMark(pid: number): string {
  return `${pid} ${startTimeOf(pid) ?? ''}`;
}

/** The process that the mark was made of, if it still runs. */
export function runningProcess(mark: string): number | undefined {
  const pid = Number(mark.split(' ')[0]);
  return pid > 0 && isAlive(pid) && processMark(pid) === mark ? pid : undefined;
}

/** The processes that belong to a data folder: a launcher that was killed leaves them to the next one. */
export class ProcessRecords {
  private readonly folder: string;

  constructor(dataFolder: string) {
    this.folder = join(dataFolder, 'run');
  }

  add(name: string, pid: number): void {
    mkdirSync(this.folder, { recursive: true });
    writeFileSync(this.fileOf(name), processMark(pid));
  }

  remove(name: string): void {
    rmSync(this.fileOf(name), { force: true });
  }

  /** Ends what an earlier launcher left running. */
  async endLeftovers(): Promise<void> {
    const files = existsSync(this.folder) ? readdirSync(this.folder) : [];
    const names = files.filter((file) => file.endsWith('.pid')).map((file) => file.slice(0, -'.pid'.length));
    await Promise.all(
      names.map(async (name) => {
        const pid = runningProcess(readFileSync(this.fileOf(name), 'utf8'));
        if (pid !== undefined) await endProcess(pid, 'SIGINT');
        this.remove(name);
      }),
    );
  }

  private fileOf(name: string): string {
    return join(this.folder, `${name}.pid`);
  }
}

/** Sends `signal`, waits until the process is gone; kills it when that takes longer than 10 s. */
export async function endProcess(pid: number, signal: NodeJS.Signals): Promise<void> {
  const deadline = Date.now() + END_MS;
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
