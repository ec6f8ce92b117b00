import { DomainError } from '@relata/contracts';

/** No connection was had, so nothing was done: refused, unknown host, starting up, too many connections. */
const NEVER_BEGUN = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', '57P03', '53300']);
/** A connection broke, perhaps within a commit: administrator or crash shutdown, connection failure. */
const BROKEN_OFF = new Set(['57P01', '57P02', '08000', '08003', '08006', 'ECONNRESET', 'EPIPE']);
/** What the driver says without a code (pg 8). */
const BROKEN_OFF_MESSAGE = /^Connection terminated|^Client (has encountered|was closed).* not queryable$/;
const NEVER_BEGUN_MESSAGE =
  /^timeout exceeded when trying to connect|^Connection terminated due to connection timeout/;

/** What TypeORM says to who goes on after the connection broke. */
const BROKEN_OFF_NAMES = ['QueryRunnerAlreadyReleasedError', 'QueryRunnerProviderAlreadyReleasedError'];

interface DatabaseError {
  name?: string;
  code?: string;
  message?: string;
  /** TypeORM keeps the driver's own error here. */
  driverError?: { code?: string };
}

/**
 * What Postgres being away means to a client (SQLSTATE: https://www.postgresql.org/docs/current/errcodes-appendix.html):
 * SERVICE_UNAVAILABLE when nothing can have happened, OUTCOME_UNKNOWN when something may have; undefined for other errors.
 */
export function databaseAway(error: unknown): DomainError | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { name = '', code = '', message = '', driverError } = error as DatabaseError;
  const codes = [code, driverError?.code ?? ''];
  if (codes.some((one) => NEVER_BEGUN.has(one)) || NEVER_BEGUN_MESSAGE.test(message))
    return new DomainError('SERVICE_UNAVAILABLE', 'The database is not available.');
  const isBrokenOff =
    codes.some((one) => BROKEN_OFF.has(one)) ||
    BROKEN_OFF_MESSAGE.test(message) ||
    BROKEN_OFF_NAMES.includes(name);
  if (isBrokenOff)
    return new DomainError(
      'OUTCOME_UNKNOWN',
      'The database went away meanwhile; the change may or may not have happened. Read the record before you try again.',
    );
  return undefined;
}
