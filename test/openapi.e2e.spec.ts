import Ajv2020 from 'ajv/dist/2020';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { CUSTOM_FIELD_OWNERS, CUSTOM_FIELD_TYPES } from '@relata/contracts';
import { WholeSystem, uniqueEmail } from '@relata/testing';
import { isValid } from '../scripts/openapi-rules.mjs';

jest.setTimeout(90_000);

let relata: WholeSystem;
beforeAll(async () => {
  relata = await WholeSystem.start();
});
afterAll(() => relata.stop());

const FILE = '.cache/openapi-with-custom-fields.json';
const key = () => ({ authorization: `Bearer ${relata.apiKey}` });
const ask = (headers: Record<string, string> = {}) => fetch(`${relata.url}/openapi.json`, { headers });
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a document of any fields
const document = async (headers: Record<string, string> = key()): Promise<any> => (await ask(headers)).json();
const define = (entityType: string, fieldName: string, fieldType: string, more: object = {}) =>
  relata.post('/custom-fields', { entityType, fieldName, fieldType, fieldLabel: fieldName, ...more });

/** What the document says of `customFields` in a schema, as a check of values. */
async function checkOf(schema: string): Promise<(values: object) => boolean> {
  const { components } = await document();
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  const check = ajv.compile(components.schemas[schema].properties.customFields as object);
  return (values) => check(values);
}

it('shows fields of every type, of every type of record, in a document that keeps the rules', async () => {
  const options = [{ value: 'gold', label: '"Gold" & </script>' }, { value: 'ö\n{}$ref' }];
  for (const entityType of Object.keys(CUSTOM_FIELD_OWNERS))
    for (const fieldType of CUSTOM_FIELD_TYPES)
      await define(entityType, `its_${fieldType}`, fieldType, {
        ...(fieldType.endsWith('select') ? { options } : {}),
        ...(fieldType === 'reference' ? { target: 'contact' } : {}),
        required: entityType === 'task',
      });
  const typed = await document();
  const { customFields } = typed.components.schemas.CreateContactRequest.properties;
  expect(Object.keys(customFields.properties)).toHaveLength(CUSTOM_FIELD_TYPES.length);
  expect(customFields.properties).toMatchObject({
    its_number: { type: ['number', 'null'] },
    its_date: { type: ['string', 'null'], format: 'date' },
    its_select: { enum: ['gold', 'ö\n{}$ref', null] },
    its_multiselect: { type: ['array', 'null'], items: { enum: ['gold', 'ö\n{}$ref'] } },
    its_reference: { format: 'uuid', description: 'The id of a contact.' },
  });
  expect(typed.components.schemas.CreateTaskRequest.required).toContain('customFields');
  expect(typed.components.schemas.ContactView.properties.customFields.properties.its_boolean).toEqual({
    title: 'its_boolean',
    type: 'boolean',
  });
  mkdirSync('.cache', { recursive: true });
  writeFileSync(FILE, JSON.stringify(typed));
  expect(isValid(FILE)).toBe(true);
  rmSync(FILE);
});

it('takes and answers what it says', async () => {
  const values = {
    its_text: 'x',
    its_number: 1.5,
    its_boolean: false,
    its_date: '2026-06-30',
    its_select: 'gold',
    its_multiselect: ['gold'],
    its_currency: { amount: '1.50', currency: 'EUR' },
  };
  const made = await relata.post('/contacts', { email: uniqueEmail(), customFields: values });
  const [create, update, view] = [
    await checkOf('CreateContactRequest'),
    await checkOf('UpdateContactRequest'),
    await checkOf('ContactView'),
  ];
  expect([create(values), update({ its_text: null }), view(made.customFields)]).toEqual([true, true, true]);
  for (const wrong of [
    { its_number: '1' },
    { its_select: 'bronze' },
    { its_multiselect: 'gold' },
    { none: 1 },
  ]) {
    const answer = await relata.api('POST', '/contacts', { email: uniqueEmail(), customFields: wrong });
    expect([wrong, answer.status, create(wrong)]).toEqual([wrong, 422, false]);
  }
});

it('is fresh after each change, and not sent again where there was none', async () => {
  const { id } = await define('deal', 'colour', 'select', { options: [{ value: 'red' }] });
  const first = await ask(key());
  expect(first.headers.get('cache-control')).toBe('private, no-cache');
  const etag = first.headers.get('etag') ?? '';
  expect((await ask({ ...key(), 'if-none-match': etag })).status).toBe(304);
  await relata.api('PATCH', `/custom-fields/${id}`, { options: [{ value: 'blue' }] });
  const changed = await ask({ ...key(), 'if-none-match': etag });
  expect(changed.status).toBe(200);
  const ofDeals = async () => (await document()).components.schemas.CreateDealRequest.properties.customFields;
  expect((await ofDeals()).properties.colour.enum).toEqual(['blue', null]);
  await relata.api('DELETE', `/custom-fields/${id}`);
  expect((await ofDeals()).properties).not.toHaveProperty('colour');
});

it('shows those without a key what every instance has, and refuses a wrong one', async () => {
  const general = await document({});
  expect(general.components.schemas.ContactView.properties.customFields).not.toHaveProperty('properties');
  expect(general.openapi).toBe('3.1.0');
  expect((await ask({ authorization: 'Bearer rel_wrong' })).status).toBe(401);
});
