import { applyDecorators } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';
import {
  DEFAULT_LIMIT,
  DomainError,
  HistoryEntryView,
  MAX_LIMIT,
  type HistoryQuery,
} from '@relata/contracts';
import { onlyParameters } from './list-query';
import { ApiPageOf } from './page-of';

/** The question for a record's history. Throws INVALID_QUERY. */
export function historyQuery(
  recordType: string,
  id: string,
  parameters: Record<string, unknown>,
): HistoryQuery {
  onlyParameters(parameters, ['limit', 'cursor']);
  const limit = parameters.limit === undefined ? DEFAULT_LIMIT : Number(parameters.limit);
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_LIMIT) {
    throw new DomainError('INVALID_QUERY', `limit must be an integer from 1 to ${MAX_LIMIT}.`);
  }
  if (parameters.cursor === undefined) return { recordType, id, limit };
  const beforeVersion = Number(parameters.cursor);
  if (!Number.isInteger(beforeVersion) || beforeVersion < 1) {
    throw new DomainError('INVALID_CURSOR', 'The cursor cannot be read. Start again without it.');
  }
  return { recordType, id, limit, beforeVersion };
}

/** OpenAPI's words for a history route. */
export function ApiHistory(): MethodDecorator {
  return applyDecorators(
    ApiQuery({
      name: 'limit',
      required: false,
      schema: { type: 'integer', minimum: 1, maximum: 200, default: 50 },
    }),
    ApiQuery({ name: 'cursor', required: false, schema: { type: 'string' } }),
    ApiPageOf(HistoryEntryView),
  );
}
