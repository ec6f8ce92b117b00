import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import type { EntityManager } from 'typeorm';
import type { EventEnvelope } from '@relata/contracts';
import { References, type Merge } from '@relata/database';
import type { EventContext } from '@relata/messaging';
import { currentContext } from '@relata/platform';
import { DealsService } from './deals.service';

/** Deals of merged contacts belong to the survivor. */
@Controller()
export class DealsFollowContacts {
  constructor(
    private readonly references: References,
    private readonly deals: DealsService,
  ) {}

  @EventPattern('contact.absorbed')
  onAbsorbed(@Payload() event: EventEnvelope<'contact.absorbed'>, @Ctx() context: EventContext): void {
    context.together(this.follow, { event, context: currentContext() });
  }

  private readonly follow = async (manager: EntityManager, merges: Merge[]): Promise<void> => {
    await this.deals.followMerges(manager, await this.references.absorb(manager, merges));
  };
}
