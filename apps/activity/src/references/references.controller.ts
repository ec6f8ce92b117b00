import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { REFERENCE_EVENTS, type EventEnvelope } from '@relata/contracts';
import { References } from '@relata/database';
import type { EventContext } from '@relata/messaging';
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

  @EventPattern([
    ...REFERENCE_EVENTS.user,
    ...REFERENCE_EVENTS.contact,
    ...REFERENCE_EVENTS.company,
    ...REFERENCE_EVENTS.deal,
  ])
  keep(@Payload() event: EventEnvelope, @Ctx() context: EventContext): void {
    this.references.project(context, event);
  }

  @EventPattern('contact.absorbed')
  async onAbsorbed(
    @Payload() event: EventEnvelope<'contact.absorbed'>,
    @Ctx() context: EventContext,
  ): Promise<void> {
    const survivorId = await this.references.absorb(context, event);
    await this.activities.followMerge(context.manager, survivorId, [event.subject]);
    await this.tasks.followMerge(context.manager, survivorId, [event.subject]);
  }
}
