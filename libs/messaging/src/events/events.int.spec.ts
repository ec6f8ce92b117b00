import { randomUUID } from 'node:crypto';
import type { EventEnvelope } from '@relata/contracts';
import { errorOf, eventually, probeProducer, startTestService, type TestService } from '@relata/testing';

let producer: TestService;
beforeEach(async () => {
  producer = await startTestService(probeProducer);
});
afterEach(async () => producer.system.stop());

const write = (recordId: string, version: number, count = 1, rest = {}) =>
  producer.call('probe.write', { recordId, version, count, ...rest });

async function untilPublished(count: number, withinMs = 15_000): Promise<EventEnvelope[]> {
  return eventually(
    async () => {
      const events = await producer.system.published('CONTACT');
      expect(events).toHaveLength(count);
      expect(await producer.query('SELECT 1 FROM unpublished')).toHaveLength(0);
      return events;
    },
    { withinMs },
  );
}

/** Gapless positions in stream order, contiguous versions per record, no id twice. */
function expectWhole(events: EventEnvelope[]): void {
  expect(events.map((event) => event.position)).toEqual(events.map((_, index) => index + 1));
  expect(new Set(events.map((event) => event.id)).size).toBe(events.length);
  const versions = new Map<string, number>();
  for (const event of events) {
    expect(event.recordversion).toBe((versions.get(event.subject) ?? 0) + 1);
    versions.set(event.subject, event.recordversion);
  }
}

it('publishes a CloudEvents 1.0 envelope', async () => {
  const recordId = randomUUID();
  await write(recordId, 1);
  const [event] = await untilPublished(1);
  expect(event).toEqual({
    specversion: '1.0',
    id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7/) as string,
    source: '/relata/contact',
    type: 'contact.created',
    subject: recordId,
    time: expect.stringMatching(/Z$/) as string,
    datacontenttype: 'application/json',
    recordtype: 'contact',
    recordversion: 1,
    position: 1,
    recordedat: expect.stringMatching(/Z$/) as string,
    actorid: producer.system.principal.id,
    actorname: producer.system.principal.name,
    requestid: expect.any(String) as string,
    data: { before: {}, after: {}, contact: { id: recordId, version: 1, readerIds: [] } },
  });
});

it('has no event of a transaction that was rolled back, and no gap from it', async () => {
  const kept = randomUUID();
  await write(kept, 1);
  expect(await errorOf(write(randomUUID(), 1, 3, { fail: true }))).toMatchObject({ code: 'CONFLICT' });
  await write(kept, 2);
  const events = await untilPublished(2);
  expectWhole(events);
  expect(events.map((event) => event.subject)).toEqual([kept, kept]);
  expect(await producer.query('SELECT 1 FROM event')).toHaveLength(2);
});

it('publishes 24 parallel writers in order, whole', async () => {
  const writers = Array.from({ length: 24 }, async () => {
    const recordId = randomUUID();
    for (let version = 1; version <= 20; version += 2) await write(recordId, version, 2);
  });
  await Promise.all(writers);
  expectWhole(await untilPublished(24 * 20));
});

