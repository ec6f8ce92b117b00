import type { OpenAPIObject } from '@nestjs/swagger';
import { operationsOf, recordOf } from './openapi-operations';

type Answers = NonNullable<NonNullable<OpenAPIObject['components']>['responses']>;
type Answer = Answers[string];

const text = { type: 'string' } as const;
const HEADERS = {
  RateLimit: {
    description:
      'What is left of the limit and in how many seconds it begins anew: `"key";r=598;t=41`. Not of what is refused before it is counted.',
    schema: text,
  },
  'RateLimit-Policy': {
    description: 'The limit, requests in so many seconds: `"key";q=600;w=60`.',
    schema: text,
  },
  'X-Request-Id': { description: 'The id that the request brought, or got.', schema: text },
  ETag: {
    description: 'The version of the record, for `If-Match` and `If-None-Match`: `"v7"`.',
    schema: text,
  },
  Location: { description: 'Where what was made is.', schema: text },
};
/** Of every answer. */
const ALWAYS = ['RateLimit', 'RateLimit-Policy', 'X-Request-Id'] as const;
/** The record is the version that the client has. */
const UNCHANGED = '304';
/** Something was made. */
const MADE = new Set(['201', '202']);

/** Tells which headers answers have: limits and request id always, `ETag` of a record, `Location` of what was made. */
export function describeHeaders(document: OpenAPIObject): void {
  const { schemas = {}, responses = {} } = document.components ?? {};
  document.components = { ...document.components, headers: HEADERS };
  for (const answer of Object.values(responses)) addHeaders(answer, ALWAYS);
  for (const item of Object.values(document.paths)) {
    for (const [, operation] of operationsOf(item)) {
      for (const [status, answer] of Object.entries(operation.responses)) {
        if (!answer || !/^[23]/.test(status)) continue;
        addHeaders(answer, ALWAYS);
        if (status === UNCHANGED) addHeaders(answer, ['ETag']);
        if (recordOf(answer, schemas)) addHeaders(answer, ['ETag']);
        if (MADE.has(status)) addHeaders(answer, ['Location']);
      }
    }
  }
}

function addHeaders(answer: Answer, names: readonly (keyof typeof HEADERS)[]): void {
  if ('$ref' in answer) return;
  const added = names.map((name) => [name, { $ref: `#/components/headers/${name}` }] as const);
  answer.headers = { ...answer.headers, ...Object.fromEntries(added) };
}
