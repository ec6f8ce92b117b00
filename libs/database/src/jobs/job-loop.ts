import { Logger } from '@nestjs/common';
import type { RecordType } from '@relata/contracts';
import type { EventLog } from '@relata/messaging';
import { Rest, Trouble, errorMessage } from '@relata/platform';

/** How often to look for jobs of which nobody told us, such as one whose worker died. */
const POLL_MS = 2_000;
const RETRY_MS = 500;
/** A worker that gave no sign of life for so long is dead; another goes on. */
export const DEAD_AFTER_SECONDS = 20;

/** Takes one job after the other, until it is stopped. */
export class JobLoop<J> {
  private readonly logger: Logger;
  /** With looking for jobs. */
  private readonly trouble: Trouble;
  private readonly rest = new Rest();
  private loop: Promise<void> = Promise.resolve();
  /** Whether the work at hand is to come to an end soon. */
  isStopping = false;

  /** `claim` answers a job that nobody else has, `work` does it; what `work` throws is tried again later. */
  constructor(
    private readonly noun: string,
    private readonly claim: () => Promise<J | undefined>,
    private readonly work: (job: J) => Promise<void>,
  ) {
    this.logger = new Logger(`${noun} worker`);
    this.trouble = new Trouble(this.logger, 'Looking for work');
  }

  start(): void {
    this.loop = this.run();
  }

  /** As `start`; and there may be a job after each commit that wrote records of these types. */
  startAndFollow({ committed }: EventLog, types: readonly RecordType[]): void {
    this.start();
    committed.subscribe((written) => {
      if (types.some((type) => written.has(type))) this.wake();
    });
  }

  /** There may be a job. */
  wake(): void {
    this.rest.wake();
  }

  /** Waits for the work at hand. */
  async stop(): Promise<void> {
    this.isStopping = true;
    this.rest.wake();
    await this.loop;
  }

  private async run(): Promise<void> {
    while (!this.isStopping) {
      try {
        const job = await this.claim();
        this.trouble.end();
        if (job) await this.attempt(job);
        else await this.rest.take(POLL_MS);
      } catch (error) {
        if (!this.isStopping) this.trouble.begin(errorMessage(error));
        await this.rest.take(RETRY_MS);
      }
    }
  }

  private async attempt(job: J): Promise<void> {
    try {
      await this.work(job);
    } catch (error) {
      if (!this.isStopping)
        this.logger.warn(`An ${this.noun} stopped and will go on: ${errorMessage(error)}`);
      await this.rest.take(RETRY_MS);
    }
  }
}
