/** The services that own data, in the order in which they start. */
export const SERVICES = ['identity', 'contact', 'deal', 'activity', 'reporting'] as const;
export type ServiceName = (typeof SERVICES)[number];

/** Subject of a request from the gateway: `rpc.contact.contacts.create`. */
export function rpcSubject(service: ServiceName, verb: string): string {
  return `rpc.${service}.${verb}`;
}

/** Subject of a request between services: `internal.contact.references.lookup`. */
export function internalSubject(service: ServiceName, verb: string): string {
  return `internal.${service}.${verb}`;
}

/** One JetStream stream a producing service; the nouns are the first tokens of its event types. */
export const EVENT_STREAMS: Record<string, { service: ServiceName; nouns: readonly string[] }> = {
  IDENTITY: { service: 'identity', nouns: ['user', 'team', 'apiKey'] },
  CONTACT: {
    service: 'contact',
    nouns: ['contact', 'company', 'contactField', 'companyField'],
  },
  DEAL: { service: 'deal', nouns: ['deal', 'pipeline', 'stage', 'dealField'] },
  ACTIVITY: {
    service: 'activity',
    nouns: ['activity', 'task', 'activityField', 'taskField'],
  },
};

/** The services that have an event log. */
export const LOG_OWNERS: readonly ServiceName[] = Object.values(EVENT_STREAMS).map(({ service }) => service);

/**
 * Core NATS subject on which a relay says that events were given their positions, so can be read; its payload is
 * the last of these positions. A hint, never the only way to learn of them.
 */
export function sequencedSubject(service: ServiceName): string {
  return `log.${service}.sequenced`;
}

/** Name of the stream that holds an event type (`deal.won` → `DEAL`). */
export function streamOf(eventType: string): string {
  const noun = eventType.split('.')[0] ?? '';
  for (const [stream, { nouns }] of Object.entries(EVENT_STREAMS)) {
    if (nouns.includes(noun)) return stream;
  }
  throw new Error(`No stream holds events of type ${eventType}.`);
}

/** Name of the stream that a service publishes to, if it publishes at all. */
export function streamOfService(service: ServiceName): string | undefined {
  return Object.keys(EVENT_STREAMS).find((stream) => EVENT_STREAMS[stream]?.service === service);
}
