import { ApiDocument, type RawDocument } from './document';
import { Oracle } from './oracle';
import type { Answered, Sent } from './sender';

const DEADLINE_MS = 100;
const document = new ApiDocument({
  paths: {
    '/v1/things/{id}': {
      get: {
        operationId: 'getThing',
        responses: {
          200: {
            headers: { ETag: {} },
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } },
          },
          204: {},
          404: { content: { 'application/problem+json': { schema: { type: 'object' } } } },
        },
      },
    },
  },
  components: {
    schemas: {
      Thing: {
        type: 'object',
        required: ['id', 'at'],
        properties: { id: { type: 'string', format: 'uuid' } },
      },
    },
  },
} satisfies RawDocument);
const oracle = new Oracle(document);

const thing = { id: '01a20644-b1bc-726a-a213-000000000005', at: null };
const fine: Answered = {
  status: 200,
  headers: { 'content-type': 'application/json; charset=utf-8', etag: '"v1"' },
  text: JSON.stringify(thing),
  milliseconds: 1,
};
const sent: Sent = { as: 'administrator', method: 'GET', target: '/v1/things/x', headers: {} };
const faultsOf = (answered: Partial<Answered>, asked: Partial<Sent> = {}) =>
  oracle.faultsOf(document.operations[0]!, { ...sent, ...asked }, { ...fine, ...answered }, DEADLINE_MS);

it('lets pass what is described', () => {
  expect(faultsOf({})).toEqual([]);
  expect(faultsOf({ status: 204, headers: {}, text: '' })).toEqual([]);
  expect(faultsOf({ text: JSON.stringify({ id: thing.id }) }, { target: '/v1/things/x?fields=id' })).toEqual(
    [],
  );
});

const problem = { 'content-type': 'application/problem+json', 'x-request-id': 'a' };
it.each<[string, Partial<Answered>, RegExp]>([
  ['no answer', { status: 0, text: 'socket hang up' }, /no answer: socket hang up/],
  ['a crash', { status: 500 }, /status 500/],
  ['a limit', { status: 429 }, /below all limits/],
  ['another status', { status: 409 }, /status 409; described: 200, 204, 404/],
  ['another type', { headers: { 'content-type': 'text/html', etag: '"v1"' } }, /content type "text\/html"/],
  ['a body where there is none', { status: 204 }, /a body of application\/json/],
  ['no header', { headers: { 'content-type': 'application/json' } }, /no header ETag/],
  ['a missing member', { text: JSON.stringify({ id: thing.id }) }, /required property 'at'/],
  ['a wrong member', { text: JSON.stringify({ ...thing, id: 'x' }) }, /\/id must match format "uuid"/],
  ['no JSON', { text: '{' }, /no JSON/],
  ['a late answer', { milliseconds: 101 }, /after 101 ms/],
  [
    'another id in a problem',
    { status: 404, headers: problem, text: '{"status":404,"traceId":"b"}' },
    /traceId b/,
  ],
])('finds %s', (_, answered, fault) => {
  expect(faultsOf(answered).join()).toMatch(fault);
});
