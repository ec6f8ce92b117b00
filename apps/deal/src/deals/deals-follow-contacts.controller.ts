import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import type { ContactMergedData, EventEnvelope } from '@relata/contracts';
import type { EventContext } from '@relata/messaging';
import { DealsService } from './deals.service';

/** Deals of merged contacts belong to the survivor. */
@Controller()
export class DealsFollowContacts {
  constructor(private readonly deals: DealsService) {}

  @EventPattern('contact.merged')
  onMerged(
    @Payload() event: EventEnvelope<ContactMergedData>,
    @Ctx() { manager }: EventContext,
  ): Promise<void> {
    return this.deals.followMerge(manager, event.subject, event.data.duplicateIds);
  }
}
