import type { RecordView } from '@relata/contracts';
import type { RecordEntity } from './record.entity';

/** The JSON members that every record has. */
export function recordView(record: RecordEntity): RecordView {
  return {
    id: record.id,
    version: record.version,
    createdAt: record.createdAt.toISOString(),
    updatedAt: record.updatedAt.toISOString(),
    deletedAt: record.deletedAt?.toISOString() ?? null,
    ownerId: record.ownerId,
    readerIds: record.readerIds,
    editorIds: record.editorIds,
    externalKeys: record.externalKeys,
    customFields: record.customFields,
  };
}
