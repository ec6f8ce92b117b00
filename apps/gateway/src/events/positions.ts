import { DomainError, LOG_OWNERS, type ServiceName } from '@relata/contracts';

/** How far a reader has read each service's log; a service that is absent, not at all. */
export type Positions = Partial<Record<ServiceName, number>>;

/** The positions as a token, opaque to clients. */
export function encodePositions(positions: Positions): string {
  const known = LOG_OWNERS.flatMap((owner) => (positions[owner] ? [[owner, positions[owner]]] : []));
  return Buffer.from(JSON.stringify(Object.fromEntries(known))).toString('base64url');
}

/** The positions that `encodePositions` made a token of. Throws INVALID_CURSOR for anything else. */
export function decodePositions(token: string): Positions {
  const positions = parsed(token);
  if (typeof positions !== 'object' || positions === null || Array.isArray(positions)) throw unreadable();
  for (const [owner, position] of Object.entries(positions)) {
    if (!LOG_OWNERS.includes(owner as ServiceName)) throw unreadable();
    if (!Number.isSafeInteger(position) || Number(position) < 0) throw unreadable();
  }
  return positions;
}

function parsed(token: string): unknown {
  // Node's decoder skips what is no base64url, and would take any text.
  if (!/^[\w-]+$/.test(token)) throw unreadable();
  try {
    return JSON.parse(Buffer.from(token, 'base64url').toString());
  } catch {
    throw unreadable();
  }
}

function unreadable(): DomainError {
  return new DomainError(
    'INVALID_CURSOR',
    'The position cannot be read: send page.nextCursor or the id of a streamed event as it was, or start, or now.',
  );
}
