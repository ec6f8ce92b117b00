import { randomUUID } from 'node:crypto';
import type { EventEnvelope } from '@relata/contracts';
import { eventually, unique } from '@relata/testing';
import { LogOverHttp, expectWhole } from './log-over-http';

let log: LogOverHttp;
beforeAll(async () => {
  log = await LogOverHttp.start();
}, 60_000);
afterAll(async () => log.stop());

const STAGES = Object.entries({ open: 10, won: 100, lost: 0 }).map(([kind, probability]) => ({
  key: kind,
  label: kind,
  kind,
  probability,
}));
const addPipeline = () =>
  log.system.service('deal').call('pipelines.create', { body: { name: unique('Pipeline'), stages: STAGES } });

it('pages over every event of all services once, while writes go on', async () => {
  let writing = true;
  const contacts = Array.from({ length: 6 }, async () => {
    const recordId = randomUUID();
    for (let version = 1; version <= 30; version += 3) await log.write(recordId, version, 3);
  });
  const pipelines = (async () => {
    for (let count = 0; count < 10; count++) await addPipeline();
  })();
  const written = Promise.all([...contacts, pipelines]).then(async () => {
    // A system activity follows each contact.
    await eventually(async () =>
      expect(await log.system.service('activity').query('SELECT 1 FROM event')).toHaveLength(6),
    );
    await log.untilSequenced();
    writing = false;
  });
  const readers = [3, 7, 200].map(async (limit) => {
    const events: EventEnvelope[] = [];
    let after = 'start';
    do {
      const more = await log.walk(`&limit=${limit}`, after);
      events.push(...more.events);
      after = more.after;
    } while (writing);
    await written;
    events.push(...(await log.walk(`&limit=${limit}`, after)).events);
    return events;
  });
  await written;
  const [first = [], ...others] = await Promise.all(readers);
  expectWhole(first);
  expect(first.filter(({ source }) => source === '/relata/contact')).toHaveLength(180);
  expect(new Set(first.map(({ source }) => source))).toEqual(
    new Set(['/relata/identity', '/relata/contact', '/relata/deal', '/relata/activity']),
  );
  const ids = (events: EventEnvelope[]) => events.map(({ id }) => id).sort();
  for (const other of others) {
    expectWhole(other);
    expect(ids(other)).toEqual(ids(first));
  }
}, 60_000);

it('answers the envelope that NATS carries', async () => {
  const recordId = randomUUID();
  await log.write(recordId, 1);
  await log.untilSequenced();
  const { events } = await log.walk();
  const published = await eventually(async () => {
    const found = (await log.system.published('CONTACT')).find(({ subject }) => subject === recordId);
    expect(found).toBeDefined();
    return found;
  });
  expect(events.find(({ subject }) => subject === recordId)).toEqual(published);
});

it('shows only events that have a position', async () => {
  const recordId = randomUUID();
  // A relay that stalls elsewhere: events are written, none is sequenced.
  await log.probe.query(
    `UPDATE lease SET holder = 'stalled', expires_at = now() + interval '1 hour' WHERE name = 'relay'`,
  );
  await log.write(recordId, 1, 2);
  expect((await log.walk(`&record=contact:${recordId}`)).events).toEqual([]);
  await log.probe.query(`UPDATE lease SET expires_at = now() WHERE name = 'relay'`);
  await log.untilSequenced();
  expect((await log.walk(`&record=contact:${recordId}`)).events).toHaveLength(2);
});

it('filters by type and by record', async () => {
  const [one, other] = [randomUUID(), randomUUID()];
  await log.write(one, 1, 3);
  await log.write(other, 1, 2);
  await addPipeline();
  await log.untilSequenced();
  const about = async (filter: string) =>
    (await log.walk(filter)).events.map(({ subject, recordversion }) => [subject, recordversion]);
  const ofOne = [1, 2, 3].map((version) => [one, version]);
  expect(await about(`&record=contact:${one}`)).toEqual(ofOne);
  expect(await about(`&record=${one}`)).toEqual(ofOne);
  expect(await about(`&record=${one}&type=contact.updated`)).toEqual(ofOne.slice(1));
  expect(await about(`&record=deal:${one}`)).toEqual([]);

  const types = async (filter: string) => [
    ...new Set((await log.walk(filter)).events.map(({ type }) => type)),
  ];
  expect(await types('&type=contact.created')).toEqual(['contact.created']);
  const both = ['contact.created', 'pipeline.created'];
  expect((await types('&type=contact.created,pipeline.created')).sort()).toEqual(both);
  expect((await types('&type=contact.created&type=pipeline.created')).sort()).toEqual(both);
});

it('begins with now, or with the beginning', async () => {
  await log.write(randomUUID(), 1);
  await log.untilSequenced();
  const { events, after } = await log.walk('&type=contact.created', 'now');
  expect(events).toEqual([]);
  const recordId = randomUUID();
  await log.write(recordId, 1);
  await log.untilSequenced();
  expect((await log.walk('&type=contact.created', after)).events.map(({ subject }) => subject)).toEqual([
    recordId,
  ]);
  expect((await log.get('?limit=1')).body.data).toEqual((await log.get('?after=start&limit=1')).body.data);
});

it('fits large events into pages that the bus can carry', async () => {
  const recordId = randomUUID();
  for (let version = 1; version <= 24; version += 2)
    await log.write(recordId, version, 2, { filler: 'x'.repeat(500_000) });
  await log.untilSequenced();
  const { events } = await log.walk(`&record=${recordId}&limit=200`);
  expect(events.map(({ recordversion }) => recordversion)).toEqual(
    Array.from({ length: 24 }, (_, i) => i + 1),
  );
});

it.each([
  ['?after=x', 'INVALID_CURSOR'],
  ['?after=', 'INVALID_CURSOR'],
  [`?after=${Buffer.from('{"contact":999999999}').toString('base64url')}`, 'INVALID_CURSOR'],
  ['?cursor=x', 'INVALID_QUERY'],
  ['?type=colour.changed', 'INVALID_QUERY'],
  ['?record=x', 'INVALID_QUERY'],
  ['?limit=0', 'INVALID_QUERY'],
])('refuses %s', async (query, code) => {
  const { status, headers, body } = await log.get(query);
  expect([status, (body as unknown as { code: string }).code]).toEqual([400, code]);
  expect(headers.get('content-type')).toContain('application/problem+json');
});
