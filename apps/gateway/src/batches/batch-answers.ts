import {
  DomainError,
  fieldErrors,
  type BatchOutcome,
  type BatchResultView,
  type OperationResult,
} from '@relata/contracts';
import { HTTP_STATUS } from '../http/http-errors';
import { problemOf } from '../http/problem';

/** What the single request would have answered with. */
export const OUTCOME_STATUS: Record<BatchOutcome, number> = {
  created: 201,
  updated: 200,
  unchanged: 200,
  deleted: 204,
  restored: 200,
  // Of a refusal its code says it.
  refused: 500,
};

/** Throws the errors of all operations that do not fit, together. */
export function refuseBad(checked: (object | DomainError)[]): void {
  const errors = checked.flatMap((one, index) =>
    one instanceof DomainError
      ? (one.details.errors ?? []).map((error) => ({
          ...error,
          pointer: `/operations/${index}${error.pointer}`,
        }))
      : [],
  );
  if (errors.length > 0) throw fieldErrors('VALIDATION_FAILED', errors);
}

export function refusal({ code, message, details }: DomainError): OperationResult {
  return { outcome: 'refused', data: null, error: { code, message, details } };
}

export function toView({ outcome, data, error }: OperationResult): BatchResultView {
  if (!error) return { status: OUTCOME_STATUS[outcome], outcome, data };
  const refused = refusedWith(error);
  return { status: refused.status, outcome, data, error: refused.error };
}

/** What the single request would have been refused with. */
export function refusedWith(error: NonNullable<OperationResult['error']>): { status: number; error: object } {
  return { status: HTTP_STATUS[error.code], error: problemOf(error) };
}
