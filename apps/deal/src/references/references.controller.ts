import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { REFERENCE_EVENTS, type EventEnvelope } from '@relata/contracts';
import { References } from '@relata/database';
import { Projection, type EventContext } from '@relata/messaging';

/** Keeps what deals point at: owners, contacts, companies. */
@Controller()
export class ReferencesController {
  constructor(private readonly references: References) {}

  @Projection([
    ...REFERENCE_EVENTS.user,
    ...REFERENCE_EVENTS.team,
    ...REFERENCE_EVENTS.contact,
    ...REFERENCE_EVENTS.company,
  ])
  keep(@Payload() event: EventEnvelope, @Ctx() context: EventContext): void {
    this.references.project(context, event);
  }
}
