import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type {
  BatchPartAnswer,
  BatchPartPayload,
  BatchPayload,
  MixedBatchPayload,
  OperationResult,
  SettleBatchPayload,
  UpsertPayload,
  UpsertedRecord,
} from '@relata/contracts';
import { EventLog, Roles } from '@relata/messaging';
import { BatchParts } from './batch-parts';
import { BatchRunner } from './batch-runner';
import { BatchTargets } from './batch-targets';
import { upsert } from './upsert';

/** Many writes in one request, and writes of records that are known by a key of another system. */
@Controller()
export class BatchesController {
  constructor(
    private readonly targets: BatchTargets,
    private readonly runner: BatchRunner,
    private readonly parts: BatchParts,
    private readonly eventLog: EventLog,
    private readonly roles: Roles,
  ) {}

  @MessagePattern('batches.run')
  async run(@Payload() { resource, operations, atomic }: BatchPayload): Promise<OperationResult[]> {
    const placed = operations.map((operation, index) => ({ ...operation, resource, index }));
    return atomic ? (await this.runner.whole(placed)).results : this.runner.each(placed);
  }

  /** Writes of several resources, all of this service. */
  @MessagePattern('batches.mixed')
  async mixed(@Payload() { operations }: MixedBatchPayload): Promise<OperationResult[]> {
    return (await this.runner.whole(operations)).results;
  }

  @MessagePattern('batches.upsert')
  upsert(@Payload() { resource, ...operation }: UpsertPayload): Promise<UpsertedRecord> {
    return upsert(this.targets.of(resource), operation);
  }

  @MessagePattern('internal.batches.rehearse')
  rehearse(@Payload() part: BatchPartPayload): Promise<BatchPartAnswer> {
    return this.roles.asCaller(() => this.parts.rehearse(part));
  }

  @MessagePattern('internal.batches.commit')
  commit(@Payload() part: BatchPartPayload): Promise<BatchPartAnswer> {
    return this.roles.asCaller(() => this.parts.commit(part));
  }

  @MessagePattern('internal.batches.settle')
  settle(@Payload() { batchId, decision }: SettleBatchPayload): Promise<void> {
    return this.eventLog.transaction((manager) => this.parts.settle(manager, batchId, decision));
  }
}
