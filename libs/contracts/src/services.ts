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

/** Every living replica of a service answers here, with its name. */
export function whoSubject(service: ServiceName): string {
  return `who.${service}`;
}

/** Subject of a request, an `rpc` or `internal` one, to one replica alone: `replica.contact.x1.rpc.contact.contacts.get`. */
export function replicaSubject(service: ServiceName, replica: string, subject: string): string {
  return `replica.${service}.${replica}.${subject}`;
}

/** Stream on which events are sent again to one consumer alone, a service or anyone outside. */
export function replayStreamName(consumer: string): string {
  return `REPLAY_${consumer}`;
}

/** Subject of an event that is sent again: `replay.invoicing.deal.won`. */
export function replaySubject(consumer: string, eventType: string): string {
  return `replay.${consumer}.${eventType}`;
}

interface EventStream {
  service: ServiceName;
  /** First words of its event types: the types of the service's records. */
  nouns: readonly string[];
}

const STREAMS = {
  IDENTITY: { service: 'identity', nouns: ['user', 'team', 'role', 'apiKey', 'session', 'signIn'] },
  CONTACT: {
    service: 'contact',
    nouns: ['contact', 'company', 'contactField', 'companyField', 'contactExport', 'contactView', 'batch'],
  },
  DEAL: { service: 'deal', nouns: ['deal', 'pipeline', 'stage', 'dealField', 'dealExport', 'dealView'] },
  ACTIVITY: {
    service: 'activity',
    nouns: ['activity', 'task', 'activityField', 'taskField', 'activityExport', 'activityView'],
  },
} as const satisfies Record<string, EventStream>;

/** Every type of record that has events. */
export type RecordType = (typeof STREAMS)[keyof typeof STREAMS]['nouns'][number];

/** One JetStream stream a producing service. */
export const EVENT_STREAMS: Record<string, EventStream> = STREAMS;

/** The types of the records that a service has events of. */
export function recordTypesOf(service: ServiceName): readonly RecordType[] {
  return Object.values(STREAMS).flatMap((stream): readonly RecordType[] =>
    stream.service === service ? stream.nouns : [],
  );
}

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
