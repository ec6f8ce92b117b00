import { randomUUID } from 'node:crypto';
import { errorOf, eventually, probeProducer, startTestService, type TestService } from '@relata/testing';

let producer: TestService;
beforeAll(async () => {
  producer = await startTestService(probeProducer);
});
afterAll(() => producer.system.stop());

/** A write of one event under a key, as the gateway sends it. */
function write(recordId: string, idempotencyKey: string): Promise<unknown> {
  const context = { requestId: randomUUID(), principal: producer.system.principal, idempotencyKey };
  return producer.call('probe.write', { recordId, version: 1, count: 1 }, { writes: true, context });
}

const eventsOf = (recordId: string) => producer.query('SELECT 1 FROM event WHERE record_id = $1', [recordId]);
/** Has somebody else have claimed the key, and not finished. */
const claim = (key: string, until: string) =>
  producer.query(
    `UPDATE idempotency_key SET claim = gen_random_uuid(), answer = NULL, claimed_until = now() + $2::interval WHERE key = $1`,
    [key, until],
  );

it('does what a replica had claimed that died', async () => {
  const [recordId, key] = [randomUUID(), randomUUID()];
  await write(recordId, key);
  await producer.query('DELETE FROM event WHERE record_id = $1', [recordId]);
  await claim(key, '-1 second');
  await write(recordId, key);
  expect(await eventsOf(recordId)).toHaveLength(1);
});

it('waits for who has claimed it, but not forever', async () => {
  const [recordId, key] = [randomUUID(), randomUUID()];
  await write(recordId, key);
  await claim(key, '1 minute');
  const began = Date.now();
  expect(await errorOf(write(recordId, key))).toMatchObject({ code: 'IDEMPOTENCY_IN_PROGRESS' });
  expect(Date.now() - began).toBeGreaterThan(3_000);
}, 15_000);

it('takes back what a replica has done that another has taken for dead', async () => {
  const [recordId, key] = [randomUUID(), randomUUID()];
  const blocker = producer.dataSource.createQueryRunner();
  await blocker.startTransaction();
  await blocker.query('LOCK TABLE event IN EXCLUSIVE MODE');
  const late = errorOf(write(recordId, key));
  await eventually(async () => {
    const rows = await producer.query('SELECT 1 FROM idempotency_key WHERE key = $1', [key]);
    expect(rows).toHaveLength(1);
  });
  await claim(key, '-1 second');
  await blocker.commitTransaction();
  await blocker.release();
  expect(await late).toMatchObject({ code: 'IDEMPOTENCY_IN_PROGRESS' });
  expect(await eventsOf(recordId)).toEqual([]);
  await write(recordId, key);
  expect(await eventsOf(recordId)).toHaveLength(1);
});
