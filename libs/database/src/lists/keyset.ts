import { createHash } from 'node:crypto';
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
  return createHash('sha256').update(JSON.stringify(of)).digest('base64url').slice(0, 12);
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
  const [hash, backwards, values] = parsed as unknown[];
  if (hash !== bound) throw refused('belongs to another filter or sort');
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
 * Rows strictly beyond the position: (k1 beyond) or (k1 equal and k2 beyond) or …, with nulls as `orderSql`
 * sorts them. The bound on the first key stands alone too, so that an index can begin there.
 */
export function beyondSql(keys: OrderKey[], position: CursorPosition, parameters: Parameters): string {
  const alternatives: string[] = [];
  const equal: string[] = [];
  for (const [index, { field, direction }] of keys.entries()) {
    const value = position.values[index] ?? null;
    const placeholder = value === null ? 'NULL' : `${parameters.add(value)}::${field.type}`;
    const beyond = strictlyBeyond(
      field,
      (direction === 'asc') !== position.backwards,
      value === null,
      placeholder,
    );
    if (beyond) alternatives.push([...equal, beyond].join(' AND '));
    equal.push(value === null ? `${field.expression} IS NULL` : `${field.expression} = ${placeholder}`);
  }
  const any = alternatives.map((alternative) => `(${alternative})`).join(' OR ') || 'false';
  return `(${any})${firstBound(keys, position, parameters)}`;
}

function strictlyBeyond(
  field: ListField,
  ascending: boolean,
  isNull: boolean,
  placeholder: string,
): string | undefined {
  if (ascending) {
    if (isNull) return undefined;
    return field.nullable
      ? `(${field.expression} > ${placeholder} OR ${field.expression} IS NULL)`
      : `${field.expression} > ${placeholder}`;
  }
  return isNull ? `${field.expression} IS NOT NULL` : `${field.expression} < ${placeholder}`;
}

function firstBound(keys: OrderKey[], position: CursorPosition, parameters: Parameters): string {
  const first = keys[0];
  const value = position.values[0] ?? null;
  if (!first || value === null) return '';
  const ascending = (first.direction === 'asc') !== position.backwards;
  if (ascending && first.field.nullable) return '';
  return ` AND ${first.field.expression} ${ascending ? '>=' : '<='} ${parameters.add(value)}::${first.field.type}`;
}
