import type { ServiceName } from '@relata/contracts';

/** What the load asked for. */
export type Operation =
  | 'contact.create'
  | 'contact.patch'
  | 'contact.merge'
  | 'company.create'
  | 'company.patch'
  | 'deal.create'
  | 'deal.patch'
  | 'deal.stage'
  | 'deal.close'
  | 'task.create'
  | 'task.patch'
  | 'task.complete'
  | 'batch.sale';

/** `ok`: acknowledged; `failed`: refused, so it must not have happened; `unknown`: it may have happened, once. */
export type Outcome = 'ok' | 'failed' | 'unknown';

/** One write over HTTP. Events carry its request id, so the checker finds what became of it. */
export interface Write {
  requestId: string;
  operation: Operation;
  service: ServiceName;
  /** Milliseconds since the epoch. */
  sentAt: number;
  doneAt: number;
  outcome: Outcome;
  /** HTTP status, 0 when no answer came. */
  status: number;
  code: string | undefined;
  /** The record and its version, of an acknowledged write. */
  recordId?: string;
  version?: number;
}

/** Everything that the load did, in the order in which it was answered. */
export class History {
  readonly writes: Write[] = [];

  add(write: Write): void {
    this.writes.push(write);
  }

  count(outcome: Outcome): number {
    return this.writes.reduce((sum, write) => sum + Number(write.outcome === outcome), 0);
  }

  /** How often each answer was given: `503 SERVICE_UNAVAILABLE: 12`. */
  answers(): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const { status, code } of this.writes) {
      const name = code ? `${status} ${code}` : String(status);
      counts[name] = (counts[name] ?? 0) + 1;
    }
    return counts;
  }
}
