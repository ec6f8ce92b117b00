import {
  RetentionPolicy,
  StorageType,
  nanos,
  type JetStreamManager,
  type StreamConfig,
  type StreamInfo,
} from 'nats';
import { EVENT_STREAMS } from '@relata/contracts';
import { ifThere } from '../jetstream-errors';

export interface StreamSettings {
  streamReplicas: number;
  streamRetentionDays: number;
}

const DAY_MS = 86_400_000;

/** Settings of the stream of that name. */
export function eventStreamConfig(name: string, settings: StreamSettings): StreamDefinition {
  const definition = EVENT_STREAMS[name];
  if (!definition) throw new Error(`There is no stream ${name}.`);
  return {
    name,
    subjects: definition.nouns.map((noun) => `${noun}.*`),
    retention: RetentionPolicy.Limits,
    storage: StorageType.File,
    max_age: nanos(settings.streamRetentionDays * DAY_MS),
    num_replicas: settings.streamReplicas,
    duplicate_window: nanos(120_000),
  };
}

export type StreamDefinition = Partial<StreamConfig> & { name: string };

/** For a stream's owner: creates or updates it; answers its state. */
export async function declareStream(
  manager: JetStreamManager,
  definition: StreamDefinition,
): Promise<StreamInfo> {
  const existing = await ifThere(manager.streams.info(definition.name));
  return existing ? manager.streams.update(definition.name, definition) : manager.streams.add(definition);
}

/** For anyone else: creates it where it is missing, as its owner may start later, and leaves it alone otherwise. */
export async function ensureStream(
  manager: JetStreamManager,
  definition: StreamDefinition,
): Promise<StreamInfo> {
  const existing = await ifThere(manager.streams.info(definition.name));
  return existing ?? manager.streams.add(definition);
}
