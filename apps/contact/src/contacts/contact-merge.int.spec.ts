import { randomUUID } from 'node:crypto';
import { snapshotOf, type ContactView } from '@relata/contracts';
import {
  errorOf,
  eventually,
  outcomesOf,
  startTestService,
  uniqueEmail,
  type TestService,
} from '@relata/testing';
import { contactService } from '../contact.service-definition';

let contact: TestService;
beforeAll(async () => {
  contact = await startTestService(contactService, { CONTACT_EMAIL_REQUIRED: 'false' });
});
afterAll(async () => contact.system.stop());

const create = (body: Record<string, unknown>) => contact.call<ContactView>('contacts.create', { body });
const get = (id: string) => contact.call<ContactView>('contacts.get', { id });
const merge = (id: string, ...duplicateIds: string[]) =>
  contact.call<ContactView>('contacts.merge', { id, body: { duplicateIds } });
const key = (system: string) => ({ system, key: randomUUID() });
/** Everything that a merge writes. */
const tables = () =>
  Promise.all(
    [
      'SELECT * FROM contact ORDER BY id',
      'SELECT * FROM record_key ORDER BY 1, 2, 3',
      'SELECT * FROM event ORDER BY seq',
    ].map((sql) => contact.query(sql)),
  );

it('traps 1, 3: keeps the survivor’s id, createdAt and values, and fills its blanks in the order of the duplicates', async () => {
  const primary = await create({ firstName: 'Ada', email: uniqueEmail(), title: 'Countess' });
  const second = await create({
    firstName: 'A.',
    lastName: 'Lovelace',
    email: uniqueEmail(),
    city: 'London',
  });
  const third = await create({
    lastName: 'Byron',
    email: uniqueEmail(),
    city: 'Paris',
    phone: '+33 1 70 18 99 00',
  });
  const survivor = await merge(primary.id, second.id, third.id);
  expect(survivor).toMatchObject({
    id: primary.id,
    createdAt: primary.createdAt,
    version: 2,
    firstName: 'Ada',
    title: 'Countess',
    lastName: 'Lovelace',
    city: 'London',
    phone: '+33 1 70 18 99 00',
    phoneE164: '+33170189900',
    email: primary.email,
    secondaryEmails: [second.email, third.email],
  });
});

it('trap 2: moves the e-mails: unique with the first ones, and the duplicate’s becomes the first of a survivor without', async () => {
  const primary = await create({ lastName: 'Lovelace' });
  const duplicate = await create({ email: uniqueEmail() });
  const other = await create({ email: uniqueEmail() });
  expect(await merge(primary.id, duplicate.id, other.id)).toMatchObject({
    email: duplicate.email,
    secondaryEmails: [other.email],
  });
  for (const email of [duplicate.email, other.email?.toUpperCase()])
    expect(await errorOf(create({ email }))).toMatchObject({
      code: 'DUPLICATE',
      details: { existingId: primary.id },
    });
});

it('moves the external keys', async () => {
  const keys = [key('hubspot'), key('hubspot'), key('maven')];
  const primary = await create({ email: uniqueEmail(), externalKeys: [keys[0]] });
  const duplicate = await create({ email: uniqueEmail(), externalKeys: keys.slice(1) });
  expect((await merge(primary.id, duplicate.id)).externalKeys).toEqual(keys);
  const rows = await contact.query<{ record_id: string }>(
    `SELECT record_id FROM record_key WHERE namespace LIKE 'external:%' AND key = ANY($1)`,
    [keys.map((each) => each.key)],
  );
  expect(rows.map((row) => row.record_id)).toEqual(Array(3).fill(primary.id));
});

it('trap 3: answers with the survivor under every old id, over several merges, for reads and writes', async () => {
  const [a, b, c] = [
    await create({ email: uniqueEmail() }),
    await create({ email: uniqueEmail() }),
    await create({ email: uniqueEmail() }),
  ];
  await merge(b.id, a.id);
  await merge(c.id, b.id);
  for (const { id } of [a, b, c]) expect(await get(id)).toMatchObject({ id: c.id });
  expect(await contact.call('contacts.update', { id: a.id, body: { title: 'CTO' } })).toMatchObject({
    id: c.id,
    title: 'CTO',
  });
});

it('writes absorbed on each duplicate and merged on the survivor, with contiguous versions', async () => {
  const primary = await create({ email: uniqueEmail() });
  const duplicate = await create({ email: uniqueEmail() });
  await merge(primary.id, duplicate.id);
  const ids = [primary.id, duplicate.id];
  const events = await eventually(async () => {
    const found = (await contact.system.published('CONTACT')).filter((event) => ids.includes(event.subject));
    expect(found).toHaveLength(4);
    return found;
  });
  expect(events.slice(2).map((event) => [event.type, event.subject, event.recordversion])).toEqual([
    ['contact.absorbed', duplicate.id, 2],
    ['contact.merged', primary.id, 2],
  ]);
  expect(events[2]!.data).toMatchObject({ survivorId: primary.id });
  expect(snapshotOf(events[2]!)).toMatchObject({
    mergedIntoId: primary.id,
    deletedAt: expect.any(String) as string,
  });
  expect(events[3]!.data).toMatchObject({ duplicateIds: [duplicate.id] });
});

it('changes nothing at all when one of the duplicates cannot be merged', async () => {
  const primary = await create({ email: uniqueEmail() });
  const duplicate = await create({ email: uniqueEmail() });
  const deleted = await create({ email: uniqueEmail() });
  await contact.call('contacts.remove', { id: deleted.id });
  const before = await tables();
  for (const bad of [deleted.id, randomUUID()])
    expect(await errorOf(merge(primary.id, duplicate.id, bad))).toMatchObject({ code: 'NOT_FOUND' });
  expect(await errorOf(merge(primary.id, duplicate.id, primary.id))).toMatchObject({
    code: 'VALIDATION_FAILED',
  });
  expect(await tables()).toEqual(before);
});

it('lets one of two opposite merges win, and loses no e-mail', async () => {
  const [a, b] = [await create({ email: uniqueEmail() }), await create({ email: uniqueEmail() })];
  const { answers, errors } = await outcomesOf([merge(a.id, b.id), merge(b.id, a.id)]);
  expect(answers).toHaveLength(1);
  expect(errors).toHaveLength(1);
  const survivor = await get(a.id);
  expect(await get(b.id)).toEqual(survivor);
  expect([survivor.email, ...survivor.secondaryEmails].sort()).toEqual([a.email, b.email].sort());
});

it('ends a merge and parallel patches of all its contacts with every patch of the survivor kept', async () => {
  const primary = await create({ email: uniqueEmail() });
  const duplicate = await create({ email: uniqueEmail() });
  await Promise.all([
    merge(primary.id, duplicate.id),
    contact.call('contacts.update', { id: primary.id, body: { title: 'CTO' } }),
    contact.call('contacts.update', { id: primary.id, body: { city: 'Rome' } }),
  ]);
  expect(await get(duplicate.id)).toMatchObject({ id: primary.id, title: 'CTO', city: 'Rome', version: 4 });
});
