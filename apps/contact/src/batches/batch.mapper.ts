import type { BatchRecordView } from '@relata/contracts';
import { recordView, type RecordKind } from '@relata/database';
import { BatchEntity } from './batch.entity';

export const toBatchView = recordView<BatchEntity, BatchRecordView>((batch) => ({
  status: batch.status,
  services: batch.services,
  operations: batch.operations,
}));

export const batchKind: RecordKind<BatchEntity, BatchRecordView> = {
  type: 'batch',
  entity: BatchEntity,
  toView: toBatchView,
  searchFields: [],
  hasCustomFields: false,
};
