import type { DomainError } from '@relata/contracts';
import { currentContext } from '@relata/platform';
import { HTTP_STATUS, TITLES } from './http-errors';

/** Problem details (RFC 9457) of an error; its code's status, unless the HTTP layer found another. */
export function problemOf(
  { code, message, details }: Pick<DomainError, 'code' | 'message' | 'details'>,
  status = HTTP_STATUS[code],
): Record<string, unknown> {
  return {
    type: `urn:relata:error:${code}`,
    title: TITLES[code],
    status,
    detail: message,
    code,
    traceId: currentContext().requestId,
    ...details,
  };
}
