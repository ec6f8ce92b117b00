import { DomainError, notFound, type ServiceName } from '@relata/contracts';

/** The service that knows something by its id, of those that may, and what it answers. Throws NOT_FOUND when none does. */
export async function firstOwner<T, S extends ServiceName>(
  owners: readonly S[],
  noun: string,
  id: string,
  ask: (owner: S) => Promise<T>,
): Promise<[S, T]> {
  for (const owner of owners) {
    try {
      return [owner, await ask(owner)];
    } catch (error) {
      if (!(error instanceof DomainError && error.code === 'NOT_FOUND')) throw error;
    }
  }
  throw notFound(noun, id);
}
