import type { EntityMetadata } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { RecordView } from '@relata/contracts';
import { searchTextOf } from '../lists/search-text';
import type { Draft, RecordKind } from './record-kind';
import type { RecordEntity } from './record.entity';

/** The record that a draft makes, at version 1; `blank` has every property of the row as null (see shapeOf). */
export function newRecord<E extends RecordEntity>(
  blank: Readonly<Record<string, null>>,
  draft: Draft<E>,
  customFields: Record<string, unknown>,
  now: Date,
): E {
  return Object.assign({ ...blank }, draft.values, {
    id: draft.id?.toLowerCase() ?? uuidv7(),
    version: 1,
    createdAt: draft.createdAt ?? now,
    updatedAt: now,
    deletedAt: null,
    readerIds: [],
    editorIds: [],
    externalKeys: draft.values.externalKeys ?? [],
    customFields,
  }) as unknown as E;
}

/** The JSON of a record of which nothing is set but times that every row has. */
export function blankView<E extends RecordEntity, V extends RecordView>(
  kind: RecordKind<E, V>,
  { columns }: EntityMetadata,
): V {
  const values = columns.map(({ propertyName, isNullable, isArray, type }) => {
    if (isNullable) return [propertyName, null];
    return [propertyName, isArray || type === 'jsonb' ? [] : type === 'timestamptz' ? new Date(0) : null];
  });
  const blank = Object.fromEntries(values) as Readonly<Record<string, null>>;
  return kind.toView(newRecord<E>(blank, { values: {} }, {}, new Date(0)));
}

/** Gives the record the text by which it is found. (A copy would cost more than all else here: see shapeOf.) */
export function withSearchText<E extends RecordEntity>(kind: RecordKind<E>, record: E): E {
  const terms = kind.searchFields.flatMap(
    (field) => (record as Record<string, unknown>)[field] as string | string[] | null,
  );
  record.searchText = kind.isFoundByWords?.(record) === false ? '' : searchTextOf(terms);
  return record;
}
