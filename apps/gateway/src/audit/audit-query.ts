import { isISO8601, isUUID } from 'class-validator';
import {
  DomainError,
  invalidParameter,
  type AuditPlace,
  type AuditQuery,
  type RecordType,
  type ServiceName,
} from '@relata/contracts';
import { limitOf, ownersOf, recordOf, text } from '../events/events-query';
import { onlyParameters } from '../http/list-query';

/** The parameters of `GET /v1/audit`, and whose logs to ask. Throws INVALID_QUERY, INVALID_CURSOR. */
export function auditQuery(parameters: Record<string, unknown>): {
  query: AuditQuery;
  owners: readonly ServiceName[];
} {
  onlyParameters(parameters, ['actor', 'record', 'since', 'until', 'limit', 'cursor']);
  const actorId = text('actor', parameters.actor);
  if (actorId !== undefined && !isUUID(actorId))
    throw invalidParameter('actor', 'actor must be the id of a user.');
  const { recordType, recordId } = recordOf(text('record', parameters.record));
  const [since, until] = [timeOf('since', parameters.since), timeOf('until', parameters.until)];
  const cursor = text('cursor', parameters.cursor);
  const query: AuditQuery = {
    limit: limitOf(text('limit', parameters.limit)),
    ...(actorId ? { actorId } : {}),
    ...(recordType ? { recordType: recordType as RecordType } : {}),
    ...(recordId ? { recordId } : {}),
    ...(since ? { since } : {}),
    ...(until ? { until } : {}),
    ...(cursor === undefined ? {} : { before: decodePlace(cursor) }),
  };
  return { query, owners: ownersOf(undefined, recordType) };
}

export function encodePlace({ recordedAt, eventId }: AuditPlace): string {
  return Buffer.from(JSON.stringify([recordedAt, eventId])).toString('base64url');
}

function decodePlace(cursor: string): AuditPlace {
  const [recordedAt, eventId, ...rest] = partsOf(cursor);
  if (typeof recordedAt === 'string' && isISO8601(recordedAt) && isUUID(eventId) && rest.length === 0)
    return { recordedAt, eventId: eventId as string };
  throw unreadable();
}

function partsOf(cursor: string): unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(parts)) return parts;
  } catch {
    // No cursor of ours.
  }
  throw unreadable();
}

function unreadable(): DomainError {
  return new DomainError('INVALID_CURSOR', 'The cursor cannot be read. Start again without it.');
}

function timeOf(name: string, raw: unknown): string | undefined {
  const value = text(name, raw);
  if (value === undefined) return undefined;
  const time = new Date(value);
  if (!isISO8601(value, { strict: true }) || Number.isNaN(time.getTime()))
    throw invalidParameter(name, `${name} must be a time, such as 2026-11-23T09:30:00Z.`);
  return time.toISOString();
}
