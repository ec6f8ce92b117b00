import { errorMessage } from '@relata/platform';

/** npm passes a terminal's Ctrl-C on to us, who had it already: only a later one is a second one. */
const SECOND_SIGNAL_MS = 1_000;

/** Stops what was started, last first, once: on Ctrl-C, SIGTERM, a closed terminal or a failure. A second Ctrl-C does not wait. */
export class Stopper {
  private readonly steps: (() => Promise<void> | void)[] = [];
  private phase: Promise<unknown> = Promise.resolve();
  private stoppingSince: number | undefined;

  constructor() {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        if (this.stoppingSince === undefined) void this.stop(0);
        else if (Date.now() - this.stoppingSince > SECOND_SIGNAL_MS) process.exit(1);
      });
    }
  }

  get isStopping(): boolean {
    return this.stoppingSince !== undefined;
  }

  /** A part of the start. A stop waits for its end, so that nothing half-started is left; then no further part begins. */
  async start<T>(part: () => Promise<T>, stop?: (started: T) => Promise<void> | void): Promise<T> {
    const started = part();
    this.phase = started.then(
      (result) => void this.steps.push(() => stop?.(result)),
      () => undefined,
    );
    await this.phase;
    if (this.isStopping) await new Promise(() => undefined);
    return started;
  }

  async stop(code: number): Promise<void> {
    if (this.isStopping) return;
    this.stoppingSince = Date.now();
    await this.phase;
    let failed = false;
    for (const step of [...this.steps].reverse()) {
      try {
        await step();
      } catch (error) {
        failed = true;
        process.stderr.write(`While stopping: ${errorMessage(error)}\n`);
      }
    }
    process.exit(failed ? 1 : code);
  }
}
