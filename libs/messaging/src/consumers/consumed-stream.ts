import { RetentionPolicy, StorageType, nanos, type JetStreamManager } from 'nats';
import type { ServiceName } from '@relata/contracts';
import { declareStream, type StreamSettings } from '../events/event-stream';

/** A stream that a consumer reads. */
export interface ConsumedStream {
  name: string;
  /** What stands before the event's type in a subject. */
  prefix: string;
  /** Whether what is acknowledged leaves it. */
  isQueue: boolean;
  /** Creates or updates the stream; its owner may start later than its readers. */
  declare(manager: JetStreamManager): Promise<unknown>;
}

/** The stream of a producing service. */
export function eventStream(name: string, settings: StreamSettings): ConsumedStream {
  return { name, prefix: '', isQueue: false, declare: (manager) => declareStream(manager, name, settings) };
}

const REPLAY_KEPT_MS = 7 * 86_400_000;

/** Present on an event that is to take effect again although the inbox knows it. */
export const FORCED = 'Relata-Forced';

/**
 * The stream on which events are sent again to one consumer alone, a service or anyone outside: `replay.<consumer>.<type>`.
 * What is acknowledged leaves it.
 */
export function replayStream(
  consumer: ServiceName | (string & {}),
  settings: StreamSettings,
): ConsumedStream {
  const name = `REPLAY_${consumer}`;
  const prefix = `replay.${consumer}.`;
  return {
    name,
    prefix,
    isQueue: true,
    declare: async (manager) => {
      const config = {
        name,
        subjects: [`${prefix}>`],
        retention: RetentionPolicy.Workqueue,
        storage: StorageType.File,
        max_age: nanos(REPLAY_KEPT_MS),
        num_replicas: settings.streamReplicas,
      };
      const existing = await manager.streams.info(name).catch(() => undefined);
      return existing ? manager.streams.update(name, config) : manager.streams.add(config);
    },
  };
}
