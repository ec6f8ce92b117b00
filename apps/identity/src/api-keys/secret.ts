import { createHash, randomBytes } from 'node:crypto';

const PREFIX_LENGTH = 12;

/** A new secret of 256 random bits, e.g. `rel_…`. */
export function newSecret(kind: 'rel_' | 'relr_' | 'reld_'): string {
  return kind + randomBytes(32).toString('base64url');
}

/** What is kept of a secret: SHA-256, hex. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** What may be shown of a secret later. */
export function prefixOf(secret: string): string {
  return secret.slice(0, PREFIX_LENGTH);
}
