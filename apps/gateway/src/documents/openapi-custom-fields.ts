import type { OpenAPIObject } from '@nestjs/swagger';
import { CUSTOM_FIELD_OWNERS, type CustomFieldEntityType, type CustomFieldView } from '@relata/contracts';

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;
type Schema = Exclude<Schemas[string], { $ref: string }>;
/** As OpenAPI 3.1 has it, which is JSON Schema. */
type Json = Record<string, unknown>;
type Definition = Pick<
  CustomFieldView,
  'fieldName' | 'fieldType' | 'fieldLabel' | 'options' | 'indexed' | 'target'
> & {
  required: boolean;
};

/** Of types of record, what schemas call them: `ContactView`, `CreateContactRequest`. */
const NOUNS: Record<CustomFieldEntityType, string> = {
  contact: 'Contact',
  company: 'Company',
  deal: 'Deal',
  activity: 'Activity',
  task: 'Task',
};
const EXAMPLE_ID = '01938a2e-7c3f-7e6b-9a54-3f1d2c4b5a69';

/** What values of a type are, and one of them, in requests. */
const VALUES: Record<string, (field: Definition) => { schema: Json; example: unknown }> = {
  text: ({ indexed }) => ({ schema: { type: 'string', maxLength: indexed ? 500 : 10_000 }, example: 'text' }),
  number: () => ({ schema: { type: 'number' }, example: 1.5 }),
  boolean: () => ({ schema: { type: 'boolean' }, example: true }),
  date: () => ({ schema: { type: 'string', format: 'date' }, example: '2026-06-30' }),
  datetime: () => ({ schema: { type: 'string', format: 'date-time' }, example: '2026-06-30T12:00:00.000Z' }),
  select: ({ options }) => ({ schema: optionSchema(options), example: options[0]?.value }),
  multiselect: ({ options }) => ({
    schema: { type: 'array', uniqueItems: true, maxItems: options.length, items: optionSchema(options) },
    example: options.slice(0, 1).map(({ value }) => value),
  }),
  url: () => ({ schema: { type: 'string', format: 'uri' }, example: 'https://example.org' }),
  email: () => ({ schema: { type: 'string', format: 'email' }, example: 'ada@example.org' }),
  phone: () => ({ schema: { type: 'string', minLength: 3, maxLength: 50 }, example: '+41 44 668 18 00' }),
  currency: () => ({
    schema: {
      type: 'object',
      required: ['amount', 'currency'],
      additionalProperties: false,
      properties: {
        amount: { type: 'string', pattern: '^-?\\d{1,14}(\\.\\d{1,4})?$' },
        currency: { type: 'string', minLength: 3, maxLength: 3 },
      },
    },
    example: { amount: '12.50', currency: 'EUR' },
  }),
  reference: ({ target }) => ({
    schema: { type: 'string', format: 'uuid', description: `The id of a ${target ?? 'record'}.` },
    example: EXAMPLE_ID,
  }),
};

function optionSchema(options: Definition['options']): Json {
  return { type: 'string', enum: options.map(({ value }) => value) };
}

/**
 * The document with the fields that an organisation defined: `customFields` of the requests and answers of each type of record that has
 * some. The given one stays as it is.
 */
export function withCustomFields(document: OpenAPIObject, fields: CustomFieldView[]): OpenAPIObject {
  const schemas: Schemas = { ...document.components?.schemas };
  for (const type of Object.keys(CUSTOM_FIELD_OWNERS) as CustomFieldEntityType[]) {
    const defined = fields.filter(({ entityType, fieldType }) => entityType === type && fieldType in VALUES);
    if (defined.length === 0) continue;
    const noun = NOUNS[type];
    const example = exampleOf(defined);
    describe(schemas, `${noun}View`, answered(defined), example);
    const required = defined.filter((field) => field.required);
    describe(schemas, `Create${noun}Request`, asked(defined, required), example, required.length > 0);
    describe(schemas, `Update${noun}Request`, asked(defined, []), example);
  }
  return { ...document, components: { ...document.components, schemas } };
}

function describe(schemas: Schemas, name: string, values: Json, example: Json, isRequired = false): void {
  const schema = schemas[name];
  if (!schema || '$ref' in schema) throw new Error(`The document has no schema ${name}.`);
  const known = schema.properties?.customFields as Json | undefined;
  const given = schema.example as Json | undefined;
  const required = [...new Set([...(schema.required ?? []), ...(isRequired ? ['customFields'] : [])])];
  schemas[name] = {
    ...schema,
    properties: { ...schema.properties, customFields: { ...known, ...values } as Schema },
    ...(required.length > 0 ? { required } : {}),
    ...(given && ('customFields' in given || isRequired)
      ? { example: { ...given, customFields: example } }
      : {}),
  };
}

/** What is answered: also values of fields that were removed since, and options that were. */
function answered(fields: CustomFieldView[]): Json {
  return { properties: propertiesOf(fields, opened), additionalProperties: true };
}

/** What is taken: null removes a value; new records must have what is required. */
function asked(fields: CustomFieldView[], required: CustomFieldView[]): Json {
  const names = required.map(({ fieldName }) => fieldName);
  return {
    properties: propertiesOf(fields, (schema, name) => (names.includes(name) ? schema : orNull(schema))),
    additionalProperties: false,
    ...(names.length > 0 ? { required: names } : {}),
  };
}

function propertiesOf(fields: CustomFieldView[], as: (schema: Json, name: string) => Json): Json {
  return Object.fromEntries(
    fields.map((field) => {
      const { schema } = valueOf(field);
      return [field.fieldName, { title: field.fieldLabel, ...as(schema, field.fieldName) }];
    }),
  );
}

/** Records keep options that a field has no more, and texts that were longer than they may be now. */
function opened(schema: Json): Json {
  const { maxItems: _items, maxLength: _length, ...open } = schema;
  if ('items' in open) return { ...open, items: opened(open.items as Json) };
  return 'enum' in open ? { anyOf: [open, { type: 'string' }] } : open;
}

function orNull(schema: Json): Json {
  const { enum: values } = schema;
  return {
    ...schema,
    type: [schema.type, 'null'],
    ...(Array.isArray(values) ? { enum: [...(values as unknown[]), null] } : {}),
  };
}

function exampleOf(fields: CustomFieldView[]): Json {
  return Object.fromEntries(fields.map((field) => [field.fieldName, valueOf(field).example]));
}

function valueOf(field: CustomFieldView): { schema: Json; example: unknown } {
  const make = VALUES[field.fieldType];
  if (!make) throw new Error(`The document does not know values of the type ${field.fieldType}.`);
  return make(field);
}
