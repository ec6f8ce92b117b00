import type { EntityMetadata } from 'typeorm';
import { DomainError, nearest } from '@relata/contracts';
import type { CustomFieldEntity } from '../custom-fields/custom-field.entity';
import { customFieldSql } from '../custom-fields/custom-field-sql';
import type { RelatedRecord } from '../records/record-kind';
import { sqlType } from '../records/record-sql';

/** A field that lists can filter and sort by. */
export interface ListField {
  name: string;
  /** SQL expression of the field's value. Built from column names and checked field names, never from user text. */
  expression: string;
  /** SQL type that parameters are cast to. */
  type: string;
  /** SQL type whose values it takes, where that is another: a date is a text in the JSON of custom fields. */
  form?: string;
  nullable: boolean;
  /** Whether it names a user, who may be called `me`. */
  isUser?: boolean;
  /** Of a field of another record: how the row points at it. */
  related?: RelatedRecord & { column: string };
}

/** Not in the JSON, or not a single value. */
const NOT_LISTED = new Set([
  'searchText',
  'externalKeys',
  'customFields',
  'secondaryEmails',
  'readerIds',
  'editorIds',
]);
/** Fields that hold the id of a user. */
const USERS = new Set(['ownerId', 'assignedToId', 'createdById', 'userId']);
export const CUSTOM_PREFIX = 'customFields.';
/** How the type of a field ends that holds several values. */
export const LIST = '[]';

/** Every plain column of the entity, and every custom field that is defined. */
export function listFields(
  metadata: EntityMetadata,
  definitions: CustomFieldEntity[],
): Map<string, ListField> {
  const custom = definitions.flatMap((definition) => {
    const sql = customFieldSql(definition);
    const isUser = definition.target === 'user';
    return sql ? [{ name: CUSTOM_PREFIX + definition.fieldName, nullable: true, isUser, ...sql }] : [];
  });
  return new Map([...plainFields(metadata), ...custom].map((field) => [field.name, field]));
}

/** Whether the field holds several values, of which one can be asked for. */
export function isOfList({ type }: ListField): boolean {
  return type.endsWith(LIST);
}

const plain = new WeakMap<EntityMetadata, ListField[]>();

function plainFields(metadata: EntityMetadata): ListField[] {
  const known = plain.get(metadata);
  if (known) return known;
  const fields = metadata.columns
    .filter((column) => !NOT_LISTED.has(column.propertyName) && sqlType(column) !== 'jsonb')
    .map((column) => ({
      name: column.propertyName,
      expression: `"${column.databaseName}"`,
      type: sqlType(column),
      nullable: column.isNullable,
      isUser: USERS.has(column.propertyName),
    }));
  plain.set(metadata, fields);
  return fields;
}

/** The field of that name. Throws INVALID_QUERY with the nearest known name. */
export function knownField(fields: Map<string, ListField>, name: string): ListField {
  const field = fields.get(name);
  if (field) return field;
  const near = nearest(name, [...fields.keys()]);
  throw new DomainError(
    'INVALID_QUERY',
    `There is no field "${name}" to filter or sort by${near ? `; did you mean "${near}"?` : '.'}`,
    {
      errors: [
        {
          pointer: `/${name}`,
          code: 'unknown_field',
          message: `Known fields: ${[...fields.keys()].sort().join(', ')}.`,
        },
      ],
    },
  );
}
