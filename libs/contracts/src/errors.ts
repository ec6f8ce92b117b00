/** Every code that a service may answer with. The gateway alone maps them to HTTP. */
export const ERROR_CODES = [
  'VALIDATION_FAILED',
  'INVALID_QUERY',
  'INVALID_CURSOR',
  'QUERY_TOO_EXPENSIVE',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'RATE_LIMITED',
  'NOT_FOUND',
  'DUPLICATE',
  'CONFLICT',
  'UNKNOWN_REFERENCE',
  'VERSION_MISMATCH',
  'IDEMPOTENCY_MISMATCH',
  'IDEMPOTENCY_IN_PROGRESS',
  'PAYLOAD_TOO_LARGE',
  'SERVICE_UNAVAILABLE',
  'TIMEOUT',
  'OUTCOME_UNKNOWN',
  'INTERNAL',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** One thing that is wrong with a body: where (RFC 6901 JSON pointer), a stable code, and words for a person. */
export interface FieldError {
  pointer: string;
  code: string;
  message: string;
}

export interface ErrorDetails {
  errors?: FieldError[];
  /** The live record that a refused one would double. */
  existingId?: string;
  /** The batch across services that was taken back. */
  batchId?: string;
  /** When a limit lets the caller in again. */
  retryAfterSeconds?: number;
  [extra: string]: unknown;
}

/** The only error that crosses the bus with its meaning: a stable code, a message for people, details for programs. */
export class DomainError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details: ErrorDetails = {},
  ) {
    super(message);
    this.name = 'DomainError';
  }
}

/** An error of several fields; its message is theirs, one after the other. */
export function fieldErrors(code: ErrorCode, errors: FieldError[]): DomainError {
  return new DomainError(code, errors.map((error) => error.message).join(' '), { errors });
}

/** A body with exactly one bad field: `invalid('/stage', 'unknown', 'There is no stage …')`. */
export function invalid(pointer: string, code: string, message: string): DomainError {
  return fieldErrors('VALIDATION_FAILED', [{ pointer, code, message }]);
}

/** A query parameter that does not fit. */
export function invalidParameter(name: string, message: string): DomainError {
  return fieldErrors('INVALID_QUERY', [{ pointer: `/${name}`, code: 'invalid_parameter', message }]);
}

/** A field of a body that points at no record that there is. */
export function unknownReference(noun: string, id: string, pointer: string): DomainError {
  const message = `There is no ${noun} with id ${id}.`;
  return fieldErrors('UNKNOWN_REFERENCE', [{ pointer, code: 'unknown_reference', message }]);
}

export function notFound(noun: string, id: string): DomainError {
  return new DomainError('NOT_FOUND', `There is no ${noun} with id ${id}.`);
}
