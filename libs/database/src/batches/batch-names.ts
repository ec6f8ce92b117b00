import {
  REF_FIELDS,
  invalid,
  isRecordRef,
  type BatchOperationRequest,
  type PlacedOperation,
} from '@relata/contracts';

/** Ids of records by the names that operations of the batch gave them. */
export type Names = Record<string, string>;

/** An operation that points at nothing by name any more. */
export type NamedOperation = BatchOperationRequest & Pick<PlacedOperation, 'resource' | 'index' | 'ref'>;

/** The operation with ids where names stood. Throws VALIDATION_FAILED for a name that nothing before it has. */
export function withIds(operation: PlacedOperation, names: Readonly<Names>): NamedOperation {
  const idOf = (value: unknown, pointer: string): unknown => {
    if (!isRecordRef(value)) return value;
    if (Object.hasOwn(names, value.$ref)) return names[value.$ref];
    throw invalid(pointer, 'unknown_ref', `No operation before this one has the ref ${value.$ref}.`);
  };
  const { id, body, ...rest } = operation;
  return {
    ...rest,
    ...(id === undefined ? {} : { id: idOf(id, '/id') as string }),
    ...(body === undefined
      ? {}
      : {
          body: Object.fromEntries(
            Object.entries(body).map(([field, value]) => [
              field,
              Object.hasOwn(REF_FIELDS, field) ? idOf(value, `/${field}`) : value,
            ]),
          ),
        }),
  };
}
