import type { ErrorCode, ErrorDetails } from '../errors';
import type { RecordView } from '../record.views';

export const BATCH_OUTCOMES = ['created', 'updated', 'unchanged', 'deleted', 'restored', 'refused'] as const;
export type BatchOutcome = (typeof BATCH_OUTCOMES)[number];

/** What became of an operation, as its service tells. */
export interface OperationResult {
  outcome: BatchOutcome;
  /** The record as it is now; null for one that was deleted, or an operation that was refused. */
  data: RecordView | null;
  error?: { code: ErrorCode; message: string; details: ErrorDetails };
}

/** What became of an operation. */
export class BatchResultView {
  /** What the single request would have answered with. */
  status: number;
  outcome: BatchOutcome;
  /** The record as it is now; null for one that was deleted, or an operation that was refused. */
  data: object | null;
  /** Problem details of an operation that was refused. */
  error?: object;
}

export class BatchView {
  /** In the order of the operations. */
  results: BatchResultView[];
}

/** A record that was made or changed by its key. */
export interface UpsertedRecord {
  outcome: 'created' | 'updated' | 'unchanged';
  data: RecordView;
}
