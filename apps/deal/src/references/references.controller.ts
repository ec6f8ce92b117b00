import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { REFERENCE_EVENTS, type EventEnvelope } from '@relata/contracts';
import { References } from '@relata/database';
import type { EventContext } from '@relata/messaging';

/** Keeps what deals point at: owners, contacts, companies. */
@Controller()
export class ReferencesController {
  constructor(private readonly references: References) {}

  @EventPattern([
    ...REFERENCE_EVENTS.user,
    ...REFERENCE_EVENTS.team,
    ...REFERENCE_EVENTS.contact,
    ...REFERENCE_EVENTS.company,
  ])
  keep(@Payload() event: EventEnvelope, @Ctx() context: EventContext): void {
    this.references.project(context, event);
  }
}
