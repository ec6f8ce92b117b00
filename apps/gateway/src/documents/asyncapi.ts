import { Module, type INestApplication, type Type } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import {
  BOOKKEEPING_FIELDS,
  EVENT_CATALOGUE,
  EVENT_STREAMS,
  EVENT_TYPES,
  EventAttributes,
  streamOf,
  type EventType,
  type RecordType,
} from '@relata/contracts';
import { exampleOf } from './asyncapi-examples';
import { withNullTypes } from './openapi-null-types';

interface Schema {
  type?: string;
  required?: string[];
  properties?: Record<string, unknown>;
  [keyword: string]: unknown;
}

/** Second words of event types, as a sentence about the record. */
const SUMMARIES: Record<string, string> = {
  created: 'was created',
  updated: 'was changed',
  deleted: 'was deleted',
  restored: 'was brought back',
  merged: 'took in its duplicates',
  absorbed: 'became part of another',
  stageChanged: 'entered another stage',
  won: 'was won',
  lost: 'was lost',
  reopened: 'was opened again',
  completed: 'was completed',
  ended: 'was ended',
};

const SERVER = {
  host: '{host}:{port}',
  protocol: 'nats',
  description: 'NATS with JetStream. `npm start` prints its URL as `Events`.',
  variables: { host: { default: 'localhost' }, port: { default: '4222' } },
};

/** A document of this module has models alone. */
@Module({})
class NoRoutes {}

/** The AsyncAPI 3.0 document of the events: a channel, an operation and a message for each type in the catalogue. */
export function buildAsyncApi(app: INestApplication): Record<string, unknown> {
  const byType = (describe: (type: EventType) => object) =>
    Object.fromEntries(EVENT_TYPES.map((type) => [type, describe(type)]));
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Relata events',
      version: '1',
      description:
        'Every change of a record, as CloudEvents 1.0 in structured JSON. A durable JetStream consumer gets each at least ' +
        'once; a core subscription may miss or repeat. New types and new members may come at any time: ignore what ' +
        'you do not know.',
      license: { name: 'MIT', url: 'https://opensource.org/license/mit' },
    },
    defaultContentType: 'application/json',
    servers: { nats: SERVER },
    channels: byType((type) => ({
      address: type,
      description: `Held by the JetStream stream \`${streamOf(type)}\`.`,
      messages: { [type]: { $ref: `#/components/messages/${type}` } },
    })),
    operations: byType((type) => ({
      action: 'send',
      channel: { $ref: `#/channels/${type}` },
      messages: [{ $ref: `#/channels/${type}/messages/${type}` }],
    })),
    components: {
      messages: byType((type) => ({
        name: type,
        summary: summaryOf(type),
        headers: {
          type: 'object',
          required: ['Nats-Msg-Id'],
          properties: {
            'Nats-Msg-Id': {
              type: 'string',
              description:
                'The `id` of the event; with `.1` behind it for one that is published again into a stream that was purged.',
            },
          },
        },
        payload: { $ref: `#/components/schemas/${type}` },
        examples: [{ payload: exampleOf(type) }],
      })),
      schemas: { ...modelSchemas(app), ...byType(eventSchema) },
    },
  };
}

function summaryOf(type: EventType): string {
  const [recordType = '', word = ''] = type.split('.');
  const noun = recordType.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  const article = /^[aeiou]/.test(noun) ? 'An' : 'A';
  return `${article} ${noun.replace('field', 'custom field')} ${SUMMARIES[word]}.`;
}

/** Schemas of the classes in contracts, by class name, as OpenAPI has them; and of a change of each record class. */
function modelSchemas(app: INestApplication): Record<string, Schema> {
  const records = Object.values(EVENT_CATALOGUE);
  const details = records.flatMap(({ events }) => Object.values<Type | null>(events));
  const models = [EventAttributes, ...records.map(({ snapshot }) => snapshot), ...details];
  const { components } = SwaggerModule.createDocument(app, new DocumentBuilder().build(), {
    include: [NoRoutes],
    extraModels: [...new Set(models)].filter((model) => model !== null),
  });
  const schemas = withNullTypes(components?.schemas ?? {}) as Record<string, Schema>;
  // Nest lists inherited members before or after the own ones, by what was described before.
  for (const schema of Object.values(schemas)) schema.required?.sort();
  for (const { snapshot } of records) {
    const view = schemas[snapshot.name];
    if (view) schemas[changesName(snapshot)] = changesSchema(view);
  }
  return schemas;
}

const changesName = (snapshot: Type) => snapshot.name.replace(/View$/, 'Changes');

function changesSchema({ properties }: Schema): Schema {
  const bookkeeping: readonly string[] = BOOKKEEPING_FIELDS;
  const changing = Object.entries(properties ?? {}).filter(([name]) => !bookkeeping.includes(name));
  return { type: 'object', properties: Object.fromEntries(changing) };
}

function eventSchema(type: EventType): Schema {
  const [recordType, word] = type.split('.') as [RecordType, string];
  const { snapshot, events } = EVENT_CATALOGUE[recordType];
  const details = (events as Record<string, Type | null>)[word];
  const own = {
    type: 'object',
    required: ['before', 'after', recordType],
    properties: {
      before: { $ref: `#/components/schemas/${changesName(snapshot)}` },
      after: { $ref: `#/components/schemas/${changesName(snapshot)}` },
      [recordType]: { $ref: `#/components/schemas/${snapshot.name}` },
    },
  };
  return {
    type: 'object',
    required: ['data'],
    allOf: [{ $ref: `#/components/schemas/${EventAttributes.name}` }],
    properties: {
      specversion: { const: '1.0' },
      source: { const: `/relata/${EVENT_STREAMS[streamOf(type)]?.service}` },
      type: { const: type },
      datacontenttype: { const: 'application/json' },
      recordtype: { const: recordType },
      data: details ? { ...own, allOf: [{ $ref: `#/components/schemas/${details.name}` }] } : own,
    },
  };
}
