import type { RecordType } from '../services';

/** An event that a dry run would have written. */
export class RehearsedEventView {
  type: string;
  recordType: RecordType;
  /** Of a record that would be made: another one the next time. */
  recordId: string;
  /** The changed fields as they are. */
  before: object;
  /** The changed fields as they would be. */
  after: object;
}

/** What a dry run adds to the answer of a write. */
export class DryRunView {
  /** In order; none when nothing would change. */
  events: RehearsedEventView[];
}

/** What a service answers to a write that is only rehearsed. */
export interface Rehearsed<T> extends DryRunView {
  result: T;
}
