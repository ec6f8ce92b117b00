import { RecordView } from '../record.views';
import type { BatchService } from './batch-services';

/** A batch across services; its owner is who asked for it. */
export class BatchRecordView extends RecordView {
  /** `open` while it is carried out. */
  status: 'open' | 'completed' | 'reverted';
  /** Whose records it writes. */
  services: BatchService[];
  /** How many operations it has. */
  operations: number;
}
