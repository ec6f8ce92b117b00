import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { REFERENCE_EVENTS, snapshotOf, type EventEnvelope } from '@relata/contracts';
import type { EventContext } from '@relata/messaging';
import { keepDeal, keepStage, keepStageEntry } from './deal-facts';

/** State projections: the newest version wins, so late and repeated events change nothing and gaps heal. */
@Controller()
export class DealFactsController {
  @EventPattern([...REFERENCE_EVENTS.deal])
  async onDeal(@Payload() event: EventEnvelope, @Ctx() { manager }: EventContext): Promise<void> {
    await keepDeal(manager, snapshotOf(event));
    const { stageId } = event.data.after;
    if (typeof stageId === 'string') await keepStageEntry(manager, event.subject, stageId, event.time);
  }

  @EventPattern(['stage.created', 'stage.updated', 'stage.deleted'])
  async onStage(@Payload() event: EventEnvelope, @Ctx() { manager }: EventContext): Promise<void> {
    await keepStage(manager, snapshotOf(event));
  }
}
