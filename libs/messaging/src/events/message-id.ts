/**
 * Under which the broker knows an event's message (`Nats-Msg-Id`): the event's id. A broker whose stream was purged
 * refuses the ids that it remembers, for two minutes; then `again` counts the names that the message had before.
 */
export function messageIdOf(eventId: string, again: number): string {
  return again === 0 ? eventId : `${eventId}.${again}`;
}

/** The event whose message it is. */
export function eventIdOf(messageId: string): string {
  return messageId.split('.', 1)[0] as string;
}
