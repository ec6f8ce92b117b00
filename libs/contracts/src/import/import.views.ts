export class ImportView {
  id: string;
  /** `users`, `companies`, `contacts`, `deals`, `activities` or `tasks`. */
  resource: string;
  status: 'queued' | 'running' | 'completed' | 'completed_with_errors' | 'failed' | 'cancelled';
  fileName: string | null;
  /** The import that this job undoes; its rows are the records that the import wrote, the last one first. */
  undoOf: string | null;
  /** Rows in the file; null until they are counted. */
  total: number | null;
  processed: number;
  created: number;
  updated: number;
  unchanged: number;
  /** By an undo: records that the import had created. */
  deleted: number;
  failed: number;
  /** Columns of the file that the mapping does not name. */
  ignoredColumns: string[];
  rowsPerSecond: number | null;
  secondsLeft: number | null;
  /** Why the whole import failed. */
  error: string | null;
  createdAt: string;
  startedAt: string | null;
  finishedAt: string | null;
}

/** A row that was not imported. */
export class ImportErrorView {
  /** Row of the file; the first below the header is 1. */
  row: number;
  /** Column that is to blame; null when none is. */
  column: string | null;
  reason: string;
}
