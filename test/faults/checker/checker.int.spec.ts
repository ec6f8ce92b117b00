import { BUGS } from './bugs';
import { check } from './checker';
import type { Violation } from './subject';
import { Writer } from './writer';

jest.setTimeout(60_000);

let writer: Writer | undefined;
afterEach(async () => {
  await writer?.system.stop();
  writer = undefined;
  jest.restoreAllMocks();
});

/** Some of everything, one write of each kind being a bug's victim, and every event delivered again. */
async function work(on: Writer): Promise<void> {
  const [survivor, duplicate] = [await on.contact(), await on.contact()];
  await on.write('company.create', { body: { name: 'Acme', domain: 'acme.example.org' } });
  const deal = await on.write('deal.create', { body: { name: 'First', contactId: duplicate } });
  const late = on.contact(true);
  await on.write('contact.patch', { id: survivor, body: { title: 'Dr.' } });
  await on.write('deal.stage', { id: deal, body: { stage: 'proposal' } });
  await on.write('deal.close', { id: deal, body: { outcome: 'won', reason: 'price' } });
  await on.write('contact.patch', { id: survivor, body: { department: 'R&D' } });
  await late;
  await on.write('deal.create', { body: { name: 'Second', contactId: survivor } }, true);
  await on.write('contact.patch', { id: survivor, body: { title: 'Prof.' } }, true);
  await on.write('task.create', { body: { title: 'Call', contactId: survivor } }, true);
  await on.write('task.create', { body: { title: 'Write', contactId: duplicate } });
  await on.batch();
  await on.batch(true);
  await on.write('contact.merge', { id: survivor, body: { duplicateIds: [duplicate] } });
}

async function findings(
  seed: (system: () => Writer['system']) => void,
  settleMs: number,
): Promise<Violation[]> {
  seed(() => writer!.system);
  writer = await Writer.start();
  await work(writer);
  await writer.redeliver();
  return (await check(await writer.urls(), writer.history, settleMs)).violations;
}

it('finds nothing where nothing is wrong', async () => {
  expect(await findings(() => undefined, 15_000)).toEqual([]);
  expect(writer!.history.count('ok')).toBe(writer!.history.writes.length);
});

it.each(Object.entries(BUGS))('finds a system that %s', async (_, { foundBy, seed }) => {
  expect(await findings(seed, 3_000)).toContainEqual({
    check: foundBy,
    detail: expect.any(String) as string,
  });
});
