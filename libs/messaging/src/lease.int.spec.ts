import { eventually, probeProducer, startTestService, type TestService } from '@relata/testing';
import { LeaseLost, Leases } from './lease';

let producer: TestService;
let leases: Leases;
beforeAll(async () => {
  producer = await startTestService(probeProducer);
  leases = new Leases(producer.dataSource);
});
afterAll(() => producer.system.stop());

const expiryOf = async (name: string) =>
  (
    await producer.query<{ at: string }>('SELECT expires_at::text AS at FROM lease WHERE name = $1', [name])
  )[0]?.at;

it('renews all leases that are kept, and tells who lost one, and nobody else', async () => {
  const told: Record<string, Error[]> = { one: [], other: [] };
  const letGo = [];
  for (const name of ['one', 'other']) {
    const lease = leases.of(name);
    expect(await lease.take()).toBe('1');
    letGo.push(lease.keep((error) => told[name]?.push(error)));
  }
  for (const name of ['one', 'other']) {
    const before = await expiryOf(name);
    await eventually(async () => expect(await expiryOf(name)).not.toBe(before));
  }
  await producer.query(`UPDATE lease SET holder = 'another', epoch = epoch + 1 WHERE name = 'one'`);
  await eventually(() => Promise.resolve(expect(told.one).not.toEqual([])));
  expect(told.one?.[0]).toBeInstanceOf(LeaseLost);
  expect(told.other).toEqual([]);
  for (const one of letGo) one();
});

it('renews no lease that was let go', async () => {
  const [lease, witness] = [leases.of('gone'), leases.of('kept')];
  await lease.take();
  await witness.take();
  const letGo = lease.keep(() => undefined);
  const letWitnessGo = witness.keep(() => undefined);
  letGo();
  const [gone, kept] = [await expiryOf('gone'), await expiryOf('kept')];
  await eventually(async () => expect(await expiryOf('kept')).not.toBe(kept));
  letWitnessGo();
  expect(await expiryOf('gone')).toBe(gone);
});
