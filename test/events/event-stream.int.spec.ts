import { randomUUID } from 'node:crypto';
import type { EventEnvelope } from '@relata/contracts';
import { eventually } from '@relata/testing';
import { LogOverHttp } from './log-over-http';
import { SseReader } from './sse-reader';

const STREAMS = 4;
const STALL_SECONDS = 2;

// Tens of megabytes go through the broker, and heartbeats come every 15 s.
jest.setTimeout(60_000);

let log: LogOverHttp;
const readers: SseReader[] = [];
beforeAll(async () => {
  log = await LogOverHttp.start({
    EVENT_STREAM_LIMIT: String(STREAMS),
    EVENT_STREAM_STALL_SECONDS: String(STALL_SECONDS),
  });
}, 60_000);
afterEach(() => {
  for (const reader of readers.splice(0)) reader.break();
});
afterAll(async () => log.stop());

/** A stream; tried again while those of the test before are still counted, or the gateway starts. */
async function open(query = '', lastEventId?: string): Promise<SseReader> {
  return eventually(async () => {
    const reader = await SseReader.open(`${log.url}/stream${query}`, {
      authorization: log.authorization,
      ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
    });
    readers.push(reader);
    expect(reader.status).toBe(200);
    return reader;
  });
}

/** Waits until the reader has had this version of the record. */
async function untilVersion(reader: SseReader, recordId: string, version: number): Promise<void> {
  await eventually(() => expect(versionsOf(reader.events, recordId).at(-1)).toBe(version));
}

const versionsOf = (events: EventEnvelope[], recordId: string) =>
  events.filter(({ subject }) => subject === recordId).map(({ recordversion }) => recordversion);
const upTo = (version: number) => Array.from({ length: version }, (_, index) => index + 1);

it('sends what happens from now on, as pages show it, soon', async () => {
  const reader = await open();
  expect(reader.answer.headers).toMatchObject({
    'content-type': 'text/event-stream',
    'cache-control': 'no-cache, no-transform',
  });
  await eventually(() => expect(reader.lastEventId).not.toBe(''));
  expect(reader.retry).toBeGreaterThanOrEqual(500);
  const recordId = randomUUID();
  const delays: number[] = [];
  for (const version of upTo(20)) {
    await log.write(recordId, version);
    const written = Date.now();
    await untilVersion(reader, recordId, version);
    delays.push(Date.now() - written);
  }
  expect(versionsOf(reader.events, recordId)).toEqual(upTo(20));
  delays.sort((a, b) => a - b);
  expect(delays[0]).toBeLessThan(100);
  // On a busy machine too: without the relay's word, each would wait for a poll, one second.
  expect(delays[10]).toBeLessThan(500);
  const { events } = await log.walk(`&record=contact:${recordId}`);
  expect(reader.events.filter(({ subject }) => subject === recordId)).toEqual(events);
});

it('begins where it is told, and goes over from the log to what comes', async () => {
  const recordId = randomUUID();
  const { after } = await log.walk();
  await log.write(recordId, 1, 300);
  await log.untilSequenced();
  const fromStart = await open(`?after=start&record=${recordId}`);
  const fromToken = await open(`?after=${after}`);
  // Last-Event-ID goes before after: a browser comes back to the same URL.
  const fromId = await open('?after=start', after);
  for (let version = 301; version <= 360; version += 3) await log.write(recordId, version, 3);
  for (const reader of [fromStart, fromToken, fromId]) {
    await untilVersion(reader, recordId, 360);
    expect(versionsOf(reader.events, recordId)).toEqual(upTo(360));
  }
  expect(fromId.events[0]!.subject).toBe(recordId);
});

it('filters by type and by record, and lets the reader skip what did not fit', async () => {
  const [one, other] = [randomUUID(), randomUUID()];
  const types = await open('?type=contact.created,deal.won&type=contact.merged');
  const record = await open(`?record=contact:${one}`);
  await log.write(one, 1, 3);
  await log.write(other, 1, 3);
  await untilVersion(types, other, 1);
  await untilVersion(record, one, 3);
  expect(types.events.map(({ type }) => type)).toEqual(['contact.created', 'contact.created']);
  expect(record.events.map(({ subject }) => subject)).toEqual([one, one, one]);
});

it('goes on without loss after the connection was broken, while writes go on', async () => {
  const recordId = randomUUID();
  const seen: EventEnvelope[] = [];
  let reader = await open();
  await eventually(() => expect(reader.lastEventId).not.toBe(''));
  let isWriting = true;
  const writing = (async () => {
    for (let version = 1; version <= 300; version += 3) await log.write(recordId, version, 3);
    isWriting = false;
  })();
  const reopen = async () => {
    reader.break();
    seen.push(...reader.events);
    reader = await open('', reader.lastEventId);
  };
  while (isWriting) {
    const had = reader.events.length;
    await eventually(() => expect(reader.events.length > had || !isWriting).toBe(true));
    await reopen();
  }
  await writing;
  // The last one may have come before the last break.
  const all = () => versionsOf([...seen, ...reader.events], recordId);
  await eventually(() => expect(all().at(-1)).toBe(300));
  expect(all()).toEqual(upTo(300));
});

