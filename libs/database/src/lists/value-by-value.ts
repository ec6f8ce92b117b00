import type { EntityMetadata } from 'typeorm';
import type { FilterCondition, FilterNode, ListQuery } from '@relata/contracts';
import type { CustomFieldEntity } from '../custom-fields/custom-field.entity';
import { CUSTOM_PREFIX } from './list-fields';
import { NEWEST_FIRST, isIndexed, isServed } from './statement-limit';

/** More values are looked up together: each costs a look into the index, and as many rows as a page has. */
const MOST_VALUES = 50;

/**
 * The condition of a list that a field is one of some values, where an index has the rows of each value in the order of the list: then a
 * page of each is enough. (Together, Postgres would sort all that have one of them, or go along the order, at whose end they may stand.)
 */
export function severalValues(
  metadata: EntityMetadata,
  query: ListQuery,
  customFields: readonly CustomFieldEntity[],
): FilterCondition | undefined {
  const { filter = [], sort } = query;
  const [first] = sort?.length ? sort : NEWEST_FIRST;
  const inTime = customFields
    .filter((field) => isIndexed(field) && field.fieldType !== 'multiselect')
    .map(({ fieldName }) => CUSTOM_PREFIX + fieldName);
  return filter.filter(isOneOfSome).find((several) => {
    if (first?.field === 'createdAt' && inTime.includes(several.field)) return true;
    const ofOne = filter.map((node) => (node === several ? { ...several, op: 'eq' as const } : node));
    return isServed(metadata, { ...query, filter: ofOne }, []);
  });
}

function isOneOfSome(node: FilterNode): node is FilterCondition {
  if (!('op' in node) || node.op !== 'in') return false;
  const { value } = node;
  return (typeof value === 'string' ? value.split(',') : value).length <= MOST_VALUES;
}
