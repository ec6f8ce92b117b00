import type { AccessContext } from './access/rules';

/** Who acts. `system` stands for the services themselves (effects of events), `anonymous` for who has not signed in. */
export interface Principal {
  /** Id of the user; null for the others. */
  id: string | null;
  name: string;
  kind: 'user' | 'system' | 'anonymous';
  /** By which role and for which teams the user acts in this request. */
  access?: AccessContext;
}

/** What travels with every request and, by causation, into every event. */
export interface RequestContext {
  requestId: string;
  principal: Principal;
  /** Id of the event that caused this work, when an event did. */
  causationId?: string;
  /** Milliseconds since the epoch after which nobody waits for the answer any more. */
  deadline?: number;
  /** `Idempotency-Key` of a write: equal ones have one effect, and the same answer. */
  idempotencyKey?: string;
  /** Whether a write is only rehearsed. */
  dryRun?: boolean;
}

export const SYSTEM: Principal = { id: null, name: 'system', kind: 'system' };
export const ANONYMOUS: Principal = { id: null, name: 'anonymous', kind: 'anonymous' };
