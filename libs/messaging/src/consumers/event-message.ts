import { randomUUID } from 'node:crypto';
import type { JsMsg } from 'nats';
import type { EventEnvelope } from '@relata/contracts';
import { decode } from '../rpc/rpc-wire';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What was read of messages that are at hand: each is asked for its record first, then for all of it. */
const read = new WeakMap<JsMsg, EventEnvelope>();

/** The event that a message carries. Throws for what is none: anybody may put something into a stream. */
export function eventOf(message: JsMsg, prefix: string): EventEnvelope {
  const event = read.get(message) ?? parsed(message, prefix);
  read.set(message, event);
  return event;
}

function parsed(message: JsMsg, prefix: string): EventEnvelope {
  const event = decode<Partial<EventEnvelope> | null>(message.data);
  if (!event || !UUID.test(event.id ?? '') || prefix + event.type !== message.subject || !event.data)
    throw new Error(`A message on ${message.subject} is not an event.`);
  return event as EventEnvelope;
}

/** The record whose events must keep their order; a message that is no event stands for itself. */
export function recordOf(message: JsMsg, prefix: string): string {
  try {
    const event = eventOf(message, prefix);
    return `${event.recordtype} ${event.subject}`;
  } catch {
    return `message ${message.seq}`;
  }
}

/** What is kept of a message that cannot be applied, an event or not. */
export function parkedForm(message: JsMsg, prefix: string): { id: string; type: string; payload: unknown } {
  try {
    const event = eventOf(message, prefix);
    return { id: event.id, type: event.type, payload: event };
  } catch {
    const text = Buffer.from(message.data).toString().replace(/\0/g, '');
    return { id: randomUUID(), type: message.subject, payload: { text } };
  }
}
