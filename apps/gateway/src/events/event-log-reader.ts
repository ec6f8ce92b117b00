import { Injectable } from '@nestjs/common';
import type { EventLogPage, EventLogQuery, RequestContext, ServiceName } from '@relata/contracts';
import { RpcClient } from '@relata/messaging';
import { currentContext } from '@relata/platform';
import type { EventSelection, Start } from './events-query';
import { mergeLogs, type MergedPage } from './merge-logs';
import type { Positions } from './positions';

/** How long a question for rare events may look in vain before it answers an empty page. */
const SEARCH_MS = 1_000;

/** Reads the logs of the services as one. */
@Injectable()
export class EventLogReader {
  constructor(private readonly rpc: RpcClient) {}

  /** The positions that `start` stands for, among the logs of `owners`; of a date, those before the events since then. */
  async positionsOf(start: Start | Date, owners: readonly ServiceName[]): Promise<Positions> {
    if (start === 'start') return {};
    if (start !== 'now' && !(start instanceof Date)) return { ...start };
    const [verb, payload] =
      start === 'now' ? ['events.end', {}] : ['events.before', { time: start.toISOString() }];
    const positions = await Promise.all(
      owners.map(async (owner) => [owner, await this.rpc.call<number>(owner, verb, payload)] as const),
    );
    return Object.fromEntries(positions);
  }

  /**
   * The next events of all services behind `after`, at most `limit`. Throws INVALID_CURSOR for a position that no
   * log has reached, SERVICE_UNAVAILABLE when a log cannot be read.
   */
  async page(
    after: Positions,
    { filter, owners }: EventSelection,
    limit: number,
    context: RequestContext = currentContext(),
  ): Promise<MergedPage> {
    const until = Date.now() + SEARCH_MS;
    for (let positions = after; ;) {
      const pages = await Promise.all(
        owners.map(async (owner) => {
          const query: EventLogQuery = { ...filter, after: positions[owner] ?? 0, limit };
          return [owner, await this.log(owner, query, context)] as const;
        }),
      );
      const merged = mergeLogs(new Map(pages), positions, limit);
      if (merged.events.length > 0 || !merged.hasMore || Date.now() > until) return merged;
      positions = merged.positions;
    }
  }

  /** A stretch of one service's log. */
  log(owner: ServiceName, query: EventLogQuery, context: RequestContext): Promise<EventLogPage> {
    return this.rpc.call<EventLogPage>(owner, 'events.list', query, { context });
  }
}
