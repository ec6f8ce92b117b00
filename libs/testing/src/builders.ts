import { randomBytes } from 'node:crypto';
import { DomainError } from '@relata/contracts';

/** `unique('ada')` → `ada-3f9a1c2b`: a name that no other test has. */
export function unique(word: string): string {
  return `${word}-${randomBytes(4).toString('hex')}`;
}

/** The DomainError that a promise rejects with; throws when it resolves, or rejects with something else. */
export async function errorOf(work: Promise<unknown>): Promise<DomainError> {
  const outcome = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (outcome instanceof DomainError) return outcome;
  throw new Error(
    `A DomainError was expected, not ${outcome === undefined ? 'an answer' : String(outcome)}.`,
  );
}
