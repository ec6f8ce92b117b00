import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { JobLoop } from '@relata/database';
import { BatchCarrier } from './batch-carrier';
import { BatchRecords } from './batch-records';

/** Takes back the batches whose carrier died. Every replica looks for them. */
@Injectable()
export class AbandonedBatches implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly loop: JobLoop<string>;

  constructor(records: BatchRecords, carrier: BatchCarrier) {
    this.loop = new JobLoop(
      'abandoned batch',
      () => records.abandoned(),
      (id) => carrier.abandon(id),
    );
  }

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.loop.stop();
  }
}