it('publishes nothing twice while two relays take the lease from each other', async () => {
  const second = await producer.system.startReplica(probeProducer);
  let writing = true;
  const robber = (async () => {
    while (writing) {
      // As if the holder had stalled for longer than its lease.
      await producer.query('UPDATE lease SET expires_at = clock_timestamp()');
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
  })();
  const writers = Array.from({ length: 8 }, async () => {
    const recordId = randomUUID();
    for (let version = 1; version <= 40; version++) await write(recordId, version);
  });
  await Promise.all(writers);
  writing = false;
  await robber;
  expectWhole(await untilPublished(320));
  const [lease] = await producer.query<{ epoch: string }>("SELECT epoch FROM lease WHERE name = 'relay'");
  expect(Number(lease!.epoch)).toBeGreaterThan(2);
  await second.close();
});

it('stands by while another holds the lease, and takes over when that one is silent', async () => {
  await eventually(async () =>
    expect(await producer.query(`SELECT 1 FROM lease WHERE name = 'relay'`)).toHaveLength(1),
  );
  await producer.system.stopServices();
  // What a relay that died a moment ago leaves behind.
  await producer.query(
    `UPDATE lease SET holder = 'dead', epoch = 7, expires_at = clock_timestamp() + interval '2 seconds' WHERE name = 'relay'`,
  );
  await producer.system.startReplica(probeProducer);
  const recordId = randomUUID();
  await write(recordId, 1, 3);
  expect(await producer.system.published('CONTACT')).toHaveLength(0);
  expectWhole(await untilPublished(3));
  const [lease] = await producer.query<{ holder: string; epoch: string }>(
    "SELECT * FROM lease WHERE name = 'relay'",
  );
  expect(lease).toMatchObject({ epoch: '8' });
  expect(lease!.holder).not.toBe('dead');
});

it('does not publish again what the stream stored but nobody marked', async () => {
  await write(randomUUID(), 1, 5);
  await untilPublished(5);
  await producer.system.stopServices();
  // A relay that died between the broker's answer and its mark.
  await producer.query('UPDATE published_run SET last_position = 3, last_stream_seq = 3');
  await producer.system.startReplica(probeProducer);
  expectWhole(await untilPublished(5));
});

it('publishes everything again when the broker lost its store, while the service runs', async () => {
  const recordId = randomUUID();
  await write(recordId, 1, 20);
  await untilPublished(20);
  await producer.system.wipeNats();
  await eventually(() => write(recordId, 21));
  expectWhole(await untilPublished(21, 20_000));
});

it('publishes everything again when the broker lost its store, though nothing is written', async () => {
  await write(randomUUID(), 1, 20);
  await untilPublished(20);
  await producer.system.wipeNats();
  expectWhole(await untilPublished(20, 20_000));
});

it('publishes everything again when the stream was purged', async () => {
  const recordId = randomUUID();
  await write(recordId, 1, 10);
  await untilPublished(10);
  await producer.system.stopServices();
  const manager = await producer.system.nats.jetstreamManager();
  await manager.streams.purge('CONTACT');
  await producer.system.startReplica(probeProducer);
  await write(recordId, 11);
  // Though the broker still knows the ids of what it lost.
  expectWhole(await untilPublished(11));
});

it('publishes everything again, once, when the oldest messages were purged', async () => {
  const recordId = randomUUID();
  await write(recordId, 1, 10);
  await untilPublished(10);
  await producer.system.stopServices();
  const manager = await producer.system.nats.jetstreamManager();
  await manager.streams.purge('CONTACT', { keep: 6 });
  for (const version of [11, 12]) {
    const replica = await producer.system.startReplica(probeProducer);
    await write(recordId, version);
    const events = await untilPublished(6 + version);
    expectWhole(events.slice(6));
    await replica.close();
  }
});

it('publishes again what another store in place of ours does not hold', async () => {
  const recordId = randomUUID();
  await write(recordId, 1, 10);
  const events = await untilPublished(10);
  await producer.system.stopServices();
  await producer.system.wipeNats();
  // A backup that is four events old, with as many messages of somebody else behind them.
  const manager = await eventually(() => producer.system.nats.jetstreamManager());
  await manager.streams.add({ name: 'CONTACT', subjects: ['contact.*'] });
  const jetStream = producer.system.nats.jetstream();
  for (const event of events.slice(0, 6)) {
    await jetStream.publish(event.type, JSON.stringify(event), { msgID: event.id });
  }
  for (let index = 0; index < 4; index++)
    await jetStream.publish('contact.updated', '{}', { msgID: `${index}` });
  await producer.system.startReplica(probeProducer);
  await write(recordId, 11);
  const stored = await untilPublished(15, 20_000);
  expectWhole(stored.filter((event) => 'id' in event));
});

it('does not take for lost what retention took of the stream', async () => {
  await write(randomUUID(), 1, 5);
  await untilPublished(5);
  await producer.system.stopServices();
  await producer.query(`UPDATE event SET recorded_at = recorded_at - interval '8 days' WHERE seq <= 3`);
  const manager = await producer.system.nats.jetstreamManager();
  await manager.streams.purge('CONTACT', { seq: 4 });
  await producer.system.startReplica(probeProducer);
  const recordId = randomUUID();
  await write(recordId, 1);
  const stored = await untilPublished(3);
  expect(stored.map((event) => event.position)).toEqual([4, 5, 6]);
});

it('does not take for lost what retention took, though it took everything', async () => {
  await write(randomUUID(), 1, 5);
  await untilPublished(5);
  await producer.system.stopServices();
  await producer.query(`UPDATE event SET recorded_at = recorded_at - interval '8 days'`);
  await (await producer.system.nats.jetstreamManager()).streams.purge('CONTACT');
  await producer.system.startReplica(probeProducer);
  await write(randomUUID(), 1);
  const stored = await untilPublished(1);
  expect(stored.map((event) => event.position)).toEqual([6]);
});

it('goes on behind a message that somebody else put into the stream', async () => {
  const recordId = randomUUID();
  await write(recordId, 1);
  await untilPublished(1);
  producer.system.nats.publish('contact.updated', 'not ours');
  await producer.system.nats.flush();
  await write(recordId, 2);
  await eventually(async () => expect(await producer.query('SELECT 1 FROM unpublished')).toHaveLength(0));
  const manager = await producer.system.nats.jetstreamManager();
  const last = await manager.streams.getMessage('CONTACT', { seq: 3 });
  expect(last.json()).toMatchObject({ subject: recordId, recordversion: 2, position: 2 });
});

it('keeps the order of a record while somebody else publishes to the stream', async () => {
  const recordId = randomUUID();
  const { nats } = producer.system;
  let writing = true;
  const stranger = (async () => {
    while (writing) {
      await nats.jetstream().publish('contact.updated', JSON.stringify({ strange: true }));
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  })();
  // Each of these transactions is published as one burst, which the stranger falls in the midst of.
  for (let version = 1; version < 500; version += 100) await write(recordId, version, 100);
  writing = false;
  await stranger;
  await eventually(
    async () => expect(await producer.query('SELECT 1 FROM unpublished LIMIT 1')).toEqual([]),
    {
      withinMs: 20_000,
    },
  );
  const events = (await producer.system.published('CONTACT')).filter((event) => event.id);
  const versions = events.map((event) => event.recordversion);
  expect(versions).toEqual(versions.map((_, index) => index + 1));
});
