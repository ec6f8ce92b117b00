import { isISO8601, isUUID } from 'class-validator';
import { DomainError } from '@relata/contracts';

/** The cursor of a list by time: the time and the id of the last entry that was shown. */
export function encodePlace(time: string, id: string): string {
  return Buffer.from(JSON.stringify([time, id])).toString('base64url');
}

/** Throws INVALID_CURSOR. */
export function decodePlace(cursor: string): [time: string, id: string] {
  const [time, id, ...rest] = partsOf(cursor);
  if (typeof time === 'string' && isISO8601(time) && isUUID(id) && rest.length === 0)
    return [time, id as string];
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
