import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DomainError } from '@relata/contracts';
import { DEFAULT_STAGES } from './pipeline.rules';
import { PipelinesService } from './pipelines.service';

/** A new installation begins with one pipeline. */
@Injectable()
export class DefaultPipeline implements OnApplicationBootstrap {
  constructor(private readonly pipelines: PipelinesService) {}

  async onApplicationBootstrap(): Promise<void> {
    const { data } = await this.pipelines.list({ limit: 1 });
    if (data.length > 0) return;
    try {
      await this.pipelines.create({ name: 'Sales', stages: DEFAULT_STAGES }, true);
    } catch (error) {
      // Another replica was quicker.
      if (!(error instanceof DomainError && error.code === 'DUPLICATE')) throw error;
    }
  }
}
