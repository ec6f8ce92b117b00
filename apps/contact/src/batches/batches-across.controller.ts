import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { BatchAcrossAnswer, BatchAcrossPayload } from '@relata/contracts';
import { BatchCarrier } from './batch-carrier';

@Controller()
export class BatchesAcrossController {
  constructor(private readonly carrier: BatchCarrier) {}

  @MessagePattern('batches.across')
  run(@Payload() payload: BatchAcrossPayload): Promise<BatchAcrossAnswer> {
    return this.carrier.run(payload);
  }
}
