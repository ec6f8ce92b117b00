import type { RecordView } from '@relata/contracts';
import type { RecordEntity } from './record.entity';
import { shapeOf } from './shape';

/** The members of a view that are not those of every record. */
export type OwnMembers<V extends RecordView> = Omit<V, keyof RecordView>;

/** Makes the JSON of records: the members that every record has, and then those that `own` tells. */
export function recordView<E extends RecordEntity, V extends RecordView>(
  own: (record: E) => OwnMembers<V>,
): (record: E) => V {
  let shape: object | undefined;
  return (record) => {
    const common = commonMembers(record);
    const others = own(record);
    shape ??= shapeOf([...Object.keys(common), ...Object.keys(others)]);
    return Object.assign({ ...shape }, common, others) as unknown as V;
  };
}

function commonMembers(record: RecordEntity): RecordView {
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
