import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { REFERENCE_EVENTS, type EventEnvelope } from '@relata/contracts';
import { References } from '@relata/database';
import { Projection, type EventContext } from '@relata/messaging';

/** Keeps copies of users and teams, by which scopes are reckoned, as every service does. */
@Controller()
export class ReferencesController {
  constructor(private readonly references: References) {}

  @Projection([...REFERENCE_EVENTS.user, ...REFERENCE_EVENTS.team])
  keep(@Payload() event: EventEnvelope, @Ctx() context: EventContext): void {
    this.references.project(context, event);
  }
}
