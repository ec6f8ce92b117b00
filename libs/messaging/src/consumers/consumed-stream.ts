import { RetentionPolicy, StorageType, nanos, type JetStreamManager } from 'nats';
import { replayStreamName, replaySubject } from '@relata/contracts';
import {
  declareStream,
  ensureStream,
  eventStreamConfig,
  type StreamDefinition,
  type StreamSettings,
} from '../events/event-stream';
import type { ServiceSettings } from '../service-settings';

/** A stream that a consumer reads. */
export interface ConsumedStream {
  name: string;
  /** What stands before the event's type in a subject. */
  prefix: string;
  /** Whether what is acknowledged leaves it. */
  isQueue: boolean;
  /** Sees that the stream is there; its owner may start later than its readers. */
  declare(manager: JetStreamManager): Promise<unknown>;
}

/** The stream of a producing service. */
export function eventStream(name: string, settings: StreamSettings): ConsumedStream {
  const definition = eventStreamConfig(name, settings);
  return { name, prefix: '', isQueue: false, declare: (manager) => ensureStream(manager, definition) };
}

const REPLAY_KEPT_MS = 7 * 86_400_000;

/** Present on an event that is to take effect again although the inbox knows it. */
export const FORCED = 'Relata-Forced';

/**
 * The stream on which events are sent again to one consumer alone, a service or anyone outside: `replay.<consumer>.<type>`.
 * What is acknowledged leaves it. A service owns its own.
 */
export function replayStream(consumer: string, settings: ServiceSettings): ConsumedStream {
  const name = replayStreamName(consumer);
  const definition: StreamDefinition = {
    name,
    subjects: [replaySubject(consumer, '>')],
    retention: RetentionPolicy.Workqueue,
    storage: StorageType.File,
    max_age: nanos(REPLAY_KEPT_MS),
    num_replicas: settings.streamReplicas,
  };
  const see = consumer === settings.service ? declareStream : ensureStream;
  return {
    name,
    prefix: replaySubject(consumer, ''),
    isQueue: true,
    declare: (manager) => see(manager, definition),
  };
}
