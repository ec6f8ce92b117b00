import type { OpenAPIObject } from '@nestjs/swagger';

type PathItem = OpenAPIObject['paths'][string];
type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;
type Schema = Schemas[string];
type Answer = NonNullable<PathItem['get']>['responses'][string];

/** What Nest calls an operation: `ContactsRoutes_list`, with a number behind it where a controller has several paths. */
const NEST_NAME = /^\w+Routes_(\w+?)(?:\[\d+\])?$/;

/** Verbs of handlers that clients know by another word. */
const VERBS: Record<string, string> = { remove: 'delete', run: 'batch' };
/** Verbs that are about many records. */
const OF_MANY = new Set(['list', 'batch', 'bulk', 'search', 'stream', 'replay']);
/** Names that the rule would get wrong, by method and path. */
const NAMED: Record<string, string> = {
  'GET /v1/events/parked': 'listParkedEvents',
  'POST /v1/events/parked/{service}/{id}/retry': 'retryParkedEvent',
  'DELETE /v1/events/parked/{service}/{id}': 'dropParkedEvent',
  'GET /v1/audit': 'listAuditEntries',
  'GET /v1/search': 'search',
  'GET /v1/reports/pipeline': 'getPipelineReport',
  'GET /v1/reports/outcomes': 'getOutcomesReport',
  'GET /v1/reports/conversion': 'getConversionReport',
  'POST /v1/contacts/{id}/merge': 'mergeContacts',
  'POST /v1/batch': 'batchAll',
  'POST /v1/sessions': 'signIn',
  'GET /.well-known/jwks.json': 'getSigningKeys',
  'POST /v1/signing-keys/rotate': 'rotateSigningKeys',
  'PUT /v1/{resource}/{id}/shares/{granteeId}': 'shareRecord',
  'DELETE /v1/{resource}/{id}/shares/{granteeId}': 'unshareRecord',
};

const METHODS = ['get', 'put', 'post', 'patch', 'delete'] as const;

/** Names operations as clients say them: `listContacts`, `changeDealStage`, `getContactHistory`. Throws for one that two have. */
export function nameOperations(document: OpenAPIObject): void {
  const known = new Map<string, string>();
  for (const [path, item] of Object.entries(document.paths)) {
    for (const [method, operation] of operationsOf(item)) {
      const where = `${method.toUpperCase()} ${path}`;
      const handler = NEST_NAME.exec(operation.operationId ?? '')?.[1] ?? method;
      const name = NAMED[where] ?? operationName(path, handler);
      if (known.has(name)) throw new Error(`${where} and ${known.get(name)} are both called ${name}.`);
      known.set(name, where);
      operation.operationId = name;
    }
  }
}

/** The operations of a path, by method. */
export function operationsOf(item: PathItem): [(typeof METHODS)[number], NonNullable<PathItem['get']>][] {
  return METHODS.flatMap((method) => (item[method] ? [[method, item[method]] as const] : [])).map(
    ([method, operation]) => [method, operation],
  );
}

/** The schema of an answer that is one record, which has an id and a version; undefined for others. */
export function recordOf(answer: Answer | undefined, schemas: Schemas): Schema | undefined {
  if (!answer || '$ref' in answer) return undefined;
  let schema: Schema | undefined = answer.content?.['application/json']?.schema;
  // A write's answer is that of a dry run, too: the record first.
  if (schema && 'allOf' in schema) schema = schema.allOf?.[0];
  const record = schema && '$ref' in schema ? schemas[schema.$ref.split('/').at(-1) ?? ''] : schema;
  return record && !('$ref' in record) && record.properties?.version && record.properties.id
    ? record
    : undefined;
}

/** Verb, noun, and what of the noun: by the path's first word and the name of the handler. */
function operationName(path: string, handler: string): string {
  const [noun = ''] = path.replace('/v1/', '').replace(/^\//, '').split('/');
  const [first = '', ...rest] = handler.split(/(?=[A-Z])/);
  const isVerb =
    /^(list|create|get|update|remove|restore|close|reopen|complete|cancel|undo|run|bulk|upsert|search|stream|replay|verify|explain|refresh|change|add|end)$/.test(
      first,
    );
  const verb = isVerb ? (VERBS[first] ?? first) : 'get';
  // `ofContact` of a timeline: the path says it.
  const last = path.split('/').at(-1) ?? '';
  const what = isVerb ? rest.join('') : first === 'of' ? pascal(last) : pascal(handler);
  const isMany = OF_MANY.has(verb) && what === '';
  return verb + (isMany ? pascal(noun) : singular(noun)) + what;
}

function singular(noun: string): string {
  return noun === 'access' ? 'Access' : pascal(noun.replace(/ies$/, 'y').replace(/s$/, ''));
}

function pascal(words: string): string {
  return words
    .replace(/[{}]/g, '')
    .split(/[-.]/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
