import { randomUUID } from 'node:crypto';
import type {
  CompanyView,
  ContactView,
  CustomFieldView,
  DealView,
  ListQuery,
  Page,
  TaskView,
} from '@relata/contracts';
import { TestSystem, errorOf, eventually, unique, uniqueEmail, type TestService } from '@relata/testing';
import { activityService } from '../apps/activity/src/activity.service-definition';
import { contactService } from '../apps/contact/src/contact.service-definition';
import { dealService } from '../apps/deal/src/deal.service-definition';

let system: TestSystem;
let contact: TestService;
let deal: TestService;
let activity: TestService;
beforeAll(async () => {
  system = await TestSystem.start([contactService, dealService, activityService]);
  [contact, deal, activity] = [system.service('contact'), system.service('deal'), system.service('activity')];
  await define(contact, 'contact', 'referrer', 'contact');
  await define(contact, 'contact', 'firstDeal', 'deal');
  await define(contact, 'contact', 'coach', 'user');
  await define(contact, 'company', 'champion', 'contact');
  await define(contact, 'company', 'parent', 'company');
  await define(deal, 'deal', 'signer', 'contact');
  await define(deal, 'deal', 'replaces', 'deal');
  await define(activity, 'task', 'approver', 'contact');
}, 60_000);
afterAll(() => system.stop());

function define(service: TestService, entityType: string, fieldName: string, target?: string, rest = {}) {
  const body = { entityType, fieldName, fieldType: 'reference', target, fieldLabel: fieldName, ...rest };
  return service.call<CustomFieldView>('customFields.create', { body });
}
const person = (customFields: object = {}) =>
  contact.call<ContactView>('contacts.create', { body: { email: uniqueEmail(), customFields } });
const company = (customFields: object = {}) =>
  contact.call<CompanyView>('companies.create', { body: { name: unique('company'), customFields } });
const sale = (customFields: object = {}) =>
  deal.call<DealView>('deals.create', { body: { name: unique('deal'), customFields } });
const refusal = async (work: Promise<unknown>) => {
  const { code, details } = await errorOf(work);
  return [code, details.errors?.[0]?.pointer];
};
const found = async (
  service: TestService,
  verb: string,
  field: string,
  op: string,
  value: string | string[],
) => {
  const filter = [{ field: `customFields.${field}`, op, value }] as ListQuery['filter'];
  const { data } = await service.call<Page<{ id: string }>>(verb, { filter });
  return data.map(({ id }) => id).sort();
};
const custom = async (service: TestService, verb: string, id: string) =>
  (await service.call<{ customFields: object }>(verb, { id })).customFields;

it('says what it points at, is indexed, and keeps both', async () => {
  const field = await define(contact, 'contact', 'guardian', 'contact');
  expect(field).toMatchObject({ fieldType: 'reference', target: 'contact', indexed: true });
  expect(await refusal(define(contact, 'contact', 'lost'))).toEqual(['VALIDATION_FAILED', '/target']);
  expect(await refusal(define(contact, 'contact', 'x', 'contact', { fieldType: 'text' }))).toEqual([
    'VALIDATION_FAILED',
    '/target',
  ]);
  const off = { id: field.id, body: { indexed: false } };
  expect(await refusal(contact.call('customFields.update', off))).toEqual(['VALIDATION_FAILED', '/indexed']);
  await contact.call('customFields.remove', { id: field.id });
  expect(await refusal(define(contact, 'contact', 'guardian', 'deal'))).toEqual(['CONFLICT', '/fieldName']);
});

it('points at records that there are, of this service and of others', async () => {
  const friend = await person();
  const first = await sale();
  const customFields = { referrer: friend.id.toUpperCase(), firstDeal: first.id, coach: system.principal.id };
  const made = await person(customFields);
  expect(made.customFields).toEqual({ ...customFields, referrer: friend.id });
  expect(await found(contact, 'contacts.list', 'referrer', 'eq', friend.id.toUpperCase())).toEqual([made.id]);
  expect(await found(contact, 'contacts.list', 'firstDeal', 'in', [first.id, randomUUID()])).toEqual([
    made.id,
  ]);
  expect(await found(contact, 'contacts.list', 'coach', 'eq', 'me')).toEqual([made.id]);
  expect(await found(contact, 'contacts.list', 'coach', 'isNull', 'true')).toContain(friend.id);
  expect((await errorOf(found(contact, 'contacts.list', 'referrer', 'eq', 'nobody'))).code).toBe(
    'INVALID_QUERY',
  );
  const signed = await sale({ signer: made.id, replaces: first.id });
  expect(signed.customFields).toEqual({ signer: made.id, replaces: first.id });
});

