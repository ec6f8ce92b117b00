import { setTimeout as delay } from 'node:timers/promises';

const RESPAWN_MS = 100;
const RETRY_MS = 300;

/** A process that has become ready. */
export interface Started {
  pid: number;
  /** Resolves when it has ended, for whatever reason. */
  ended: Promise<void>;
  /** Asks it to end and waits until it has. */
  stop(): Promise<void>;
}

/** One life of a supervised process; times in milliseconds since the epoch. */
export interface Life {
  /** When the supervisor began to start it (again). */
  spawnedAt: number;
  readyAt: number;
}

/** Keeps one process running: what dies is started again, as an orchestrator would. */
export class Supervised {
  /** Every life but the first began with a death. */
  readonly lives: Life[] = [];
  /** Starts that failed: the process ended before it was ready. */
  failedStarts = 0;
  private current: Started | undefined;
  private holds = 0;
  private released: () => void = () => undefined;
  private stopping = false;
  private loop: Promise<void> = Promise.resolve();

  constructor(
    readonly name: string,
    private readonly starter: () => Promise<Started>,
  ) {}

  /** Starts it and waits until it is ready; throws when the very first start fails. */
  async start(): Promise<void> {
    await this.begin();
    this.loop = this.supervise();
  }

  get pid(): number | undefined {
    return this.current?.pid;
  }

  get isUp(): boolean {
    return this.current !== undefined;
  }

  /** Sends a signal, if it runs. Answers whether it did. */
  signal(signal: NodeJS.Signals): boolean {
    if (!this.current) return false;
    try {
      process.kill(this.current.pid, signal);
      return true;
    } catch {
      return false;
    }
  }

  /**
   * Asks it to end and waits until it has; what has not ended by then is killed, as orchestrators do. Answers whether it had
   * to be.
   */
  async terminate(graceMs: number): Promise<boolean> {
    const ended = this.untilEnded();
    let isKilled = false;
    this.signal('SIGTERM');
    const timer = setTimeout(() => (isKilled = this.signal('SIGKILL')), graceMs);
    await ended;
    clearTimeout(timer);
    return isKilled;
  }

  /** Keeps it down, once it has ended, until what this answers is called. */
  hold(): () => void {
    this.holds++;
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      if (--this.holds === 0) this.released();
    };
  }

  /** Waits until the process that runs now has ended. */
  async untilEnded(): Promise<void> {
    await this.current?.ended;
  }

  async untilUp(withinMs: number): Promise<void> {
    const deadline = Date.now() + withinMs;
    while (!this.current) {
      if (Date.now() > deadline)
        throw new Error(`${this.name} was not up again within ${withinMs / 1000} s.`);
      await delay(20);
    }
  }

  /** Ends it for good. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.released();
    // A stopped process cannot answer the request to end.
    this.signal('SIGCONT');
    await this.current?.stop();
    await this.loop;
  }

  private async begin(): Promise<void> {
    const spawnedAt = Date.now();
    const started = await this.starter();
    this.lives.push({ spawnedAt, readyAt: Date.now() });
    this.current = started;
    void started.ended.then(() => {
      if (this.current === started) this.current = undefined;
    });
  }

  private async supervise(): Promise<void> {
    while (!this.stopping) {
      await this.current?.ended;
      if (this.stopping) return;
      await delay(RESPAWN_MS);
      if (this.holds > 0) await new Promise<void>((resolve) => (this.released = resolve));
      if (this.stopping) return;
      try {
        await this.begin();
        // Stopped while it started: nobody else will end it.
        if (this.stopping) await this.current?.stop();
      } catch {
        this.failedStarts++;
        await delay(RETRY_MS);
      }
    }
  }
}
