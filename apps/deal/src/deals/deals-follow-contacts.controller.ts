import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import type { EventEnvelope } from '@relata/contracts';
import { References } from '@relata/database';
import type { EventContext } from '@relata/messaging';
import { DealsService } from './deals.service';

/** Deals of merged contacts belong to the survivor. */
@Controller()
export class DealsFollowContacts {
  constructor(
    private readonly references: References,
    private readonly deals: DealsService,
  ) {}

  @EventPattern('contact.absorbed')
  async onAbsorbed(
    @Payload() event: EventEnvelope<'contact.absorbed'>,
    @Ctx() context: EventContext,
  ): Promise<void> {
    const survivorId = await this.references.absorb(context, event);
    await this.deals.followMerge(context.manager, survivorId, [event.subject]);
  }
}
