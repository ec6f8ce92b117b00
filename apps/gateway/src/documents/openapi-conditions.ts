import type { OpenAPIObject } from '@nestjs/swagger';
import { operationsOf, recordOf } from './openapi-operations';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

const JSON_TYPE = 'application/json';
const MERGE_PATCH = 'application/merge-patch+json';
const IF_NONE_MATCH = {
  name: 'If-None-Match',
  in: 'header',
  required: false,
  schema: { type: 'string', maxLength: 1000 },
  description: 'The `ETag` as it was answered: 304 when the record is still that.',
} as const;

/** Tells what is true of all reads of a record, and of all changes: that they can be conditional, and how a patch is sent. */
export function describeConditions(document: OpenAPIObject): void {
  const schemas = document.components?.schemas ?? {};
  for (const item of Object.values(document.paths)) {
    for (const [method, operation] of operationsOf(item)) {
      if (method === 'get' && recordOf(operation.responses['200'], schemas)) describeUnchanged(operation);
      if (method === 'patch') describeMergePatch(operation);
    }
  }
}

function describeUnchanged(operation: Operation): void {
  operation.parameters = [...(operation.parameters ?? []), IF_NONE_MATCH];
  operation.responses['304'] = { description: 'It is still the version that `If-None-Match` names.' };
}

function describeMergePatch({ requestBody }: Operation): void {
  const json = requestBody && 'content' in requestBody ? requestBody.content[JSON_TYPE] : undefined;
  if (json) (requestBody as { content: object }).content = { [JSON_TYPE]: json, [MERGE_PATCH]: json };
}
