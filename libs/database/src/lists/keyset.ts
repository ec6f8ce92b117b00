import { hash } from 'node:crypto';
import { DomainError } from '@relata/contracts';
import type { Parameters } from '../sql/parameters';
import type { ListField } from './list-fields';

export interface OrderKey {
  field: ListField;
  direction: 'asc' | 'desc';
}

/** A place in an ordered list: the sort values of a row as Postgres prints them, and which way to go from there. */
export interface CursorPosition {
  values: (string | null)[];
  backwards: boolean;
}

/** Hash of what a cursor is bound to: another filter or sort needs a new walk. */
export function fingerprint(of: unknown): string {
  return hash('sha256', JSON.stringify(of), 'base64url').slice(0, 12);
}

export function encodeCursor(position: CursorPosition, bound: string): string {
  return Buffer.from(JSON.stringify([bound, position.backwards ? 1 : 0, position.values])).toString(
    'base64url',
  );
}

/** Throws INVALID_CURSOR for a cursor that is damaged or belongs to another query. */
export function decodeCursor(cursor: string, bound: string, keys: number): CursorPosition {
  const refused = (why: string) =>
    new DomainError('INVALID_CURSOR', `The cursor ${why}. Start again without it.`);
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    throw refused('cannot be read');
  }
  if (!Array.isArray(parsed) || parsed.length !== 3) throw refused('cannot be read');
  const [asked, backwards, values] = parsed as unknown[];
  if (asked !== bound) throw refused('belongs to another filter or sort');
  const isValue = (value: unknown) => value === null || typeof value === 'string';
  if (!Array.isArray(values) || values.length !== keys || !values.every(isValue))
    throw refused('cannot be read');
  return { values, backwards: backwards === 1 };
}

/**
 * ORDER BY of the keys. Nulls stand where Postgres puts them by default (last ascending, first descending), so
 * that a plain index serves both directions.
 */
export function orderSql(keys: OrderKey[], backwards: boolean): string {
  return keys
    .map(
      ({ field, direction }) => `${field.expression} ${(direction === 'asc') === backwards ? 'DESC' : 'ASC'}`,
    )
    .join(', ');
}

/**
 * Rows strictly beyond the position, with nulls as `orderSql` sorts them: conditions that have no row in common, and of
 * which each is one stretch of an index on the keys, so that any page costs what the first does.
 */
export function rangesBeyond(keys: OrderKey[], position: CursorPosition, parameters: Parameters): string[] {
  const ranges: string[] = [];
  const equal: string[] = [];
  const add = (beyond: string) => ranges.push([...equal, beyond].join(' AND '));
  for (const [index, { field }] of keys.entries()) {
    const rest = keys.slice(index);
    const values = rest.map((key, at) => ({ ...key, value: position.values[index + at] ?? null }));
    if (rest.every((key) => !key.field.nullable && key.direction === rest[0]?.direction)) {
      add(rowBeyond(values, isAscending(rest[0], position), parameters));
      break;
    }
    const value = values[0]?.value ?? null;
    const placeholder = value === null ? 'NULL' : `${parameters.add(value)}::${field.type}`;
    if (isAscending(rest[0], position)) {
      if (value !== null) add(`${field.expression} > ${placeholder}`);
      if (value !== null && field.nullable) add(`${field.expression} IS NULL`);
    } else {
      add(value === null ? `${field.expression} IS NOT NULL` : `${field.expression} < ${placeholder}`);
    }
    equal.push(value === null ? `${field.expression} IS NULL` : `${field.expression} = ${placeholder}`);
  }
  return ranges;
}

function isAscending(key: OrderKey | undefined, { backwards }: CursorPosition): boolean {
  return (key?.direction === 'asc') !== backwards;
}

/** Of keys that are never null and go one way: one comparison of rows. */
function rowBeyond(
  keys: (OrderKey & { value: string | null })[],
  ascending: boolean,
  parameters: Parameters,
): string {
  const expressions = keys.map(({ field }) => field.expression).join(', ');
  const values = keys.map(({ field, value }) => `${parameters.add(value)}::${field.type}`).join(', ');
  return `(${expressions}) ${ascending ? '>' : '<'} (${values})`;
}
