import type { EventData } from '../event';

/** `contact.merged`, on the survivor. */
export interface ContactMergedData extends EventData {
  duplicateIds: string[];
}

/** `contact.absorbed`, on each duplicate. */
export interface ContactAbsorbedData extends EventData {
  survivorId: string;
}
