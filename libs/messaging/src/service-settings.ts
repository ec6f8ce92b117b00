import type { ServiceName } from '@relata/contracts';
import type { StreamSettings } from './events/event-stream';

/** Which service this is, and how it keeps its streams. */
export interface ServiceSettings extends StreamSettings {
  service: ServiceName;
}

export const SERVICE_SETTINGS = Symbol('SERVICE_SETTINGS');
