import { randomUUID } from 'node:crypto';
import { DiscardPolicy } from 'nats';
import { snapshotOf, type EventEnvelope, type Page, type ParkedEventView } from '@relata/contracts';
import { freePort } from '@relata/embedded';
import {
  TestSystem,
  errorOf,
  eventually,
  probeConsumer,
  probeProducer,
  type ProbeDetails,
  type TestService,
} from '@relata/testing';
import { Lease } from '../lease';

// eslint-disable-next-line @typescript-eslint/unbound-method -- called on a lease by the spy
const original = Lease.prototype.take;

interface Effect {
  event_id: string;
  record_id: string;
  version: number;
  causation_id: string;
}

let system: TestSystem;
let consumer: TestService;
beforeEach(async () => {
  system = await TestSystem.start([probeProducer, probeConsumer]);
  consumer = system.service('activity');
});
afterEach(async () => system.stop());

const write = (recordId: string, version: number, count = 1, details: ProbeDetails = {}) =>
  system.service('contact').call('probe.write', { recordId, version, count, details });
const effects = () => consumer.query<Effect>('SELECT * FROM effect ORDER BY seq');
const untilEffects = (count: number, withinMs = 15_000) =>
  eventually(
    async () => {
      const rows = await effects();
      expect(rows).toHaveLength(count);
      return rows;
    },
    { withinMs },
  );
/** Puts a copy of an event into the stream, as a broker or relay that is not sure does. */
async function deliverAgain(event: EventEnvelope): Promise<void> {
  await system.nats.jetstream().publish(event.type, JSON.stringify(event));
}

it('lets each event take effect once and in order, and names it as the cause', async () => {
  const recordId = randomUUID();
  await write(recordId, 1, 50);
  const rows = await untilEffects(50);
  expect(rows.map((row) => row.version)).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
  for (const row of rows) expect(row.causation_id).toBe(row.event_id);
});

it('lets the events of a tenth of a second take effect together', async () => {
  const recordId = randomUUID();
  const began = performance.now();
  for (let version = 1; version <= 60; version++) await write(recordId, version);
  await untilEffects(60);
  const tenths = (performance.now() - began) / 100;
  const transactions = await consumer.query('SELECT DISTINCT xmin FROM effect');
  expect(transactions.length).toBeLessThanOrEqual(tenths + 2);
});

it('lets an event that is delivered several times take effect once', async () => {
  const recordId = randomUUID();
  await write(recordId, 1);
  await untilEffects(1);
  const [event] = await system.published('CONTACT');
  for (let copy = 0; copy < 5; copy++) await deliverAgain(event!);
  await write(recordId, 2);
  const rows = await untilEffects(2);
  expect(rows.map((row) => row.version)).toEqual([1, 2]);
});

it('lets two copies in one batch take effect once', async () => {
  await system.stopServices();
  const recordId = randomUUID();
  const event = {
    id: randomUUID(),
    type: 'contact.created',
    subject: recordId,
    recordtype: 'contact',
    recordversion: 1,
    requestid: 'r',
    data: { before: {}, after: {}, contact: { id: recordId, version: 1 } },
  } as unknown as EventEnvelope;
  expect(snapshotOf(event).id).toBe(recordId);
  await deliverAgain(event);
  await deliverAgain(event);
  await system.startReplica(probeConsumer);
  await deliverAgain({ ...event, id: randomUUID(), recordversion: 2 });
  const rows = await untilEffects(2);
  expect(rows.map((row) => row.version)).toEqual([1, 2]);
});

it('does nothing twice with two replicas', async () => {
  await system.startReplica(probeConsumer);
  const records = Array.from({ length: 10 }, () => randomUUID());
  await Promise.all(records.map((recordId) => write(recordId, 1, 30)));
  const rows = await untilEffects(300);
  expect(new Set(rows.map((row) => row.event_id)).size).toBe(300);
});

it('tries an event again that failed, without repeating the others of its batch', async () => {
  const failing = randomUUID();
  await write(failing, 1, 1, { failures: 2 });
  await Promise.all(Array.from({ length: 10 }, () => write(randomUUID(), 1)));
  const rows = await untilEffects(11);
  expect(rows.filter((row) => row.record_id === failing)).toHaveLength(1);
  expect(await consumer.query('SELECT 1 FROM dead_letter')).toHaveLength(0);
});

it('parks what fails five times with its reason, and goes on with the others meanwhile', async () => {
  const poisoned = randomUUID();
  await write(poisoned, 1, 1, { poison: true });
  await Promise.all(Array.from({ length: 10 }, () => write(randomUUID(), 1)));
  const rows = await untilEffects(10, 5_000);
  expect(rows.filter((row) => row.record_id === poisoned)).toHaveLength(0);
  const parked = await untilParked(1);
  const [event] = (await system.published('CONTACT')).filter(({ subject }) => subject === poisoned);
  expect(parked[0]).toMatchObject({
    event_id: event!.id,
    type: 'contact.created',
    reason: expect.stringMatching(/try \d+/) as string,
    payload: event,
  });
  expect(await effects()).toHaveLength(10);
});

