import type { EntityManager } from 'typeorm';

/** Second argument of every `@EventPattern` method (`@Ctx()`): the transaction in which the event takes effect. */
export interface EventContext {
  manager: EntityManager;
}
