import { DomainError, type HistoryQuery, type RecordType } from '@relata/contracts';
import { walkParameters } from './walk';

/** The question for a record's history. Throws INVALID_QUERY, INVALID_CURSOR. */
export function historyQuery(
  recordType: RecordType,
  id: string,
  parameters: Record<string, unknown>,
): HistoryQuery {
  const { limit, cursor } = walkParameters(parameters);
  if (cursor === undefined) return { recordType, id, limit };
  const beforeVersion = Number(cursor);
  if (!Number.isInteger(beforeVersion) || beforeVersion < 1) {
    throw new DomainError('INVALID_CURSOR', 'The cursor cannot be read. Start again without it.');
  }
  return { recordType, id, limit, beforeVersion };
}
