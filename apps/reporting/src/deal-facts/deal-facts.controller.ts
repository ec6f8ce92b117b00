import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { EVENT_TYPES, snapshotOf, type EventEnvelope, type EventType } from '@relata/contracts';
import { Projection, type EventContext } from '@relata/messaging';
import { keepDeals, keepStageEntries, keepStages } from './deal-facts';

/** State projections: the newest version wins, so late and repeated events change nothing and gaps heal. */
@Controller()
export class DealFactsController {
  @Projection(EVENT_TYPES.filter((type) => type.startsWith('deal.')))
  onDeal(@Payload() event: EventEnvelope<EventType<'deal'>>, @Ctx() context: EventContext): void {
    context.together(keepDeals, snapshotOf(event));
    const { stageId } = event.data.after;
    if (typeof stageId === 'string') {
      context.together(keepStageEntries, { dealId: event.subject, stageId, enteredAt: event.time });
    }
  }

  @Projection(['stage.created', 'stage.updated', 'stage.deleted'])
  onStage(@Payload() event: EventEnvelope<EventType<'stage'>>, @Ctx() context: EventContext): void {
    context.together(keepStages, snapshotOf(event));
  }
}
