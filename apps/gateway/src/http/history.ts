import type { HistoryQuery, RecordType } from '@relata/contracts';
import { numberIn, walkParameters } from './walk';

/** The question for a record's history. Throws INVALID_QUERY, INVALID_CURSOR. */
export function historyQuery(
  recordType: RecordType,
  id: string,
  parameters: Record<string, unknown>,
): HistoryQuery {
  const { limit, cursor } = walkParameters(parameters);
  if (cursor === undefined) return { recordType, id, limit };
  return { recordType, id, limit, beforeVersion: numberIn(cursor, 1) };
}
