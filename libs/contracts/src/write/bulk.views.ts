import type { BatchOutcome, OperationResult } from './batch.views';

/** What became of the records that a query found, as their service tells. */
export interface BulkResult {
  results: (Pick<OperationResult, 'outcome' | 'error'> & { id: string })[];
  nextCursor: string | null;
}

/** A record that was left as it is. */
export class BulkRefusalView {
  id: string;
  /** What the single request would have answered with. */
  status: number;
  /** Problem details. */
  error: object;
}

/** How many records came out how. */
export class BulkOutcomesView implements Record<Exclude<BatchOutcome, 'created'>, number> {
  updated: number;
  /** Equal already. */
  unchanged: number;
  deleted: number;
  restored: number;
  refused: number;
}

export class BulkPageView {
  /** For the next request; null when there are no more records. */
  nextCursor: string | null;
  hasMore: boolean;
}

export class BulkView {
  outcomes: BulkOutcomesView;
  /** Each record that was refused, and why. */
  refused: BulkRefusalView[];
  page: BulkPageView;
}
