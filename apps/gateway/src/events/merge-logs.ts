import type { EventEnvelope, EventLogPage, ServiceName } from '@relata/contracts';
import type { Positions } from './positions';

/** An event and whose log it is in. */
export interface LoggedEvent {
  owner: ServiceName;
  event: EventEnvelope;
}

/** A stretch of the log of all services. */
export interface MergedPage {
  events: LoggedEvent[];
  /** Where the next stretch begins. */
  positions: Positions;
  /** Whether there is one already. It can be so though this stretch is empty: a filter looked at many events in vain. */
  hasMore: boolean;
  /** Whether the reader may see everything in these logs. */
  isWhole: boolean;
}

/**
 * At most `limit` events of all logs by the time they were written down; those of one service stay in their own
 * order, whatever its clocks said.
 */
export function mergeLogs(
  pages: ReadonlyMap<ServiceName, EventLogPage>,
  after: Positions,
  limit: number,
): MergedPage {
  const taken = new Map([...pages.keys()].map((owner) => [owner, 0]));
  const headOf = (owner: ServiceName) => pages.get(owner)?.events[taken.get(owner) ?? 0];
  const events: LoggedEvent[] = [];
  while (events.length < limit) {
    let first: LoggedEvent | undefined;
    let isUnknown = false;
    for (const [owner, page] of pages) {
      const head = headOf(owner);
      // What this log holds next was not fetched, and may be older than the others' heads.
      if (!head && page.hasMore) isUnknown = true;
      if (head && (!first || head.recordedat < first.event.recordedat)) first = { owner, event: head };
    }
    if (!first || isUnknown) break;
    events.push(first);
    taken.set(first.owner, (taken.get(first.owner) ?? 0) + 1);
  }

  const positions = { ...after };
  let hasMore = false;
  for (const [owner, page] of pages) {
    const count = taken.get(owner) ?? 0;
    const isDone = count === page.events.length;
    if (isDone) positions[owner] = page.through;
    else if (count > 0) positions[owner] = page.events[count - 1]?.position;
    hasMore ||= !isDone || page.hasMore;
  }
  return { events, positions, hasMore, isWhole: [...pages.values()].every((page) => page.isWhole) };
}
