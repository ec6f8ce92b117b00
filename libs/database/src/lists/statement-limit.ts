import { QueryFailedError, type EntityManager, type EntityMetadata } from 'typeorm';
import {
  DomainError,
  conditionsOf,
  type FilterNode,
  type FilterOperator,
  type ListQuery,
} from '@relata/contracts';
import type { CustomFieldEntity } from '../custom-fields/custom-field.entity';
import { CUSTOM_PREFIX } from './list-fields';

/** Whether its index can be used. */
export const isIndexed = ({ indexState }: CustomFieldEntity) => indexState === 'ready';
/** How lists are sorted that are asked for in no order. */
export const NEWEST_FIRST = [{ field: 'createdAt', direction: 'desc' as const }];
/** Operators that an index can begin or end at. */
const BOUNDS = new Set<FilterOperator>(['gt', 'gte', 'lt', 'lte', 'between']);
/** How long a list may take whose shape no index serves, milliseconds. */
export const LIMIT_MS = 2_000;
/** SQLSTATE of a statement that took longer. */
const QUERY_CANCELED = '57014';
/** Trigrams need three letters. */
const INDEXED_WORD = 3;

/** Does `work` in a transaction of which no statement may take longer than that. */
export function withinLimit<T>(
  manager: EntityManager,
  work: (manager: EntityManager) => Promise<T>,
  milliseconds = LIMIT_MS,
): Promise<T> {
  return manager.transaction(async (limited) => {
    await limited.query(`SET LOCAL statement_timeout = ${milliseconds}`);
    return work(limited);
  });
}

/** Whether a statement failed as it took longer than it may. */
export function wasTooLong(error: unknown): boolean {
  return (
    error instanceof QueryFailedError &&
    (error.driverError as { code?: string } | undefined)?.code === QUERY_CANCELED
  );
}

/**
 * Whether one index has the rows of a list together, in its order: it begins with the fields that must equal something,
 * `given` and those of the filter, and goes on with those that the list is sorted by. Such a list is fast at any size
 * and any page.
 */
export function isServed(metadata: EntityMetadata, query: ListQuery, given: readonly string[]): boolean {
  const { filter = [], q, deleted } = query;
  const sort = query.sort?.length ? query.sort : NEWEST_FIRST;
  const [first] = sort;
  if (q || sort.some(({ direction }) => direction !== first?.direction)) return false;
  const isBound = (node: FilterNode) => 'op' in node && node.field === first?.field && BOUNDS.has(node.op);
  const equal = [
    ...new Set([
      ...given,
      ...filter.flatMap((node) => ('op' in node && node.op === 'eq' ? [node.field] : [])),
    ]),
  ];
  if (!filter.every((node) => ('op' in node && node.op === 'eq') || isBound(node))) return false;
  return metadata.indices.some(({ columns, where }) => {
    if (where !== undefined && where !== `deleted_at IS ${deleted ? 'NOT ' : ''}NULL`) return false;
    const fields = columns.map(({ propertyName }) => propertyName);
    const beginning = fields.slice(0, equal.length);
    return (
      equal.every((field) => beginning.includes(field)) &&
      sort.every(({ field }, index) => fields[equal.length + index] === field)
    );
  });
}

/**
 * Whether an index of a custom field leads to all rows of a list, but in another order than that of the list. Postgres may go
 * along the order in hope of finding enough of them soon, and all may stand at its end.
 */
export function mayStandAtTheEnd(
  { filter = [], sort }: ListQuery,
  customFields: readonly CustomFieldEntity[],
): boolean {
  const [first] = sort?.length ? sort : NEWEST_FIRST;
  const indexed = new Map(
    customFields.filter(isIndexed).map((field) => [CUSTOM_PREFIX + field.fieldName, field.fieldType]),
  );
  const led = filter.flatMap((node) => ('field' in node && indexed.has(node.field) ? [node] : []));
  const inOrder = led.some(
    ({ field, op }) =>
      field === first?.field ||
      (op === 'eq' && first?.field === 'createdAt' && indexed.get(field) !== 'multiselect'),
  );
  return led.length > 0 && !inOrder;
}

/**
 * The fields of a question that no index begins with: those of its sort, and those of its filter unless one of the
 * conditions that must all hold, or a word of `q`, leads to few rows.
 */
function unindexed(
  metadata: EntityMetadata,
  query: ListQuery,
  customFields: readonly CustomFieldEntity[],
): string[] {
  const led = new Set([
    'id',
    ...metadata.indices.map(({ columns }) => columns[0]?.propertyName),
    ...customFields.filter(isIndexed).map(({ fieldName }) => CUSTOM_PREFIX + fieldName),
  ]);
  const sorts = (query.sort ?? []).map(({ field }) => field).filter((field) => !led.has(field));
  const filter = query.filter ?? [];
  const isNarrow =
    filter.some((node) => 'field' in node && node.op === 'eq' && led.has(node.field)) ||
    (query.q ?? '').split(/\s+/).some((word) => word.length >= INDEXED_WORD);
  const slow = isNarrow ? [] : conditionsOf(filter).map(({ field }) => field);
  return [...new Set([...slow, ...sorts])].filter((field) => !led.has(field));
}

/** The refusal of a question that took too long: with the fields that an index would help, and how custom ones get it. */
export function tooExpensive(
  metadata: EntityMetadata,
  query: ListQuery,
  customFields: readonly CustomFieldEntity[] = [],
): DomainError {
  const fields = unindexed(metadata, query, customFields);
  const custom = new Map(customFields.map((field) => [CUSTOM_PREFIX + field.fieldName, field]));
  const helps = fields.map((field) => {
    const definition = custom.get(field);
    return definition ? howToIndex(definition) : undefined;
  });
  const helpless = fields.length > 0 ? `no index helps with ${fields.join(', ')}` : 'too many rows match';
  const advice = [
    ...helps.filter((help) => help !== undefined),
    'Narrow it down by an indexed field, such as ownerId, or drop the sort.',
  ];
  const message = `The list takes longer than ${LIMIT_MS / 1000} seconds: ${helpless}. ${advice.join(' ')}`;
  return new DomainError('QUERY_TOO_EXPENSIVE', message, {
    errors: fields.map((field, index) => ({
      pointer: `/${query.sort?.some((key) => key.field === field) ? 'sort' : 'filter'}/${field}`,
      code: 'not_indexed',
      message: helps[index] ?? `There is no index of ${metadata.tableName} that begins with ${field}.`,
    })),
  });
}

function howToIndex({ id, fieldName, indexState, indexError }: CustomFieldEntity): string {
  const name = CUSTOM_PREFIX + fieldName;
  if (indexState === 'building') return `The index of ${name} is being built: ask again when it is ready.`;
  const failed = indexState === 'failed' ? ` (It failed before: ${indexError ?? 'for no known reason'})` : '';
  return `Index ${name}: PATCH the custom field ${id} with {"indexed":true}.${failed}`;
}
