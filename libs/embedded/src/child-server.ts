import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { existsSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { ProcessRecords, endProcess } from './process-record';
import { StartError } from './start-error';

const TAIL_CHARACTERS = 2_000;
const POLL_MS = 50;

export interface ChildServerOptions {
  /** As messages and the record in the data folder name it. */
  name: string;
  dataFolder: string;
  command: string;
  args: string[];
  /** How it is asked to end. */
  stopSignal: NodeJS.Signals;
  /** How it is ended at once, when we ourselves must go at once. */
  killSignal?: NodeJS.Signals;
  spawn?: SpawnOptions;
  /** What to do when it does not start; ends the message. */
  advice?: string;
}

/** What runs now: a launcher that ends for whatever reason but SIGKILL takes it along. */
const running = new Set<ChildServer>();
process.on('exit', () => running.forEach((server) => server.kill()));

/**
 * A server that runs beside us in a process group of its own, so that a terminal's Ctrl-C does not reach it
 * before those who use it have finished.
 */
export class ChildServer {
  private output = '';
  private exit: { code: number | null; signal: string | null } | undefined;
  private exitListener: ((lastWords: string) => void) | undefined;
  private readonly child: ChildProcess;
  private readonly records: ProcessRecords;

  /** Throws StartError when there is no such command. */
  constructor(private readonly options: ChildServerOptions) {
    const { name, command, args } = options;
    if (!existsSync(command)) {
      throw new StartError(
        `The ${name} binary ${command} is missing. Run node scripts/setup.mjs, or give the URL of a server of your own.`,
      );
    }
    this.records = new ProcessRecords(options.dataFolder);
    this.child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {},
      ...options.spawn,
      detached: true,
    });
    if (this.child.pid) {
      this.records.add(name, this.child.pid);
      running.add(this);
    }
    this.child.stdout?.on('data', (chunk: Buffer) => this.keepOutput(chunk.toString()));
    this.child.stderr?.on('data', (chunk: Buffer) => this.keepOutput(chunk.toString()));
    this.child.once('error', (error) => this.keepOutput(error.message));
    this.child.once('exit', (code, signal) => {
      this.exit = { code, signal };
      running.delete(this);
      this.exitListener?.(this.lastWords());
    });
  }

  /** Called when it ends without having been stopped. */
  onExit(listener: (lastWords: string) => void): void {
    this.exitListener = listener;
  }

  get name(): string {
    return this.options.name;
  }

  /**
   * Polls `ready` until it answers true. Throws StartError with the server's own words when it ends or takes longer
   * than `waitMs`; what `ready` throws as StartError is final, too. Then nothing is left running.
   */
  async untilReady(ready: () => Promise<boolean>, waitMs: number): Promise<void> {
    const deadline = Date.now() + waitMs;
    try {
      while (!(await ready().catch(passStartError))) {
        if (this.exit || !this.child.pid) throw this.failure('did not start');
        if (Date.now() > deadline) throw this.failure(`was not ready within ${waitMs / 1000} s`);
        await delay(POLL_MS);
      }
    } catch (error) {
      await this.stop();
      throw error;
    }
  }

  /** Asks it to end, and waits until it has. */
  async stop(): Promise<void> {
    this.exitListener = undefined;
    if (this.child.pid && !this.exit) await endProcess(this.child.pid, this.options.stopSignal);
    this.records.remove(this.options.name);
  }

  /** Ends it at once, without waiting. */
  kill(): void {
    this.child.kill(this.options.killSignal ?? 'SIGKILL');
  }

  private failure(what: string): StartError {
    const { name, advice } = this.options;
    return new StartError(
      `${name} ${what}: ${this.lastWords().replace(/\.$/, '')}.${advice ? ` ${advice}` : ''}`,
    );
  }

  /** The line of its output that tells most. */
  private lastWords(): string {
    const lines = this.output.trim().split('\n').filter(Boolean);
    const telling = lines.filter((line) => /FATAL|PANIC|ERROR|\[FTL\]|cannot|denied|nats-server:/.test(line));
    const end = this.exit?.signal ?? `exit code ${this.exit?.code ?? 'unknown'}`;
    return (telling.at(-1) ?? lines.at(-1) ?? end).trim();
  }

  private keepOutput(text: string): void {
    this.output = (this.output + text).slice(-TAIL_CHARACTERS);
  }
}

function passStartError(error: unknown): false {
  if (error instanceof StartError) throw error;
  return false;
}
