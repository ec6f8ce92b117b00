import type { EntityManager, EntityMetadata } from 'typeorm';
import { DomainError, conditionsOf, type ListQuery } from '@relata/contracts';

/** How long a list may take whose shape no index serves, milliseconds. */
const LIMIT_MS = 2_000;
/** SQLSTATE of a statement that took longer. */
export const QUERY_CANCELED = '57014';
/** Trigrams need three letters. */
const INDEXED_WORD = 3;

/** Does `work` in a transaction of which no statement may take longer than the limit. */
export function withinLimit<T>(
  manager: EntityManager,
  work: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  return manager.transaction(async (limited) => {
    await limited.query(`SET LOCAL statement_timeout = ${LIMIT_MS}`);
    return work(limited);
  });
}

/**
 * The fields of a question that no index begins with: those of its sort, and those of its filter unless one of the
 * conditions that must all hold, or a word of `q`, leads to few rows. Empty for the shapes that are always fast.
 */
export function unindexed(metadata: EntityMetadata, query: ListQuery): string[] {
  if (!query.filter?.length && !query.sort?.length) return [];
  const led = new Set(['id', ...metadata.indices.map(({ columns }) => columns[0]?.propertyName)]);
  const sorts = (query.sort ?? []).map(({ field }) => field).filter((field) => !led.has(field));
  const filter = query.filter ?? [];
  const isNarrow =
    filter.some((node) => 'field' in node && node.op === 'eq' && led.has(node.field)) ||
    (query.q ?? '').split(/\s+/).some((word) => word.length >= INDEXED_WORD);
  const slow = isNarrow ? [] : conditionsOf(filter).map(({ field }) => field);
  return [...new Set([...slow, ...sorts])];
}

/** The refusal of a question that took too long: with the fields that an index would help. */
export function tooExpensive(table: string, query: ListQuery): DomainError {
  const fields = conditionsOf(query.filter ?? [])
    .map(({ field }) => field)
    .concat((query.sort ?? []).map(({ field }) => field));
  const named = [...new Set(fields)].join(', ') || 'count';
  const message = `The list takes longer than ${LIMIT_MS / 1000} seconds: no index helps with ${named}. Narrow it down by an indexed field, such as ownerId, or drop the sort.`;
  return new DomainError('QUERY_TOO_EXPENSIVE', message, {
    errors: [...new Set(fields)].map((field) => ({
      pointer: `/filter/${field}`,
      code: 'not_indexed',
      message: `There is no index of ${table} that begins with ${field}.`,
    })),
  });
}