it('holds back the later events of a record while one fails, and lets other records pass', async () => {
  const failing = randomUUID();
  // More often than a batch is halved, and less often than an event is tried alone.
  await write(failing, 1, 1, { failures: 4 });
  await write(failing, 2, 5);
  await Promise.all(Array.from({ length: 5 }, () => write(randomUUID(), 1)));
  const rows = await untilEffects(11);
  const own = rows.map((row) => row.record_id === failing);
  expect(own.slice(0, 5)).toEqual(Array.from({ length: 5 }, () => false));
  expect(rows.filter((_, index) => own[index]).map((row) => row.version)).toEqual([1, 2, 3, 4, 5, 6]);
});

it('keeps the order of each record with several replicas, while the lease changes hands', async () => {
  await Promise.all([system.startReplica(probeConsumer), system.startReplica(probeConsumer)]);
  const records = Array.from({ length: 5 }, () => randomUUID());
  const epoch = async () =>
    Number((await consumer.query(`SELECT epoch FROM lease WHERE name = 'CONTACT'`))[0]?.epoch ?? 0);
  const before = await epoch();
  let isRobbing = true;
  const robber = (async () => {
    for (let handover = 0; handover < 3; handover++) {
      const held = await epoch();
      // As if the reader had stalled for longer than its lease, again and again until another has it.
      const rob = async () => {
        await consumer.query(`UPDATE lease SET expires_at = clock_timestamp() WHERE name = 'CONTACT'`);
        expect(await epoch()).toBeGreaterThan(held);
      };
      await eventually(rob, { withinMs: 30_000 });
      // Who has it now is to get something done before it is robbed in turn.
      const { length } = await effects();
      await eventually(async () => expect((await effects()).length).toBeGreaterThan(length), {
        withinMs: 30_000,
      });
    }
    isRobbing = false;
  })();
  const written = await Promise.all(
    records.map(async (recordId) => {
      let version = 0;
      for (; isRobbing || version === 0; version += 3) await write(recordId, version + 1, 3);
      return version;
    }),
  );
  await robber;
  const rows = await untilEffects(
    written.reduce((sum, count) => sum + count, 0),
    60_000,
  );
  expect(await epoch()).toBeGreaterThanOrEqual(before + 3);
  for (const [at, recordId] of records.entries()) {
    const versions = rows.filter((row) => row.record_id === recordId).map((row) => row.version);
    expect(versions).toEqual(Array.from({ length: written[at] ?? 0 }, (_, index) => index + 1));
  }
}, 150_000);

it('takes what is sent to it alone: again only when forced', async () => {
  const recordId = randomUUID();
  await write(recordId, 1, 3);
  await untilEffects(3);
  const replay = (force: boolean, after = 0) =>
    system.service('contact').call('events.replay', { to: 'activity', after, force, limit: 100 });
  expect(await replay(false)).toEqual({ sent: 3, through: 3, hasMore: false });
  expect(await replay(true, 2)).toEqual({ sent: 1, through: 3, hasMore: false });
  await untilEffects(4);
  expect((await effects()).map((row) => row.version)).toEqual([1, 2, 3, 3]);
});

it('does not know how it ended when the broker takes some of the events that are sent again', async () => {
  await write(randomUUID(), 1, 5);
  await untilEffects(5);
  const replay = () =>
    system
      .service('contact')
      .call('events.replay', { to: 'invoicing', after: 0, limit: 100 }, { writes: true });
  expect(await replay()).toMatchObject({ sent: 5 });
  const { streams } = await system.nats.jetstreamManager();
  await streams.update('REPLAY_invoicing', { max_msgs: 7, discard: DiscardPolicy.New });
  expect((await errorOf(replay())).code).toBe('OUTCOME_UNKNOWN');
  expect(await system.published('REPLAY_invoicing')).toHaveLength(7);
  expect((await errorOf(replay())).code).toBe('INTERNAL');
});

it('sends to a reader outside what it asks for, from a time on', async () => {
  await write(randomUUID(), 1, 2);
  await untilEffects(2);
  const time = new Date().toISOString();
  const recordId = randomUUID();
  await write(recordId, 1, 3);
  await untilEffects(5);
  const after = await system.service('contact').call('events.before', { time });
  expect(after).toBe(2);
  const page = await system
    .service('contact')
    .call('events.replay', { to: 'invoicing', after, types: ['contact.updated'], limit: 100 });
  expect(page).toEqual({ sent: 2, through: 5, hasMore: false });
  const sent = await system.published('REPLAY_invoicing');
  expect(sent.map((event) => [event.type, event.subject, event.recordversion])).toEqual([
    ['contact.updated', recordId, 2],
    ['contact.updated', recordId, 3],
  ]);
});

