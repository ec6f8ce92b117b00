import { randomUUID } from 'node:crypto';
import type { VerifiedStretch } from '@relata/contracts';
import { errorOf, eventually, probeProducer, startTestService, type TestService } from '@relata/testing';

let producer: TestService;
beforeEach(async () => {
  producer = await startTestService(probeProducer);
});
afterEach(async () => producer.system.stop());

const write = (count: number) =>
  producer.call('probe.write', { recordId: randomUUID(), version: 1, count, details: { filler: 'a name' } });

/** Follows the chain to its end, or to the first row that is not as it was. */
async function verify(): Promise<VerifiedStretch> {
  const sum = { checked: 0, erased: 0 };
  for (let after = 0; ;) {
    const stretch = await producer.call<VerifiedStretch>('seals.verify', { after });
    sum.checked += stretch.checked;
    sum.erased += stretch.erased;
    if (!stretch.hasMore || stretch.problem) return { ...stretch, ...sum };
    after = stretch.through;
  }
}

const sealed = async () =>
  Number((await producer.query('SELECT coalesce(max(last_position), 0) AS last FROM event_seal'))[0]?.last);
const untilSealed = (count: number) => eventually(async () => expect(await sealed()).toBe(count));
const idAt = async (position: number) =>
  (
    await producer.query('SELECT id FROM event JOIN event_position USING (seq) WHERE position = $1', [
      position,
    ])
  )[0]?.id;

async function alter(position: number, set: string): Promise<void> {
  await producer.query(
    `UPDATE event SET ${set} WHERE seq = (SELECT seq FROM event_position WHERE position = $1)`,
    [position],
  );
}

it('seals every event within a second of its commit', async () => {
  for (let round = 0; round < 20; round++) await Promise.all([write(1), write(3)]);
  await untilSealed(80);
  expect(await verify()).toMatchObject({
    checked: 80,
    erased: 0,
    through: 80,
    hasMore: false,
    problem: null,
  });
  const late = await producer.query(
    `SELECT 1 FROM event_seal JOIN event_position ON position BETWEEN first_position AND last_position
     JOIN event USING (seq) WHERE sealed_at > recorded_at + interval '1 second'`,
  );
  expect(late).toEqual([]);
});

it('seals a backlog while it is published, not at its end: what waits is in memory', async () => {
  await write(1);
  await untilSealed(1);
  // Then the first batch is sealed alone.
  const isTime = `SELECT 1 FROM event_seal WHERE sealed_at < now() - interval '300 ms'`;
  await eventually(async () => expect(await producer.query(isTime)).toHaveLength(1));
  await write(2_000);
  await untilSealed(2_001);
  const links = await producer.query('SELECT 1 FROM event_seal WHERE first_position > 1');
  expect(links.length).toBeGreaterThan(1);
  expect((await verify()).problem).toBeNull();
});

it.each([
  ['what was done', `after = after || '{"amount": "1"}'`],
  ['the record as it was', `snapshot = snapshot - 'version'`],
  ['details', `details = '{}'`],
  ['who did it', `actor_id = gen_random_uuid()`],
  ['under which name', `actor_name = 'Somebody else'`],
  ['when', `recorded_at = recorded_at - interval '1 day'`],
  ['the type', `type = 'contact.restored'`],
  ['the salt', `salt = gen_random_uuid()`],
])('names the first event of which %s was altered', async (_, set) => {
  await write(9);
  await untilSealed(9);
  await alter(7, set);
  await alter(4, set);
  expect((await verify()).problem).toMatchObject({
    kind: 'altered',
    position: 4,
    eventId: await idAt(4),
    recordType: 'contact',
  });
});

it('names an event that is gone, and one that nobody wrote', async () => {
  await write(5);
  await untilSealed(5);
  await producer.query(
    `INSERT INTO event (id, type, record_type, record_id, version, actor_name, request_id, recorded_at, occurred_at, before, after, details, snapshot)
     SELECT gen_random_uuid(), type, record_type, gen_random_uuid(), version, actor_name, request_id, recorded_at, occurred_at, before, after, details, snapshot
     FROM event WHERE version = 2`,
  );
  expect((await verify()).problem).toMatchObject({ kind: 'unlisted', position: 5 });
  await write(2);
  await untilSealed(7);
  expect((await verify()).problem).toMatchObject({ kind: 'unlisted', position: 0 });
  await producer.query('DELETE FROM event WHERE seq NOT IN (SELECT seq FROM event_position)');
  expect((await verify()).problem).toBeNull();
  await producer.query('DELETE FROM event WHERE version = 3');
  expect((await verify()).problem).toMatchObject({ kind: 'missing', position: 3, eventId: null });
});

it('names a link that is gone or was altered, also when it fits the altered event', async () => {
  await write(3);
  await untilSealed(3);
  await write(3);
  await untilSealed(6);
  await write(3);
  await untilSealed(9);
  await producer.query(
    `UPDATE event_seal SET digests = overlay(digests PLACING '\\x00'::bytea FROM 1) WHERE first_position = 4`,
  );
  expect((await verify()).problem).toMatchObject({ kind: 'seal', position: 4 });
  await producer.query('DELETE FROM event_seal WHERE first_position = 4');
  expect((await verify()).problem).toMatchObject({ kind: 'seal', position: 4 });
});

it('stays valid when personal data is erased; what is left is still proven', async () => {
  await write(4);
  await untilSealed(4);
  const [row] = await producer.query<{ digest: Buffer }>(
    `SELECT sha256(convert_to(format('["%s","%s",%s,%s,%s,%s]', salt, actor_name, length(before::text), length(after::text), length(details::text), length(snapshot::text))
       || before::text || after::text || details::text || snapshot::text, 'UTF8')) AS digest FROM event WHERE version = 2`,
  );
  await producer.query(`UPDATE event SET details = '{}', salt = NULL, erased_digest = $1 WHERE version = 2`, [
    row?.digest,
  ]);
  expect(await verify()).toMatchObject({ checked: 4, erased: 1, problem: null });
  await alter(2, `recorded_at = recorded_at - interval '1 day'`);
  expect((await verify()).problem).toMatchObject({ kind: 'altered', position: 2 });
});

it('goes on after another relay, and seals what was there before the chain began', async () => {
  await write(3);
  await untilSealed(3);
  await producer.query('TRUNCATE event_seal');
  await producer.query(`UPDATE lease SET holder = 'somebody', expires_at = clock_timestamp()`);
  await write(3);
  await untilSealed(6);
  expect(await verify()).toMatchObject({ checked: 6, problem: null });
});

it('keeps a seal for who noted it', async () => {
  await write(3);
  await untilSealed(3);
  const { seal, through } = await verify();
  await write(3);
  await untilSealed(6);
  expect(await producer.call('seals.at', { position: through })).toEqual({
    service: 'contact',
    position: through,
    seal,
  });
  expect(await errorOf(producer.call('seals.at', { position: 4 }))).toMatchObject({ code: 'NOT_FOUND' });
});
