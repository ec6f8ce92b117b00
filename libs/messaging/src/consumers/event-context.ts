import type { EntityManager } from 'typeorm';

type Work<T> = (manager: EntityManager, items: T[]) => Promise<void>;

/**
 * Second argument of every `@EventPattern` and `@Projection` method (`@Ctx()`): the transaction in which the events of a batch take
 * effect (of projections: none), and what is to be done at the end for all of them at once.
 */
export class EventContext {
  private readonly later = new Map<Work<never>, unknown[]>();

  constructor(readonly manager: EntityManager) {}

  /** Has `work` called once, before the commit if there is one, with the items of every event of the batch, in their order. */
  together<T>(work: Work<T>, item: T): void {
    const items = this.later.get(work);
    if (items) items.push(item);
    else this.later.set(work, [item]);
  }

  /** Does what was put off so far; for handlers whose work must come after it. */
  async settle(): Promise<void> {
    const waiting = [...this.later];
    this.later.clear();
    for (const [work, items] of waiting) await (work as Work<unknown>)(this.manager, items);
  }
}
