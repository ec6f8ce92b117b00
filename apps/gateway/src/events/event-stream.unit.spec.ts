import fc from 'fast-check';
import { setImmediate as turn } from 'node:timers/promises';
import { SYSTEM, type EventEnvelope, type EventLogQuery, type ServiceName } from '@relata/contracts';
import type { SequencedSignal, RpcClient } from '@relata/messaging';
import { EventLogReader } from './event-log-reader';
import { EventStream } from './event-stream';
import { EventTail } from './event-tail';
import type { EventSelection } from './events-query';
import { decodePositions, type Positions } from './positions';

const OWNERS: ServiceName[] = ['contact', 'deal'];
/** More than the tail holds. */
const MANY = 2_500;
const UPDATES = OWNERS.map((owner) => `${owner}.updated`);

/** The logs of the services, in memory; their pages are cut as the services do. */
class Logs {
  readonly events = new Map<ServiceName, EventEnvelope[]>();
  private listener: (service: ServiceName, position: number) => void = () => undefined;

  readonly signal = {
    listen: (listener: (service: ServiceName, position: number) => void) => {
      this.listener = listener;
      return () => undefined;
    },
  } as unknown as SequencedSignal;

  readonly rpc = {
    call: async (owner: ServiceName, verb: string, { after, limit }: EventLogQuery) => {
      await turn();
      const log = this.of(owner);
      if (verb === 'events.end') return log.length;
      const events = log.slice(after, after + limit);
      return { events, through: after + events.length, hasMore: after + events.length < log.length };
    },
  } as unknown as RpcClient;

  of(owner: ServiceName): EventEnvelope[] {
    const log = this.events.get(owner) ?? [];
    this.events.set(owner, log);
    return log;
  }

  append(owner: ServiceName, count: number): void {
    const log = this.of(owner);
    for (let added = 0; added < count; added++) {
      const position = log.length + 1;
      const recordedat = new Date(1_800_000_000_000 + position).toISOString();
      const type = position % 3 === 0 ? `${owner}.updated` : `${owner}.created`;
      log.push({ id: `${owner}-${position}`, type, position, recordedat } as EventEnvelope);
    }
    this.listener(owner, log.length);
  }
}

/** Reads a stream to the end of the logs; what it got, and the last id. */
class Reader {
  readonly ids: string[] = [];
  positions: Positions;
  private readonly end = new AbortController();
  private readonly pieces: AsyncGenerator<string>;

  constructor(
    private readonly logs: Logs,
    tail: EventTail,
    selection: EventSelection,
    after: Positions,
  ) {
    this.positions = after;
    const context = { requestId: 'test', principal: SYSTEM };
    const stream = new EventStream(new EventLogReader(logs.rpc), tail, selection, after, context);
    this.pieces = stream.pieces(this.end.signal);
  }

  async take(): Promise<void> {
    const { value } = await this.pieces.next();
    for (const line of (value as string | undefined)?.split('\n') ?? []) {
      if (line.startsWith('id: ')) this.positions = decodePositions(line.slice(4));
      if (line.startsWith('data: ')) this.ids.push((JSON.parse(line.slice(6)) as EventEnvelope).id);
    }
  }

  /** Until it has had so many, or there can be no more of them. */
  async takeAll(wanted: number): Promise<void> {
    while (this.ids.length < wanted && !this.isAtEnd()) await this.take();
  }

  private isAtEnd(): boolean {
    return OWNERS.every((owner) => (this.positions[owner] ?? 0) === this.logs.of(owner).length);
  }

  stop(): void {
    this.end.abort();
  }
}

type Step = { append: ServiceName; count: number } | 'take' | 'turn' | 'reconnect';
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof<fc.Arbitrary<Step>[]>(
    fc.record({ append: fc.constantFrom(...OWNERS), count: fc.constantFrom(1, 7, 300, MANY) }),
    fc.constant<Step>('take'),
    fc.constant<Step>('turn'),
    fc.constant<Step>('reconnect'),
  ),
  { minLength: 1, maxLength: 25 },
);

/** The tail lets go of what a reader, with a place in it or on its way back to one, has not had. */
const append = (count: number): Step => ({ append: 'contact', count });
const joined: Step[] = [append(7), 'turn', 'take', 'take', append(7), 'turn', 'take', 'take'];
const away: Step[] = [append(MANY), 'turn', 'take', append(MANY), 'turn', 'take'];
const LEFT_BEHIND: [Step[], string[] | undefined][] = [
  [[...joined, ...away], undefined],
  [[...joined, 'reconnect', ...away], undefined],
];

it('gives every event of every log once and in order, however slow the reader, wherever it was cut', async () => {
  await fc.assert(
    fc.asyncProperty(steps, fc.constantFrom(undefined, UPDATES), async (all, types) => {
      const logs = new Logs();
      const selection: EventSelection = { filter: types ? { types } : {}, owners: OWNERS };
      const tail = new EventTail(new EventLogReader(logs.rpc), logs.signal);
      tail.enter();
      const got: string[] = [];
      let reader = new Reader(logs, tail, { ...selection }, {});
      const wantedOf = (owner: ServiceName) =>
        logs.of(owner).filter(({ type }) => types === undefined || types.includes(type));
      const wanted = () => OWNERS.reduce((sum, owner) => sum + wantedOf(owner).length, 0);
      for (const step of all) {
        if (step === 'turn') for (let turns = 0; turns < 40; turns++) await turn();
        else if (step === 'take') {
          if (got.length + reader.ids.length < wanted()) await reader.take();
        } else if (step === 'reconnect') {
          reader.stop();
          got.push(...reader.ids);
          reader = new Reader(logs, tail, { ...selection }, reader.positions);
        } else logs.append(step.append, step.count);
      }
      await reader.takeAll(wanted() - got.length);
      got.push(...reader.ids);
      reader.stop();
      tail.leave();
      for (const owner of OWNERS) {
        expect(got.filter((id) => id.startsWith(owner))).toEqual(wantedOf(owner).map(({ id }) => id));
      }
    }),
    { numRuns: 60, examples: LEFT_BEHIND },
  );
});
