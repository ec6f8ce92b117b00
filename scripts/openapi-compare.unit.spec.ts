import { breakingChanges } from './openapi-compare.mjs';

type Json = Record<string, unknown>;

const json = (name: string) => ({ 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } });

const document = () => ({
  security: [{ bearer: [] }],
  paths: {
    '/contacts': {
      parameters: [{ $ref: '#/components/parameters/Request-Id' }],
      get: {
        parameters: [{ name: 'limit', in: 'query', schema: { type: 'integer', maximum: 200 } }],
        responses: { 200: { headers: { ETag: {} }, content: json('Contact') }, 404: {} },
      },
      post: {
        requestBody: { required: true, content: json('Draft') },
        responses: { 201: { content: json('Contact') } },
      },
    },
    '/health': { get: { security: [], responses: { 204: {} } } },
  },
  components: {
    parameters: { 'Request-Id': { name: 'X-Request-Id', in: 'header', schema: { type: 'string' } } },
    schemas: {
      Contact: {
        type: 'object',
        required: ['id', 'name'],
        properties: {
          id: { type: 'string', format: 'uuid' },
          name: { type: 'string' },
          note: { type: ['string', 'null'] },
          status: { type: 'string', enum: ['open', 'won'] },
          parent: { $ref: '#/components/schemas/Contact' },
          tags: { type: 'array', items: { type: 'string' } },
          source: { oneOf: [{ $ref: '#/components/schemas/Web' }, { $ref: '#/components/schemas/Fair' }] },
        },
      },
      Draft: {
        type: 'object',
        required: ['name'],
        properties: {
          name: { type: 'string', maxLength: 100 },
          note: { type: ['string', 'null'] },
          status: { type: 'string', enum: ['open', 'won'] },
          size: { type: 'integer' },
          tags: { type: 'array', items: { type: 'string' } },
          fields: { type: 'object', additionalProperties: { type: ['string', 'number'] } },
        },
      },
      Web: { type: 'object', properties: { url: { type: 'string' } } },
      Fair: { type: 'object', properties: { town: { type: 'string' } } },
    },
  },
});

/** What breaks when the value at that place becomes another, or goes (undefined). */
function changesBy(place: string, value: unknown): string[] {
  const after: Json = document();
  const names = place.split(' ');
  const last = names.pop() ?? '';
  const parent = names.reduce<Json>((at, name) => at[name] as Json, after);
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return breakingChanges(document(), after);
}

const VIEW = 'components schemas Contact';
const BODY = 'components schemas Draft';
const GET = 'paths /contacts get';
const POST = 'paths /contacts post';

it('finds nothing between equal documents', () => {
  expect(breakingChanges(document(), document())).toEqual([]);
});

it.each<[string, string, unknown]>([
  ['a new path', 'paths /deals', { get: {} }],
  ['a new operation', 'paths /contacts delete', {}],
  ['a new optional parameter', `${GET} parameters 1`, { name: 'q', in: 'query' }],
  ['a wider parameter', `${GET} parameters 0 schema maximum`, 500],
  [
    'a parameter that moves to the operation',
    `${GET} parameters 1`,
    { $ref: '#/components/parameters/Request-Id' },
  ],
  ['an error that no longer comes', `${GET} responses 404`, undefined],
  ['a new error', `${GET} responses 409`, {}],
  ['a body that need not be there', `${POST} requestBody required`, false],
  ['an operation that needs no credentials any more', `${GET} security`, []],
  ['a new response field', `${VIEW} properties email`, { type: 'string' }],
  ['a response field that is now always there', `${VIEW} required`, ['id', 'name', 'note']],
  ['a response field that is never null now', `${VIEW} properties note type`, 'string'],
  ['a new value that is received', `${VIEW} properties status enum`, ['open', 'won', 'lost']],
  ['any value where some were received', `${VIEW} properties status enum`, undefined],
  [
    'the same schema by allOf',
    `${VIEW} properties parent`,
    { allOf: [{ $ref: '#/components/schemas/Contact' }] },
  ],
  [
    'the same null said in another way',
    `${VIEW} properties note`,
    { oneOf: [{ type: 'string' }, { type: 'null' }] },
  ],
  ['the same null said as in 3.0', `${VIEW} properties note`, { type: 'string', nullable: true }],
  ['a new optional request field', `${BODY} properties email`, { type: 'string' }],
  ['a request field that need not be there', `${BODY} required`, []],
  ['a new value that may be sent', `${BODY} properties status enum`, ['open', 'won', 'lost']],
  ['a wider request type', `${BODY} properties size type`, 'number'],
  ['a longer text', `${BODY} properties name maxLength`, 200],
  ['a least length of nothing', `${BODY} properties name minLength`, 0],
])('lets pass %s', (_name, place, value) => {
  expect(changesBy(place, value)).toEqual([]);
});

