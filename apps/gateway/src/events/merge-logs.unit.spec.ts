import fc from 'fast-check';
import { LOG_OWNERS, type EventEnvelope, type EventLogPage, type ServiceName } from '@relata/contracts';
import { mergeLogs } from './merge-logs';
import type { Positions } from './positions';

type Logs = Map<ServiceName, EventEnvelope[]>;

/** An event as far as a merge looks at it. */
const event = (owner: ServiceName, position: number, second: number) =>
  ({
    source: owner,
    position,
    recordedat: new Date(second * 1000).toISOString(),
    type: second % 3 === 0 ? 'rare' : 'common',
  }) as unknown as EventEnvelope;

/** What a service would answer: within a window of positions, cut at `limit` and at `bytes` events. */
function pageOf(
  log: EventEnvelope[],
  after: number,
  { limit, window, cut, type }: { limit: number; window: number; cut: number; type?: string },
): EventLogPage {
  const matching = log.filter(
    ({ position, ...each }) =>
      position > after && position <= after + window && (type === undefined || each.type === type),
  );
  const events = matching.slice(0, Math.min(limit, cut));
  const through =
    events.length < matching.length
      ? (events.at(-1)?.position ?? after)
      : Math.min(after + window, log.length);
  return { events, through, hasMore: through < log.length, isWhole: true };
}

const logs: fc.Arbitrary<Logs> = fc
  .array(fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 30 }), { minLength: 1, maxLength: 4 })
  .map(
    (all) =>
      new Map(
        all.map((seconds, index) => {
          const owner = LOG_OWNERS[index] as ServiceName;
          return [owner, seconds.map((second, at) => event(owner, at + 1, second))];
        }),
      ),
  );
const settings = fc.record(
  {
    limit: fc.integer({ min: 1, max: 12 }),
    window: fc.integer({ min: 1, max: 40 }),
    cut: fc.integer({ min: 1, max: 12 }),
    type: fc.constantFrom('rare', 'common'),
  },
  { requiredKeys: ['limit', 'window', 'cut'] },
);

function walk(all: Logs, how: { limit: number; window: number; cut: number; type?: string }) {
  const seen: EventEnvelope[] = [];
  let positions: Positions = {};
  for (;;) {
    const pages = new Map([...all].map(([owner, log]) => [owner, pageOf(log, positions[owner] ?? 0, how)]));
    const merged = mergeLogs(pages, positions, how.limit);
    expect(merged.events.length).toBeLessThanOrEqual(how.limit);
    seen.push(...merged.events.map(({ event }) => event));
    if (!merged.hasMore) return { seen, positions: merged.positions };
    // Each stretch leads on, or the walk would have no end.
    expect(merged.positions).not.toEqual(positions);
    positions = merged.positions;
  }
}

it('walks every event of every log once, in the order of its log, to the end of all', () => {
  fc.assert(
    fc.property(logs, settings, (all, how) => {
      const { seen, positions } = walk(all, how);
      for (const [owner, log] of all) {
        const wanted = log.filter((each) => how.type === undefined || (each.type as string) === how.type);
        expect(seen.filter((each) => each.source === owner)).toEqual(wanted);
        expect(positions[owner]).toBe(log.length);
      }
    }),
  );
});

it('is in order of time over all logs when the clocks of each go forward', () => {
  const sorted = logs.map(
    (all): Logs =>
      new Map(
        [...all].map(([owner, log]) => {
          const times = log.map(({ recordedat }) => recordedat).sort();
          return [owner, log.map((each, index) => ({ ...each, recordedat: times[index] as string }))];
        }),
      ),
  );
  fc.assert(
    fc.property(sorted, settings, (all, how) => {
      const times = walk(all, how).seen.map(({ recordedat }) => recordedat);
      expect(times).toEqual([...times].sort());
    }),
  );
});
