import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import type { EventContext } from '@relata/messaging';
import { currentContext } from '@relata/platform';
import { ActivitiesService } from './activities.service';
import { SYSTEM_ACTIVITY_EVENTS, systemActivity, type SystemActivityEvent } from './system-activity';

/** What happened to contacts and deals, written into the timeline. An effect: once per event, by the inbox. */
@Controller()
export class SystemActivitiesController {
  constructor(private readonly activities: ActivitiesService) {}

  @EventPattern([...SYSTEM_ACTIVITY_EVENTS])
  record(@Payload() event: SystemActivityEvent, @Ctx() context: EventContext): void {
    context.together(this.activities.record, { ...systemActivity(event), context: currentContext() });
  }
}
