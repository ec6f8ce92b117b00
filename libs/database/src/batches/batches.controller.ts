import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { BatchPayload, OperationResult, UpsertPayload, UpsertedRecord } from '@relata/contracts';
import { BatchRunner } from './batch-runner';
import { BatchTargets } from './batch-targets';
import { upsert } from './upsert';

/** Many writes in one request, and writes of records that are known by a key of another system. */
@Controller()
export class BatchesController {
  constructor(
    private readonly targets: BatchTargets,
    private readonly runner: BatchRunner,
  ) {}

  @MessagePattern('batches.run')
  run(@Payload() { resource, operations, atomic }: BatchPayload): Promise<OperationResult[]> {
    const target = this.targets.of(resource);
    return atomic ? this.runner.whole(target, operations) : this.runner.each(target, operations);
  }

  @MessagePattern('batches.upsert')
  upsert(@Payload() { resource, ...operation }: UpsertPayload): Promise<UpsertedRecord> {
    return upsert(this.targets.of(resource), operation);
  }
}
