import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import type { EventEnvelope } from '@relata/contracts';
import type { EventContext } from '@relata/messaging';
import { DealsService } from './deals.service';

/** Deals of merged contacts belong to the survivor. */
@Controller()
export class DealsFollowContacts {
  constructor(private readonly deals: DealsService) {}

  @EventPattern('contact.merged')
  async onMerged(
    @Payload() event: EventEnvelope<'contact.merged'>,
    @Ctx() context: EventContext,
  ): Promise<void> {
    // The copies of the merged contacts first: a deal that is being written for one of them then waits or is seen.
    await context.settle();
    await this.deals.followMerge(context.manager, event.subject, event.data.duplicateIds);
  }
}