it('refuses what is unknown, of another type, or deleted; what was written before stays', async () => {
  const gone = await person();
  const holder = await person({ referrer: gone.id });
  await contact.call('contacts.remove', { id: gone.id });
  // The deal service refuses a contact that was deleted once its copy of it knows.
  await system.effectsDone();
  const someDeal = await sale();
  const someCompany = await company();
  for (const [work, field] of [
    [() => person({ referrer: randomUUID() }), 'referrer'],
    [() => person({ referrer: gone.id }), 'referrer'],
    [() => person({ referrer: someCompany.id }), 'referrer'],
    [() => person({ firstDeal: randomUUID() }), 'firstDeal'],
    [() => sale({ signer: someCompany.id }), 'signer'],
    [() => sale({ signer: gone.id }), 'signer'],
    [() => company({ parent: someDeal.id }), 'parent'],
  ] as const)
    expect(await refusal(work())).toEqual(['UNKNOWN_REFERENCE', `/customFields/${field}`]);
  expect(await refusal(person({ referrer: 'nobody' }))).toEqual([
    'VALIDATION_FAILED',
    '/customFields/referrer',
  ]);
  const kept = await contact.call<ContactView>('contacts.update', {
    id: holder.id,
    body: { customFields: { referrer: gone.id, coach: system.principal.id } },
  });
  expect(kept.customFields).toMatchObject({ referrer: gone.id });
});

it('follows merges wherever it points from, and in what is written after them', async () => {
  const [duplicate, survivor] = [await person(), await person()];
  const holders = {
    person: await person({ referrer: duplicate.id }),
    company: await company({ champion: duplicate.id }),
    deal: await sale({ signer: duplicate.id }),
    task: await activity.call<TaskView>('tasks.create', {
      body: { title: 'Approve', customFields: { approver: duplicate.id } },
    }),
  };
  await contact.call('contacts.merge', { id: survivor.id, body: { duplicateIds: [duplicate.id] } });
  expect(await custom(contact, 'contacts.get', holders.person.id)).toEqual({ referrer: survivor.id });
  expect(await custom(contact, 'companies.get', holders.company.id)).toEqual({ champion: survivor.id });
  await eventually(async () => {
    expect(await custom(deal, 'deals.get', holders.deal.id)).toEqual({ signer: survivor.id });
    expect(await custom(activity, 'tasks.get', holders.task.id)).toEqual({ approver: survivor.id });
  });
  const history = await contact.call<Page<{ changes: unknown }>>('history.list', {
    recordType: 'contact',
    id: holders.person.id,
    limit: 1,
  });
  expect(JSON.stringify(history.data[0])).toContain(duplicate.id);
  expect((await person({ referrer: duplicate.id })).customFields).toEqual({ referrer: survivor.id });
  expect((await sale({ signer: duplicate.id })).customFields).toEqual({ signer: survivor.id });
});

it('keeps at a merge what a duplicate pointed at, though it is gone', async () => {
  const [gone, survivor] = [await person(), await person()];
  const duplicate = await person({ referrer: gone.id, coach: system.principal.id });
  await contact.call('contacts.remove', { id: gone.id });
  const merged = await contact.call<ContactView>('contacts.merge', {
    id: survivor.id,
    body: { duplicateIds: [duplicate.id] },
  });
  expect(merged.customFields).toEqual({ referrer: gone.id, coach: system.principal.id });
});

it('leaves nobody pointing at a merged contact, whatever is written at the same time', async () => {
  const survivor = await person();
  const duplicates = await Promise.all(Array.from({ length: 6 }, () => person()));
  const writes = duplicates.flatMap(({ id }) => [person({ referrer: id }), person({ referrer: id })]);
  const merges = duplicates.map(({ id }) =>
    contact.call('contacts.merge', { id: survivor.id, body: { duplicateIds: [id] } }),
  );
  const [made] = await Promise.all([Promise.all(writes), Promise.all(merges)]);
  const pointed = await found(contact, 'contacts.list', 'referrer', 'eq', survivor.id);
  expect(pointed).toEqual(made.map(({ id }) => id).sort());
});
