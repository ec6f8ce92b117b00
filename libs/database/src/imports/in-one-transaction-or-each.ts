import type { EntityManager } from 'typeorm';
import { DomainError } from '@relata/contracts';
import type { EventLog } from '@relata/messaging';

interface Work<T> {
  write(manager: EntityManager, items: T[]): Promise<void>;
  /** Called in a transaction of its own for an item that `write` refused. */
  refused(manager: EntityManager, item: T, error: DomainError): Promise<void>;
}

/**
 * Writes all items in one transaction; if a rule refuses one of them, each in a transaction of its own, so that it does
 * not stop the others. Errors that are not of the items (DomainError) are thrown, and nothing of the transaction stays.
 */
export async function inOneTransactionOrEach<T>(
  eventLog: EventLog,
  items: T[],
  work: Work<T>,
): Promise<void> {
  try {
    await eventLog.transaction((manager) => work.write(manager, items));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const [item, ...others] = items;
    if (item === undefined) throw error;
    if (others.length === 0) await eventLog.transaction((manager) => work.refused(manager, item, error));
    else for (const one of items) await inOneTransactionOrEach(eventLog, [one], work);
  }
}
