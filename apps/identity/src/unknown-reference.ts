import { DomainError } from '@relata/contracts';

/** The refusal of an id that no live record of this service has. */
export function unknownReference(noun: string, id: string, pointer: string): DomainError {
  const message = `There is no ${noun} with id ${id}.`;
  return new DomainError('UNKNOWN_REFERENCE', message, {
    errors: [{ pointer, code: 'unknown_reference', message }],
  });
}
