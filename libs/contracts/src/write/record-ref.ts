import { ValidateBy, isUUID } from 'class-validator';

/** Stands for the id of a record that an earlier operation of the same batch makes or changes: `{ "$ref": "acme" }`. */
export interface RecordRef {
  $ref: string;
}

export function isRecordRef(value: unknown): value is RecordRef {
  if (typeof value !== 'object' || value === null) return false;
  return Object.keys(value).length === 1 && typeof (value as { $ref?: unknown }).$ref === 'string';
}

/** The id of a record, or what stands for it. */
export function IsIdOrRef(): PropertyDecorator {
  return ValidateBy({
    name: 'isIdOrRef',
    validator: {
      validate: (value: unknown) => isUUID(value) || isRecordRef(value),
      defaultMessage: () => 'id must be a UUID, or { "$ref": "…" } with the ref of an earlier operation',
    },
  });
}
