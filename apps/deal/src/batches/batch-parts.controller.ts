import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import type { EventEnvelope } from '@relata/contracts';
import { BatchParts } from '@relata/database';
import type { EventContext } from '@relata/messaging';

/** What batches across services did to deals stays, or is taken back, as they are decided. */
@Controller()
export class BatchPartsController {
  constructor(private readonly parts: BatchParts) {}

  @EventPattern(['batch.completed', 'batch.reverted'])
  settle(
    @Payload() event: EventEnvelope<'batch.completed' | 'batch.reverted'>,
    @Ctx() { manager }: EventContext,
  ): Promise<void> {
    return this.parts.follow(manager, event);
  }
}
