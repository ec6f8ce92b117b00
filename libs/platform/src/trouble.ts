import type { LoggerService } from '@nestjs/common';

/** How often it is said that something still fails. */
const REMIND_MS = 60_000;

/**
 * What becomes of work that is tried again and again, in the log: that it failed is said once for each reason in a row, and every
 * minute while it goes on; that it works again once.
 */
export class Trouble {
  /** Milliseconds of the monotonic clock; undefined while all is well. */
  private since: number | undefined;
  private reason: string | undefined;
  private saidAt = 0;

  /** `work` begins the lines: `Publishing`. */
  constructor(
    private readonly logger: LoggerService,
    private readonly work: string,
  ) {}

  /** It failed, and is tried again. */
  begin(reason: string): void {
    const now = performance.now();
    this.since ??= now;
    if (reason === this.reason && now - this.saidAt < REMIND_MS) return;
    this.reason = reason;
    this.saidAt = now;
    this.logger.warn(`${this.work} stopped and is tried again: ${reason}`);
  }

  /** It works. */
  end(): void {
    if (this.since === undefined) return;
    const seconds = (performance.now() - this.since) / 1_000;
    this.since = undefined;
    this.reason = undefined;
    this.logger.log(`${this.work} goes on, after ${seconds.toFixed(1)} s.`);
  }
}