it('takes a parked event again when told to, parks it again when it fails again, and drops it when told to', async () => {
  const healing = randomUUID();
  const hopeless = randomUUID();
  await write(healing, 1, 1, { failures: 6 });
  await write(hopeless, 1, 1, { poison: true });
  await untilParked(2);
  const { data } = await consumer.call<Page<ParkedEventView>>('parked.list', { limit: 10 });
  const idOf = (recordId: string) => data.find(({ payload }) => payload.subject === recordId)!.eventId;
  expect(data.map((row) => [row.service, row.type])).toEqual(data.map(() => ['activity', 'contact.created']));
  await consumer.call('parked.retry', { id: idOf(healing) });
  await consumer.call('parked.retry', { id: idOf(hopeless) });
  const [effect] = await untilEffects(1);
  expect(effect!.record_id).toBe(healing);
  const [again] = await untilParked(1);
  expect(again).toMatchObject({
    event_id: idOf(hopeless),
    reason: expect.stringMatching(/try ([6-9]|1\d)\./) as string,
  });
  await consumer.call('parked.drop', { id: idOf(hopeless) });
  expect(await consumer.query('SELECT 1 FROM dead_letter')).toEqual([]);
  await expect(consumer.call('parked.retry', { id: randomUUID() })).rejects.toThrow(
    'There is no parked event',
  );
});

it('tells its lag, and what it took, parked and could not publish, to Prometheus', async () => {
  const port = await freePort();
  await system.startReplica(probeConsumer, { HEALTH_PORT: String(port) });
  await write(randomUUID(), 1, 3);
  await write(randomUUID(), 1, 1, { poison: true });
  await untilParked(1);
  const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  expect(metrics).toContain('relata_consumer_lag{stream="CONTACT"} 0');
  expect(metrics).toContain('relata_events_parked 1');
  expect(metrics).toContain('relata_events_unpublished 0');
  expect(metrics).toMatch(/relata_consumer_events_total\{stream="CONTACT",outcome="applied"\} \d/);
  expect(metrics).toContain('process_cpu_seconds_total');
});

it('parks messages that are no events, and goes on', async () => {
  const garbage = ['not JSON at all', '{}', 'null', '{"id":"no uuid","type":"contact.updated","data":{}}'];
  for (const text of garbage) await system.nats.jetstream().publish('contact.updated', text);
  await write(randomUUID(), 1);
  await untilEffects(1);
  const parked = await untilParked(garbage.length);
  expect(parked.map(({ payload }) => (payload as { text: string }).text).sort()).toEqual(garbage.sort());
  await write(randomUUID(), 1);
  await untilEffects(2);
});

it('looks twice a second while the database fails, not as fast as it can, and goes on after', async () => {
  await write(randomUUID(), 1);
  await untilEffects(1);
  const times: number[] = [];
  const take = jest.spyOn(Lease.prototype, 'take').mockImplementation(function (this: Lease) {
    if (this.name === 'CONTACT') times.push(performance.now());
    return original.call(this);
  });
  await consumer.query('ALTER TABLE lease RENAME TO lease_away');
  await eventually(() => expect(times.length).toBeGreaterThan(4));
  take.mockRestore();
  await consumer.query('ALTER TABLE lease_away RENAME TO lease');
  expect(times.at(-1)! - times[0]!).toBeGreaterThan((times.length - 1) * 300);
  await write(randomUUID(), 1);
  await untilEffects(2);
});

it('goes on at once after a restart, with nothing lost and nothing twice', async () => {
  const recordId = randomUUID();
  const writing = (async () => {
    for (let version = 1; version <= 300; version += 10) await eventually(() => write(recordId, version, 10));
  })();
  await untilEffectsAtLeast(20);
  await system.startReplica(probeProducer);
  const restarted = await system.startReplica(probeConsumer);
  await restarted.close();
  await system.startReplica(probeConsumer);
  await writing;
  const rows = await untilEffects(300, 10_000);
  expect(new Set(rows.map((row) => row.version)).size).toBe(300);
});

it('follows again when the broker lost its store, and does nothing twice', async () => {
  const recordId = randomUUID();
  await write(recordId, 1, 10);
  await untilEffects(10);
  await system.wipeNats();
  await eventually(() => write(recordId, 11));
  const rows = await untilEffects(11, 25_000);
  expect(rows.map((row) => row.version)).toEqual(Array.from({ length: 11 }, (_, index) => index + 1));
});

async function untilEffectsAtLeast(count: number): Promise<void> {
  await eventually(async () => expect((await effects()).length).toBeGreaterThanOrEqual(count));
}

async function untilParked(count: number): Promise<Record<string, unknown>[]> {
  return eventually(
    async () => {
      const found = await consumer.query('SELECT * FROM dead_letter');
      expect(found).toHaveLength(count);
      return found;
    },
    { withinMs: 20_000 },
  );
}
