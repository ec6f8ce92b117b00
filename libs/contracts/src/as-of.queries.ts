import type { RecordType } from './services';

/** A moment of the past: by the clock, or by the position of the log of the service that is asked. */
export type Moment = { time: string } | { position: number };

/** By whose value lists of the past can be asked for. */
export const AS_OF_FIELDS = ['ownerId', 'contactId', 'companyId', 'pipelineId'] as const;
export type AsOfField = (typeof AS_OF_FIELDS)[number];

/** Asks for a record as it stood. */
export interface RecordAsOfQuery {
  recordType: RecordType;
  id: string;
  moment: Moment;
}

/** Asks for the records that stood so, the newest first. */
export interface ListAsOfQuery {
  recordType: RecordType;
  field: AsOfField;
  value: string;
  moment: Moment;
  limit: number;
  /** The last record of the page before. */
  after?: { createdAt: string; id: string };
}
