import type { ContactView, CustomFieldView, Page } from '@relata/contracts';
import { errorOf, startTestService, uniqueEmail, type TestService } from '@relata/testing';
import { contactService } from '../apps/contact/src/contact.service-definition';

let contact: TestService;
beforeAll(async () => {
  contact = await startTestService(contactService);
});
afterAll(async () => contact.system.stop());

const define = (fieldName: string, fieldType: string, rest: object = {}) =>
  contact.call<CustomFieldView>('customFields.create', {
    body: { entityType: 'contact', fieldName, fieldType, fieldLabel: fieldName, ...rest },
  });
const create = (customFields: object) =>
  contact.call<ContactView>('contacts.create', { body: { email: uniqueEmail(), customFields } });
const update = (id: string, customFields: object) =>
  contact.call<ContactView>('contacts.update', { id, body: { customFields } });
const found = async (field: string, op: string, value: string | string[]): Promise<string[]> => {
  const filter = [{ field: `customFields.${field}`, op, value }];
  const { data } = await contact.call<Page<ContactView>>('contacts.list', { filter });
  return data.map((one) => one.id).sort();
};

const OPTIONS = { options: [{ value: 'gold' }, { value: 'silver' }] };
/** Type, options, values that fit, their normal form where it is another, values that do not. */
const TYPES: [string, object, [unknown, unknown?][], unknown[]][] = [
  ['text', {}, [['é, "x"'], ['']], [1, ['x'], 'x'.repeat(10_001)]],
  ['number', {}, [[0], [-1.5]], ['1', true, {}]],
  ['boolean', {}, [[false], [true]], ['true', 0]],
  ['date', {}, [['2024-02-29']], ['2023-02-29', '2024-1-1', 20240101]],
  ['datetime', {}, [['2024-06-30T12:00:00+02:00', '2024-06-30T10:00:00.000Z']], ['2024-06-30', 'noon']],
  ['select', OPTIONS, [['gold']], ['Gold', 'bronze', ['gold']]],
  ['multiselect', OPTIONS, [[['silver', 'gold']], [[]]], ['gold', ['gold', 'gold'], ['bronze']]],
  ['url', {}, [['https://relata.example/x?y=1']], ['relata', 'javascript:alert(1)']],
  ['email', {}, [['ada@relata.example']], ['ada@', 'ada']],
  ['phone', {}, [['+41 44 668 18 00']], ['call me', '1']],
  [
    'currency',
    {},
    [[{ amount: '12.50', currency: 'EUR' }]],
    ['12.50', { amount: '12.50' }, { amount: 'x', currency: 'EUR' }],
  ],
];

it.each(TYPES)('%s: takes what fits, and refuses the rest by name', async (type, rest, fitting, wrong) => {
  const name = `a_${type}`;
  await define(name, type, rest);
  for (const [value, normal = value] of fitting) {
    expect((await create({ [name]: value })).customFields).toMatchObject({ [name]: normal });
  }
  for (const value of wrong) {
    const { code, details } = await errorOf(create({ [name]: value }));
    expect({ value, code, pointer: details.errors?.[0]?.pointer }).toEqual({
      value,
      code: 'VALIDATION_FAILED',
      pointer: `/customFields/${name}`,
    });
  }
});

it('filters by number as by a number, by date as by a date, and by options', async () => {
  await define('score', 'number');
  await define('since', 'date');
  await define('tier', 'select', OPTIONS);
  const low = await create({ score: 9, since: '2024-09-30', tier: 'gold' });
  const high = await create({ score: 10, since: '2024-10-01', tier: 'silver' });
  expect(await found('score', 'gt', '9')).toEqual([high.id]);
  expect(await found('score', 'lte', '9')).toEqual([low.id]);
  expect(await found('since', 'gte', '2024-10-01')).toEqual([high.id]);
  expect(await found('tier', 'in', ['gold', 'silver'])).toEqual([low.id, high.id].sort());
  expect((await errorOf(found('score', 'gt', 'nine'))).code).toBe('INVALID_QUERY');
  expect((await errorOf(found('unheard_of', 'eq', '1'))).code).toBe('INVALID_QUERY');
});

it('wants what is required of new writes of it, and leaves older records alone', async () => {
  const older = await create({});
  const { id, version } = await define('badge', 'text');
  expect((await create({})).customFields).toEqual({});
  await contact.call('customFields.update', { id, body: { required: true }, ifMatch: version });
  const refused = await errorOf(create({}));
  expect(refused.details.errors?.[0]).toMatchObject({ pointer: '/customFields/badge' });
  expect((await update(older.id, { score: 1 })).customFields).toMatchObject({ score: 1 });
  expect((await errorOf(update(older.id, { badge: null }))).code).toBe('VALIDATION_FAILED');
  await contact.call('customFields.update', { id, body: { required: false } });
});

it('keeps the name and the type of a field, and lets label and options change', async () => {
  const field = await define('colour', 'select', { options: [{ value: 'red' }] });
  const painted = await create({ colour: 'red' });
  const changed = await contact.call<CustomFieldView>('customFields.update', {
    id: field.id,
    body: { fieldLabel: 'Paint', options: [{ value: 'blue' }] },
  });
  expect(changed).toMatchObject({ fieldName: 'colour', fieldLabel: 'Paint', version: 2 });
  expect((await errorOf(create({ colour: 'red' }))).code).toBe('VALIDATION_FAILED');
  // What was written before stays, and does not stand in the way of other changes.
  expect((await update(painted.id, { score: 3 })).customFields).toMatchObject({ colour: 'red', score: 3 });
  expect((await errorOf(define('colour', 'text'))).code).toBe('CONFLICT');
});

it('merges the values of a patch, removes with null, and tells before and after', async () => {
  const { id } = await create({ score: 1, tier: 'gold' });
  const patched = await update(id, { score: null });
  expect(patched.customFields).toEqual({ tier: 'gold' });
  const history = await contact.call<Page<{ changes: unknown[] }>>('history.list', {
    recordType: 'contact',
    id,
    limit: 1,
  });
  expect(JSON.stringify(history.data[0]!.changes)).toContain('"score":1');
});
