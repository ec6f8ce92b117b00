import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { REFERENCE_EVENTS, type EventEnvelope } from '@relata/contracts';
import { References } from '@relata/database';
import type { EventContext } from '@relata/messaging';

/** Keeps copies of users and teams, by which scopes are reckoned, as every service does. */
@Controller()
export class ReferencesController {
  constructor(private readonly references: References) {}

  @EventPattern([...REFERENCE_EVENTS.user, ...REFERENCE_EVENTS.team])
  keep(@Payload() event: EventEnvelope, @Ctx() context: EventContext): void {
    this.references.project(context, event);
  }
}
