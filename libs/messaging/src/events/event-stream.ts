import { RetentionPolicy, StorageType, nanos, type JetStreamManager, type StreamInfo } from 'nats';
import { EVENT_STREAMS } from '@relata/contracts';

export interface StreamSettings {
  streamReplicas: number;
  streamRetentionDays: number;
}

const DAY_MS = 86_400_000;

/** Creates or updates the stream of that name; answers its state. */
export async function declareStream(
  manager: JetStreamManager,
  name: string,
  settings: StreamSettings,
): Promise<StreamInfo> {
  const definition = EVENT_STREAMS[name];
  if (!definition) throw new Error(`There is no stream ${name}.`);
  const config = {
    name,
    subjects: definition.nouns.map((noun) => `${noun}.*`),
    retention: RetentionPolicy.Limits,
    storage: StorageType.File,
    max_age: nanos(settings.streamRetentionDays * DAY_MS),
    num_replicas: settings.streamReplicas,
    duplicate_window: nanos(120_000),
  };
  const existing = await manager.streams.info(name).catch(() => undefined);
  return existing ? manager.streams.update(name, config) : manager.streams.add(config);
}
