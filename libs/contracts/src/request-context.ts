/** Who acts. `system` stands for the services themselves (effects of events). */
export interface Principal {
  /** Id of the user; null for the system. */
  id: string | null;
  name: string;
  kind: 'user' | 'system';
}

/** What travels with every request and, by causation, into every event. */
export interface RequestContext {
  requestId: string;
  principal: Principal;
  /** Id of the event that caused this work, when an event did. */
  causationId?: string;
  /** Milliseconds since the epoch after which nobody waits for the answer any more. */
  deadline?: number;
}

export const SYSTEM: Principal = { id: null, name: 'system', kind: 'system' };
