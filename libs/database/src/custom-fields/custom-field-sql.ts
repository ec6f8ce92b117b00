import type { CustomFieldEntity } from './custom-field.entity';

/** A field name as the definitions allow it; checked again here as it becomes part of a statement. */
const NAME = /^[a-zA-Z][a-zA-Z0-9_]{0,62}$/;
const TYPES: Record<string, string> = {
  number: 'numeric',
  currency: 'numeric',
  boolean: 'boolean',
  multiselect: 'text[]',
};
/** Types whose values are texts in SQL that have one form each, so that they sort as what they mean. */
const FORMS: Record<string, string> = { date: 'date', datetime: 'timestamptz', reference: 'uuid' };

type Definition = Pick<CustomFieldEntity, 'fieldName' | 'fieldType'>;

/** How SQL reads the values of a custom field. */
export interface CustomFieldSql {
  expression: string;
  /** SQL type of the expression. */
  type: string;
  /** What values must look like where the type alone does not say it: those of that SQL type. */
  form?: string;
}

/**
 * How lists read the values of a field, and how its index has them: only where both are the same does Postgres use the
 * index. Undefined for a name that no definition allows: names have letters, digits and _ alone, so that nothing of one
 * can end the quotes that it stands in.
 */
export function customFieldSql({ fieldName, fieldType }: Definition): CustomFieldSql | undefined {
  if (!NAME.test(fieldName)) return undefined;
  const type = TYPES[fieldType] ?? 'text';
  if (type === 'text[]') return { expression: `custom_words(custom_fields->'${fieldName}')`, type };
  const member = fieldType === 'currency' ? `->'${fieldName}'->>'amount'` : `->>'${fieldName}'`;
  const text = `(custom_fields${member})`;
  const form = FORMS[fieldType];
  return { expression: type === 'text' ? text : `${text}::${type}`, type, ...(form ? { form } : {}) };
}

/** Names of indexes of custom fields, made of the fields' ids: nothing of them is what users wrote. */
export const INDEX_NAME = /^custom_value_[0-9a-f]{32}$/;

/**
 * What an index of the field is of. With creation time and id behind the value, one index has both the records of one
 * value, newest first, and all of them by value. It has the trash, too: of indexes that leave out rows, Postgres takes no
 * statistics of expressions.
 */
export function indexColumns(sql: CustomFieldSql): string {
  return sql.type === 'text[]' ? `USING gin (${sql.expression})` : `((${sql.expression}), created_at, id)`;
}
