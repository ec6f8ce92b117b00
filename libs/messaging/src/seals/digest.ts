import { createHash } from 'node:crypto';
import type { EnvelopeRow } from '../events/event-envelope';

export const DIGEST_BYTES = 32;
/** Before the first link, and in place of an event that is not there. */
export const NOTHING = Buffer.alloc(DIGEST_BYTES);

/**
 * SHA-256 over an event: its attributes, and a salted digest of what may be personal. Erasure takes that away, and the salt
 * with it, and leaves the digest of it: the attributes stay provable, and what is gone cannot be guessed from what is left.
 */
export function digestOf(event: EnvelopeRow): Buffer {
  const attributes = [
    event.id,
    event.type,
    event.record_type,
    event.record_id,
    event.version,
    event.actor_id,
    event.request_id,
    event.causation_id,
    event.recorded_at.toISOString(),
    event.occurred_at.toISOString(),
  ];
  return createHash('sha256')
    .update(JSON.stringify(attributes))
    .update(event.erased_digest ?? dataDigestOf(event))
    .digest();
}

/** The salted digest of what erasure takes away; the JSON is Postgres' own text of a jsonb value, in which equal values are equal. */
export function dataDigestOf({ salt, actor_name, before, after, details, snapshot }: EnvelopeRow): Buffer {
  const parts = [before, after ?? '', details, snapshot];
  const hash = createHash('sha256').update(
    JSON.stringify([salt, actor_name, ...parts.map(({ length }) => length)]),
  );
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/** The digests of positions from `first` to `last`, one after the other, of which `events` are those that there are. */
export function digestsOf(events: readonly EnvelopeRow[], first: number, last: number): Buffer {
  const digests = Buffer.alloc((last - first + 1) * DIGEST_BYTES);
  for (const event of events) digestOf(event).copy(digests, (Number(event.position) - first) * DIGEST_BYTES);
  return digests;
}

/** The link that follows `previous`. */
export function sealOf(previous: Buffer, digests: Buffer): Buffer {
  return createHash('sha256').update(previous).update(digests).digest();
}
