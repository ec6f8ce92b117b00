import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import type { EntityManager } from 'typeorm';
import { REFERENCE_EVENTS, type EventEnvelope } from '@relata/contracts';
import { References, type Merge } from '@relata/database';
import { Projection, type EventContext } from '@relata/messaging';
import { currentContext } from '@relata/platform';
import { ActivitiesService } from '../activities/activities.service';
import { TasksService } from '../tasks/tasks.service';

/** Keeps what activities and tasks point at, and moves them with merged contacts. */
@Controller()
export class ReferencesController {
  constructor(
    private readonly references: References,
    private readonly activities: ActivitiesService,
    private readonly tasks: TasksService,
  ) {}

  @Projection([
    ...REFERENCE_EVENTS.user,
    ...REFERENCE_EVENTS.team,
    ...REFERENCE_EVENTS.contact,
    ...REFERENCE_EVENTS.company,
    ...REFERENCE_EVENTS.deal,
  ])
  keep(@Payload() event: EventEnvelope, @Ctx() context: EventContext): void {
    this.references.project(context, event);
  }

  @EventPattern('contact.absorbed')
  onAbsorbed(@Payload() event: EventEnvelope<'contact.absorbed'>, @Ctx() context: EventContext): void {
    context.together(this.follow, { event, context: currentContext() });
  }

  private readonly follow = async (manager: EntityManager, merges: Merge[]): Promise<void> => {
    const moves = await this.references.absorb(manager, merges);
    await this.activities.followMerges(manager, moves);
    await this.tasks.followMerges(manager, moves);
  };
}
