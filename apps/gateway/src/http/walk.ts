import { applyDecorators, type Type } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';
import { DEFAULT_LIMIT, DomainError, MAX_LIMIT, invalidParameter } from '@relata/contracts';
import { onlyParameters } from './list-query';
import { ApiPageOf } from './page-of';

/** `limit` and `cursor`, the only parameters of a list in one fixed order. Throws INVALID_QUERY. */
export function walkParameters(parameters: Record<string, unknown>): { limit: number; cursor?: string } {
  onlyParameters(parameters, ['limit', 'cursor']);
  const limit = parameters.limit === undefined ? DEFAULT_LIMIT : Number(parameters.limit);
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_LIMIT) {
    throw new DomainError('INVALID_QUERY', `limit must be an integer from 1 to ${MAX_LIMIT}.`);
  }
  const { cursor } = parameters;
  if (cursor === undefined) return { limit };
  if (typeof cursor !== 'string') throw invalidParameter('cursor', 'cursor is given more than once.');
  return { limit, cursor };
}

/** The number that a cursor is, at least so large. Throws INVALID_CURSOR. */
export function numberIn(cursor: string, least: number): number {
  const number = Number(cursor);
  if (!/^\d{1,9}$/.test(cursor) || number < least)
    throw new DomainError('INVALID_CURSOR', 'The cursor cannot be read. Start again without it.');
  return number;
}

/** OpenAPI's words for such a list. */
export function ApiWalk(view: Type): MethodDecorator {
  return applyDecorators(
    ApiQuery({
      name: 'limit',
      required: false,
      schema: { type: 'integer', minimum: 1, maximum: 200, default: 50 },
    }),
    ApiQuery({ name: 'cursor', required: false, schema: { type: 'string' } }),
    ApiPageOf(view),
  );
}
