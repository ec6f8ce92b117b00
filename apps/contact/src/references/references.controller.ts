import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { REFERENCE_EVENTS, type EventEnvelope } from '@relata/contracts';
import { References } from '@relata/database';
import { Projection, type EventContext } from '@relata/messaging';

/** Keeps what contacts and companies point at: their owners, those owners' teams, and deals by custom fields. */
@Controller()
export class ReferencesController {
  constructor(private readonly references: References) {}

  @Projection([...REFERENCE_EVENTS.user, ...REFERENCE_EVENTS.team, ...REFERENCE_EVENTS.deal])
  keep(@Payload() event: EventEnvelope, @Ctx() context: EventContext): void {
    this.references.project(context, event);
  }
}
