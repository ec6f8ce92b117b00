import { isISO8601, isUUID } from 'class-validator';
import {
  invalidParameter,
  type AuditPlace,
  type AuditQuery,
  type RecordType,
  type ServiceName,
} from '@relata/contracts';
import { limitOf, ownersOf, recordOf } from '../events/events-query';
import { decodePlace } from '../http/place-cursor';
import { textParameters } from '../http/text-parameters';

/** The parameters of `GET /v1/audit`, and whose logs to ask. Throws INVALID_QUERY, INVALID_CURSOR. */
export function auditQuery(parameters: Record<string, unknown>): {
  query: AuditQuery;
  owners: readonly ServiceName[];
} {
  const known = ['actor', 'record', 'since', 'until', 'limit', 'cursor'];
  const { actor, record, limit, cursor, ...times } = textParameters(parameters, known);
  if (actor !== undefined && !isUUID(actor))
    throw invalidParameter('actor', 'actor must be the id of a user.');
  const { recordType, recordId } = recordOf(record);
  const [since, until] = [timeOf('since', times.since), timeOf('until', times.until)];
  const query: AuditQuery = {
    limit: limitOf(limit),
    ...(actor ? { actorId: actor } : {}),
    ...(recordType ? { recordType: recordType as RecordType } : {}),
    ...(recordId ? { recordId } : {}),
    ...(since ? { since } : {}),
    ...(until ? { until } : {}),
    ...(cursor === undefined ? {} : { before: beforeOf(cursor) }),
  };
  return { query, owners: ownersOf(undefined, recordType) };
}

function beforeOf(cursor: string): AuditPlace {
  const [recordedAt, eventId] = decodePlace(cursor);
  return { recordedAt, eventId };
}

function timeOf(name: string, value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const time = new Date(value);
  if (!isISO8601(value, { strict: true }) || Number.isNaN(time.getTime()))
    throw invalidParameter(name, `${name} must be a time, such as 2026-11-23T09:30:00Z.`);
  return time.toISOString();
}