it.each<[string, string, unknown, string]>([
  ['a removed path', 'paths /contacts', undefined, '/contacts: the path is gone'],
  ['a removed operation', GET, undefined, 'GET /contacts: the operation is gone'],
  ['a removed parameter', `${GET} parameters`, [], 'GET /contacts: query parameter limit is gone'],
  [
    'a required parameter',
    `${GET} parameters 1`,
    { name: 'q', in: 'query', required: true },
    'GET /contacts: query parameter q is new and required',
  ],
  [
    'a parameter made required',
    `${GET} parameters 0 required`,
    true,
    'GET /contacts: query parameter limit is now required',
  ],
  [
    'a parameter of another type',
    `${GET} parameters 0 schema type`,
    'boolean',
    'GET /contacts: query parameter limit: type integer became boolean',
  ],
  [
    'a narrower parameter',
    `${GET} parameters 0 schema maximum`,
    100,
    'GET /contacts: query parameter limit: maximum 200 became 100',
  ],
  ['a removed response', `${GET} responses 200`, undefined, 'GET /contacts: response 200 is gone'],
  [
    'a removed header',
    `${GET} responses 200 headers`,
    {},
    'GET /contacts: response 200: header ETag is gone',
  ],
  [
    'a removed response type',
    `${GET} responses 200 content`,
    { 'text/csv': {} },
    'GET /contacts: response 200: content type application/json is gone',
  ],
  ['a removed body', `${POST} requestBody`, undefined, 'POST /contacts: the request body is gone'],
  [
    'a new body',
    'paths /health get requestBody',
    { required: true },
    'GET /health: a request body is now required',
  ],
  [
    'credentials for what was open',
    'paths /health get security',
    [{ bearer: [] }],
    'GET /health: now needs credentials',
  ],
  [
    'a removed response field',
    `${VIEW} properties note`,
    undefined,
    'GET /contacts: response 200.note is gone',
  ],
  [
    'a response field that may be absent',
    `${VIEW} required`,
    ['id'],
    'GET /contacts: response 200.name may be absent now',
  ],
  [
    'a response field that may be null',
    `${VIEW} properties name type`,
    ['string', 'null'],
    'GET /contacts: response 200.name: type string became string | null',
  ],
  [
    'a response field of another type',
    `${VIEW} properties tags items type`,
    'integer',
    'GET /contacts: response 200.tags[]: type string became integer',
  ],
  [
    'a response field of any type',
    `${VIEW} properties name`,
    {},
    'GET /contacts: response 200.name: type string became any',
  ],
  [
    'a response field of another format',
    `${VIEW} properties id format`,
    undefined,
    'GET /contacts: response 200.id: format uuid became none',
  ],
  [
    'a removed response variant field',
    'components schemas Fair properties',
    {},
    'GET /contacts: response 200.source(Fair).town is gone',
  ],
  [
    'a value that never comes now',
    `${VIEW} properties status enum`,
    ['open'],
    'GET /contacts: response 200.status: the value won never comes now',
  ],
  ['a removed request field', `${BODY} properties note`, undefined, 'POST /contacts: request.note is gone'],
  [
    'a new required request field',
    `${BODY} required`,
    ['name', 'email'],
    'POST /contacts: request.email is now required',
  ],
  [
    'a request field that may not be null',
    `${BODY} properties note type`,
    'string',
    'POST /contacts: request.note: type string | null became string',
  ],
  [
    'a refused value',
    `${BODY} properties status enum`,
    ['open'],
    'POST /contacts: request.status: the value won is refused now',
  ],
  [
    'values where any was taken',
    `${BODY} properties name enum`,
    ['Ann'],
    'POST /contacts: request.name: the value any other is refused now',
  ],
  [
    'a shorter text',
    `${BODY} properties name maxLength`,
    50,
    'POST /contacts: request.name: maxLength 100 became 50',
  ],
  [
    'a least length',
    `${BODY} properties name minLength`,
    1,
    'POST /contacts: request.name: minLength none became 1',
  ],
  ['a pattern', `${BODY} properties name pattern`, '^A', 'POST /contacts: request.name: pattern is now ^A'],
  [
    'items that must differ',
    `${BODY} properties tags uniqueItems`,
    true,
    'POST /contacts: request.tags: items must now differ',
  ],
  [
    'a format of what is sent',
    `${BODY} properties name format`,
    'email',
    'POST /contacts: request.name: format none became email',
  ],
  [
    'closed properties',
    `${BODY} additionalProperties`,
    false,
    'POST /contacts: request: other properties are refused now',
  ],
  [
    'narrower open fields',
    `${BODY} properties fields additionalProperties type`,
    'string',
    'POST /contacts: request.fields.*: type string | number became string',
  ],
])('tells of %s', (_name, place, value, change) => {
  expect(changesBy(place, value)).toContain(change);
});