it('ends in good order when the gateway stops, and goes on with the next one', async () => {
  const recordId = randomUUID();
  const reader = await open();
  await log.write(recordId, 1, 3);
  await untilVersion(reader, recordId, 3);
  const stopped = Date.now();
  await log.stopGateway();
  expect(Date.now() - stopped).toBeLessThan(5_000);
  await eventually(() => expect(reader.end).toBe('ended'));
  await log.write(recordId, 4, 2);
  await log.startGateway();
  const next = await open('', reader.lastEventId);
  await log.write(recordId, 6);
  await untilVersion(next, recordId, 6);
  expect(versionsOf(next.events, recordId)).toEqual([4, 5, 6]);
});

it('goes on when NATS has lost its store', async () => {
  const recordId = randomUUID();
  const open_ = await open();
  const cut = await open();
  await log.write(recordId, 1, 30);
  await untilVersion(open_, recordId, 30);
  await untilVersion(cut, recordId, 30);
  cut.break();
  await log.system.wipeNats();
  await eventually(() => log.write(recordId, 31, 2));
  const resumed = await open('', cut.lastEventId);
  await eventually(() => log.write(recordId, 33, 2));
  await untilVersion(resumed, recordId, 34);
  expect(versionsOf(resumed.events, recordId)).toEqual([31, 32, 33, 34]);
  await untilVersion(open_, recordId, 34);
  expect(versionsOf(open_.events, recordId)).toEqual(upTo(34));
});

it('lets a slow reader cost little, cuts it, and loses it nothing', async () => {
  const recordId = randomUUID();
  const { after } = await log.walk();
  // More than the sockets between us can hold.
  const count = 60;
  for (let version = 1; version <= count; version += 2)
    await log.write(recordId, version, 2, { filler: 'x'.repeat(400_000) });
  await log.untilSequenced();
  const others = upTo(STREAMS - 1).map(() => open('?type=deal.lost'));
  await Promise.all(others);
  const slow = await open(`?after=${after}&record=contact:${recordId}`);
  slow.pause();
  let asked = 0;
  const questions = log.system.nats.subscribe('rpc.contact.events.list', {
    callback: (_, message) => (asked += message.string().includes(recordId) ? 1 : 0),
  });
  expect((await log.get('/stream')).status).toBe(503);
  // There is room again: the slow one was cut.
  await open('?type=deal.lost');
  questions.unsubscribe();
  slow.resume();
  await eventually(() => expect(slow.end).toBe('cut'));
  const had = versionsOf(slow.events, recordId);
  expect(had.length).toBeLessThan(count);
  // Two of these events are a page: a stopped reader asks for no more of them.
  expect(asked).toBeLessThan(20);

  readers.splice(0).forEach((reader) => reader.break());
  const next = await open(`?record=contact:${recordId}`, slow.lastEventId || after);
  await untilVersion(next, recordId, count);
  expect([...had, ...versionsOf(next.events, recordId)]).toEqual(upTo(count));
});

it('shows that it lives though nothing happens', async () => {
  const reader = await open('?type=deal.lost');
  await eventually(() => expect(reader.comments).toEqual(['heartbeat']), { withinMs: 20_000 });
  expect(reader.events).toEqual([]);
});

it('ends when its key is revoked', async () => {
  const reader = await open();
  await log.system.service('identity').query('UPDATE api_key SET deleted_at = now()');
  try {
    await eventually(() => expect(reader.end).toBe('ended'), { withinMs: 20_000 });
  } finally {
    await log.system.service('identity').query('UPDATE api_key SET deleted_at = NULL');
  }
});

it('is refused beyond the limit of this gateway, with a time to come again', async () => {
  for (let count = 0; count < STREAMS; count++) await open();
  const refused = await log.get('/stream');
  expect(refused.status).toBe(503);
  expect(refused.headers.get('retry-after')).toBe('1');
  expect(refused.body).toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
  readers.splice(0).forEach((reader) => reader.break());
  await open();
});

it.each([
  ['/stream?after=x', 'INVALID_CURSOR'],
  [`/stream?after=${Buffer.from('{"contact":999999999}').toString('base64url')}`, 'INVALID_CURSOR'],
  ['/stream?limit=7', 'INVALID_QUERY'],
  ['/stream?colour=red', 'INVALID_QUERY'],
])('refuses %s', async (query, code) => {
  const { status, headers, body } = await log.get(query);
  expect([status, (body as unknown as { code: string }).code]).toEqual([400, code]);
  expect(headers.get('content-type')).toContain('application/problem+json');
});
