import { EventPattern, type MessageHandler } from '@nestjs/microservices';
import type { EventType } from '@relata/contracts';

/**
 * As `@EventPattern`, of a method that keeps state by version: events that come late or again change nothing then, so they need neither
 * an inbox row nor a transaction with one (see docs/adr/0025).
 */
export function Projection(types: readonly EventType[]): MethodDecorator {
  return EventPattern([...types], { isProjection: true });
}

/** Whether nothing but projections takes that event. */
export function isProjected(handler: MessageHandler | undefined): boolean {
  for (let next = handler; next; next = next.next as MessageHandler | undefined)
    if (next.extras?.isProjection !== true) return false;
  return true;
}
