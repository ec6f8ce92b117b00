import { QueryFailedError, type EntityManager, type EntityMetadata } from 'typeorm';
import {
  DomainError,
  conditionsOf,
  type FilterNode,
  type FilterOperator,
  type ListQuery,
} from '@relata/contracts';

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
 * The fields of a question that no index begins with: those of its sort, and those of its filter unless one of the
 * conditions that must all hold, or a word of `q`, leads to few rows.
 */
function unindexed(metadata: EntityMetadata, query: ListQuery): string[] {
  const led = new Set(['id', ...metadata.indices.map(({ columns }) => columns[0]?.propertyName)]);
  const sorts = (query.sort ?? []).map(({ field }) => field).filter((field) => !led.has(field));
  const filter = query.filter ?? [];
  const isNarrow =
    filter.some((node) => 'field' in node && node.op === 'eq' && led.has(node.field)) ||
    (query.q ?? '').split(/\s+/).some((word) => word.length >= INDEXED_WORD);
  const slow = isNarrow ? [] : conditionsOf(filter).map(({ field }) => field);
  return [...new Set([...slow, ...sorts])].filter((field) => !led.has(field));
}

/** The refusal of a question that took too long: with the fields that an index would help. */
export function tooExpensive(metadata: EntityMetadata, query: ListQuery): DomainError {
  const fields = unindexed(metadata, query);
  const helpless = fields.length > 0 ? `no index helps with ${fields.join(', ')}` : 'too many rows match';
  const message = `The list takes longer than ${LIMIT_MS / 1000} seconds: ${helpless}. Narrow it down by an indexed field, such as ownerId, or drop the sort.`;
  return new DomainError('QUERY_TOO_EXPENSIVE', message, {
    errors: fields.map((field) => ({
      pointer: `/${query.sort?.some((key) => key.field === field) ? 'sort' : 'filter'}/${field}`,
      code: 'not_indexed',
      message: `There is no index of ${metadata.tableName} that begins with ${field}.`,
    })),
  });
}
