import type { OpenAPIObject } from '@nestjs/swagger';
import type { RecordType } from '@relata/contracts';
import { EXAMPLE_RECORDS, OTHER_CONTACT } from './example-records';

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;
type Json = Record<string, unknown>;

/** What records of a type are called in the names of schemas: `ContactView`, `CreateContactRequest`. */
const NOUNS: Partial<Record<RecordType, string>> = {
  contact: 'Contact',
  company: 'Company',
  deal: 'Deal',
  activity: 'Activity',
  task: 'Task',
  user: 'User',
  team: 'Team',
  role: 'Role',
  pipeline: 'Pipeline',
  stage: 'Stage',
};
const { contact } = EXAMPLE_RECORDS;

/** Requests that are not what a record is made of. */
const REQUESTS: Record<string, Json> = {
  MergeContactsRequest: { duplicateIds: [OTHER_CONTACT] },
  ChangeStageRequest: { stage: 'proposal' },
  CloseDealRequest: { outcome: 'won', reason: 'Best offer' },
  ReopenDealRequest: { stage: 'negotiation' },
  BatchRequest: {
    operations: [
      { op: 'create', body: { email: 'ada@engines.example' } },
      { op: 'update', id: contact.id, body: { title: 'Dr' }, ifMatch: 3 },
    ],
    atomic: true,
  },
  // Without { "$ref": "acme" }: tools would look for a file.
  MixedBatchRequest: {
    operations: [
      { op: 'create', resource: 'companies', ref: 'acme', body: { name: 'Acme' } },
      { op: 'update', resource: 'contacts', id: contact.id, body: { title: 'Dr' }, ifMatch: 3 },
      { op: 'create', resource: 'deals', body: { name: 'Engine', contactId: contact.id } },
    ],
  },
  SearchRequest: {
    filter: { and: [{ field: 'ownerId', value: contact.ownerId }] },
    sort: ['-createdAt'],
    limit: 50,
  },
  BulkRequest: {
    op: 'update',
    filter: { and: [{ field: 'ownerId', op: 'isNull', value: true }] },
    body: { ownerId: contact.ownerId },
  },
  CreateExportRequest: { resource: 'deals', format: 'csv', fields: ['name', 'amount', 'currency'] },
  CreateSavedViewRequest: {
    resource: 'deals',
    name: 'My big ones',
    visibility: 'shared',
    filter: {
      and: [
        { field: 'ownerId', value: 'me' },
        { field: 'amount', op: 'gte', value: 10000 },
      ],
    },
    sort: ['-amount'],
  },
  UpdateSavedViewRequest: { visibility: 'private' },
  CreateSessionRequest: { email: 'anna@example.org', password: 'correct horse battery' },
  ShareRequest: { type: 'user', level: 'read' },
  CreatePipelineRequest: {
    name: 'Partners',
    stages: [
      { key: 'qualification', label: 'Qualification', probability: 10, kind: 'open' },
      { key: 'won', label: 'Won', probability: 100, kind: 'won' },
      { key: 'lost', label: 'Lost', probability: 0, kind: 'lost' },
    ],
  },
  CreateCustomFieldRequest: {
    entityType: 'contact',
    fieldName: 'tier',
    fieldType: 'select',
    fieldLabel: 'Tier',
    options: [{ value: 'gold', label: 'Gold' }],
  },
  UpdateCustomFieldRequest: { fieldLabel: 'Class' },
  CreateApiKeyRequest: { name: 'Data warehouse' },
};

/** Gives schemas the examples that events have, too; what a request is made of is taken from its record. */
export function describeExamples(document: OpenAPIObject): void {
  const schemas = document.components?.schemas ?? {};
  for (const [type, noun] of Object.entries(NOUNS)) {
    const record = EXAMPLE_RECORDS[type as RecordType] as unknown as Json;
    setExample(schemas, `${noun}View`, record);
    setExample(schemas, `Create${noun}Request`, membersOf(schemas, `Create${noun}Request`, record));
    const [first] = Object.entries(membersOf(schemas, `Update${noun}Request`, record));
    setExample(schemas, `Update${noun}Request`, first ? Object.fromEntries([first]) : {});
  }
  for (const [name, example] of Object.entries(REQUESTS)) setExample(schemas, name, example);
}

function setExample(schemas: Schemas, name: string, example: Json): void {
  const schema = schemas[name];
  if (schema && !('$ref' in schema) && Object.keys(example).length > 0) schema.example = example;
}

/** The values of the record that a request of that name takes. */
function membersOf(schemas: Schemas, name: string, record: Json): Json {
  const schema = schemas[name];
  const properties = schema && !('$ref' in schema) ? Object.keys(schema.properties ?? {}) : [];
  const given = properties.map((property) => [property, record[property]] as const);
  return Object.fromEntries(
    given.filter(([, value]) => value !== null && value !== undefined && !isEmpty(value)),
  );
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && Object.keys(value as object).length === 0;
}
