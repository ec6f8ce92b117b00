import { applyDecorators, type Type } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';
import { DEFAULT_LIMIT, DomainError, MAX_LIMIT } from '@relata/contracts';
import { onlyParameters } from './list-query';
import { ApiPageOf } from './page-of';

/** `limit` and `cursor`, the only parameters of a list in one fixed order. Throws INVALID_QUERY. */
export function walkParameters(parameters: Record<string, unknown>): { limit: number; cursor?: string } {
  onlyParameters(parameters, ['limit', 'cursor']);
  const limit = parameters.limit === undefined ? DEFAULT_LIMIT : Number(parameters.limit);
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_LIMIT) {
    throw new DomainError('INVALID_QUERY', `limit must be an integer from 1 to ${MAX_LIMIT}.`);
  }
  return typeof parameters.cursor === 'string' ? { limit, cursor: parameters.cursor } : { limit };
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
