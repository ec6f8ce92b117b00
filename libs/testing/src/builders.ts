import { randomBytes } from 'node:crypto';
import { DomainError } from '@relata/contracts';

/** `unique('ada')` → `ada-3f9a1c2b`: a name that no other test has. */
export function unique(word: string): string {
  return `${word}-${randomBytes(4).toString('hex')}`;
}

/** An e-mail address that no other test has. */
export function uniqueEmail(name = 'ada'): string {
  return `${unique(name)}@example.org`;
}

/** The DomainError that a promise rejects with; throws when it resolves, or rejects with something else. */
export async function errorOf(work: Promise<unknown>): Promise<DomainError> {
  const { errors } = await outcomesOf([work]);
  if (!errors[0]) throw new Error('A DomainError was expected, not an answer.');
  return errors[0];
}

/** Answers and DomainErrors of what ran in parallel; throws any other error. */
export async function outcomesOf<T>(work: Promise<T>[]): Promise<{ answers: T[]; errors: DomainError[] }> {
  const answers: T[] = [];
  const errors: DomainError[] = [];
  for (const outcome of await Promise.allSettled(work)) {
    if (outcome.status === 'fulfilled') answers.push(outcome.value);
    else if (outcome.reason instanceof DomainError) errors.push(outcome.reason);
    else throw outcome.reason;
  }
  return { answers, errors };
}
