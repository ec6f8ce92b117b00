import { RecordView } from '../record.views';

/** An export as a job; its owner is who asked for it. */
export class ExportView extends RecordView {
  resource: string;
  format: 'csv' | 'ndjson';
  /** Which records, and which of their fields, were asked for. */
  plan: object;
  status: 'queued' | 'running' | 'completed' | 'failed' | 'cancelled';
  /** Records in the file; null until it is complete. */
  rows: number | null;
  /** Why it failed. */
  error: string | null;
  startedAt: string | null;
  finishedAt: string | null;
}
