import {
  BATCH_KEEPER,
  BATCH_SERVICES,
  EVENT_STREAMS,
  LOG_OWNERS,
  SERVICES,
  internalSubject,
  replayStreamName,
  replaySubject,
  replicaSubject,
  rpcSubject,
  sequencedSubject,
  streamOf,
  streamOfService,
  whoSubject,
  type ServiceName,
} from '@relata/contracts';
import { wakeSubject } from './events/relay';
import { GATEWAYS_SUBJECT } from './gateway-replicas';
import { inboxPrefix } from './nats-connection';

/** What one user of NATS may do, as subjects; everything else is refused. */
export interface NatsPermissions {
  publish: string[];
  /** Exceptions to `publish`. */
  notPublish: string[];
  subscribe: string[];
  /** Whether it may answer the requests that it gets. */
  answers: boolean;
}

const API = '$JS.API';
const EVENTS = Object.values(EVENT_STREAMS).flatMap(({ nouns }) => nouns.map((noun) => `${noun}.*`));

/** The gateway sends requests to every service, hears which logs have grown, and which other gateways live. */
export function gatewayPermissions(): NatsPermissions {
  return {
    publish: [...SERVICES.flatMap((service) => asks(service, rpcSubject(service, '>'))), GATEWAYS_SUBJECT],
    notPublish: [],
    subscribe: [...LOG_OWNERS.map(sequencedSubject), GATEWAYS_SUBJECT, `${inboxPrefix('gateway')}.>`],
    answers: false,
  };
}

/**
 * A service answers requests, publishes its events, reads those it follows, asks their owners for references, and identity for
 * roles. The one that carries out batches has the others do their parts.
 */
export function servicePermissions(service: ServiceName, eventTypes: string[]): NatsPermissions {
  const own = streamOfService(service);
  const followed = [...new Set(eventTypes.map(streamOf))].sort();
  // Every service asks identity for the rules of roles.
  const asked = new Set([
    service,
    'identity' as const,
    ...followed.flatMap((stream) => EVENT_STREAMS[stream]?.service ?? []),
  ]);
  const replay = replayStreamName(service);
  const parts: readonly ServiceName[] = service === BATCH_KEEPER ? BATCH_SERVICES : [];
  return {
    publish: [
      ...[...asked].flatMap((owner) => asks(owner, internalSubject(owner, '>'))),
      ...parts.map(batchesSubject),
      `${API}.INFO`,
      ...(own ? publishes(own, service) : []),
      ...followed.flatMap((stream) => [...ensures(stream), ...reads(stream, service)]),
      ...(followed.length > 0 ? reads(replay, service) : []),
      ...declares(replay),
      replaySubject(service, '>'),
    ],
    // Parts of batches are writes in anybody's name; another service's are for whichever replica is free.
    notPublish: SERVICES.flatMap((owner) => [
      ...(parts.includes(owner) ? [] : [batchesSubject(owner)]),
      ...(parts.includes(owner) && owner === service
        ? []
        : [replicaSubject(owner, '*', batchesSubject(owner))]),
    ]),
    subscribe: [
      rpcSubject(service, '>'),
      internalSubject(service, '>'),
      whoSubject(service),
      replicaSubject(service, '*', '>'),
      ...(own ? [wakeSubject(service)] : []),
      `${inboxPrefix(service)}.>`,
    ],
    answers: true,
  };
}

/** Whoever reads events from outside: durable consumers of its own, and watching. It changes no stream and no service's consumer. */
export function consumerPermissions(): NatsPermissions {
  return {
    publish: [
      `${API}.INFO`,
      `${API}.STREAM.NAMES`,
      `${API}.STREAM.LIST`,
      `${API}.STREAM.INFO.*`,
      `${API}.STREAM.MSG.GET.*`,
      `${API}.CONSUMER.NAMES.*`,
      `${API}.CONSUMER.LIST.*`,
      `${API}.CONSUMER.INFO.*.*`,
      `${API}.CONSUMER.CREATE.*.>`,
      `${API}.CONSUMER.DURABLE.CREATE.*.*`,
      `${API}.CONSUMER.DELETE.*.*`,
      `${API}.CONSUMER.MSG.NEXT.*.*`,
      '$JS.ACK.>',
      '$JS.FC.>',
    ],
    notPublish: SERVICES.flatMap((service) => [
      `${API}.CONSUMER.CREATE.*.${service}`,
      `${API}.CONSUMER.CREATE.*.${service}.>`,
      `${API}.CONSUMER.DURABLE.CREATE.*.${service}`,
      `${API}.CONSUMER.DELETE.*.${service}`,
      `${API}.CONSUMER.MSG.NEXT.*.${service}`,
      `$JS.ACK.*.${service}.>`,
      `${API}.CONSUMER.CREATE.${replayStreamName(service)}.>`,
      `${API}.CONSUMER.DURABLE.CREATE.${replayStreamName(service)}.*`,
    ]),
    subscribe: [...EVENTS, '_INBOX.>'],
    answers: false,
  };
}

/** Who may do everything: tests, and an operator's tools. */
export function fullPermissions(): NatsPermissions {
  return { publish: ['>'], notPublish: [], subscribe: ['>'], answers: false };
}

/** Requests of those subjects, to any replica or one. */
function asks(service: ServiceName, subjects: string): string[] {
  return [subjects, whoSubject(service), replicaSubject(service, '*', subjects)];
}

/** The parts of batches that a service does. */
function batchesSubject(service: ServiceName): string {
  return internalSubject(service, 'batches.*');
}

/** What the relay does, and the sending again of events to a consumer of any name. */
function publishes(stream: string, service: ServiceName): string[] {
  const nouns = EVENT_STREAMS[stream]?.nouns ?? [];
  return [
    ...nouns.map((noun) => `${noun}.*`),
    ...declares(stream),
    `${API}.STREAM.MSG.GET.${stream}`,
    wakeSubject(service),
    sequencedSubject(service),
    replaySubject('*', '>'),
    // Permissions know no part of a token, such as `REPLAY_*`.
    ...ensures('*'),
  ];
}

function declares(stream: string): string[] {
  return [...ensures(stream), `${API}.STREAM.UPDATE.${stream}`];
}

function ensures(stream: string): string[] {
  return [`${API}.STREAM.INFO.${stream}`, `${API}.STREAM.CREATE.${stream}`];
}

function reads(stream: string, durable: string): string[] {
  return [
    `${API}.CONSUMER.INFO.${stream}.${durable}`,
    `${API}.CONSUMER.CREATE.${stream}.${durable}`,
    `${API}.CONSUMER.CREATE.${stream}.${durable}.>`,
    // As the client asks for a consumer with several filters.
    `${API}.CONSUMER.DURABLE.CREATE.${stream}.${durable}`,
    `${API}.CONSUMER.DELETE.${stream}.${durable}`,
    `${API}.CONSUMER.MSG.NEXT.${stream}.${durable}`,
    `$JS.ACK.${stream}.${durable}.>`,
  ];
}
