import { HttpException } from '@nestjs/common';
import { DomainError, type ErrorCode } from '@relata/contracts';

/** The one table from code to HTTP. */
export const HTTP_STATUS: Record<ErrorCode, number> = {
  VALIDATION_FAILED: 422,
  INVALID_QUERY: 400,
  INVALID_CURSOR: 400,
  QUERY_TOO_EXPENSIVE: 422,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  RATE_LIMITED: 429,
  NOT_FOUND: 404,
  DUPLICATE: 409,
  CONFLICT: 409,
  UNKNOWN_REFERENCE: 422,
  VERSION_MISMATCH: 412,
  IDEMPOTENCY_MISMATCH: 422,
  IDEMPOTENCY_IN_PROGRESS: 409,
  PAYLOAD_TOO_LARGE: 413,
  SERVICE_UNAVAILABLE: 503,
  TIMEOUT: 504,
  OUTCOME_UNKNOWN: 504,
  INTERNAL: 500,
};

export const TITLES: Record<ErrorCode, string> = {
  VALIDATION_FAILED: 'The body is not valid',
  INVALID_QUERY: 'The query is not valid',
  INVALID_CURSOR: 'The cursor is not valid',
  QUERY_TOO_EXPENSIVE: 'The query takes too long',
  UNAUTHENTICATED: 'Not signed in',
  FORBIDDEN: 'Not allowed',
  RATE_LIMITED: 'Too many requests',
  NOT_FOUND: 'Not found',
  DUPLICATE: 'Already there',
  CONFLICT: 'Conflict',
  UNKNOWN_REFERENCE: 'Unknown reference',
  VERSION_MISMATCH: 'Changed meanwhile',
  IDEMPOTENCY_MISMATCH: 'Another request had this key',
  IDEMPOTENCY_IN_PROGRESS: 'An equal request is running',
  PAYLOAD_TOO_LARGE: 'Too large',
  SERVICE_UNAVAILABLE: 'Service unavailable',
  TIMEOUT: 'No answer in time',
  OUTCOME_UNKNOWN: 'Outcome unknown',
  INTERNAL: 'Internal error',
};

/** Codes for errors that the HTTP layer itself finds, by status. */
export const CODE_OF_STATUS: Record<number, ErrorCode> = {
  400: 'INVALID_QUERY',
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  413: 'PAYLOAD_TOO_LARGE',
  414: 'PAYLOAD_TOO_LARGE',
  415: 'VALIDATION_FAILED',
  422: 'VALIDATION_FAILED',
  431: 'PAYLOAD_TOO_LARGE',
};

/** The status that an error is answered with. */
export function statusOf(error: unknown): number {
  return foundStatus(error) ?? HTTP_STATUS[error instanceof DomainError ? error.code : 'INTERNAL'];
}

/** Status of an error that Nest or Fastify found before a handler ran. */
export function foundStatus(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : undefined;
}
