import type { OpenAPIObject } from '@nestjs/swagger';
import { ERROR_CODES } from '@relata/contracts';
import { HTTP_STATUS, TITLES } from '../http/http-errors';
import { operationsOf } from './openapi-operations';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Answer = NonNullable<NonNullable<OpenAPIObject['components']>['responses']>[string];

const PROBLEM = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'code', 'traceId'],
  properties: {
    type: { type: 'string', description: '`urn:relata:error:<code>`' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'What is wrong and the way out, for a person.' },
    code: { type: 'string', enum: [...ERROR_CODES] },
    traceId: { type: 'string', description: 'The X-Request-Id of the request.' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'code', 'message'],
        properties: {
          pointer: { type: 'string', description: 'RFC 6901, into the body.' },
          code: { type: 'string' },
          message: { type: 'string' },
        },
      },
    },
    existingId: { type: 'string', description: 'The live record that a refused one would double.' },
    batchId: { type: 'string', description: 'The batch across services that was taken back.' },
  },
  example: {
    type: 'urn:relata:error:DUPLICATE',
    title: 'Already there',
    status: 409,
    detail: 'Another contact has this email.',
    code: 'DUPLICATE',
    traceId: '860e5af1-0b1e-4f6c-9a43-1d2c3b4a5f60',
    errors: [{ pointer: '/email', code: 'duplicate', message: 'Another contact has this email.' }],
    existingId: '01980000-0000-7000-8000-000000000002',
  },
};

const RETRY_AFTER = {
  'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer', minimum: 0 } },
};
/** Statuses whose answers say when to come again. */
const COME_AGAIN = new Set([429, 503]);
/** A body of a type that nobody reads. */
const UNSUPPORTED = 415;
/** A part of the path is longer than any id or key. */
const LONG_PARAMETER = 414;
/** URL and headers are longer than Node reads. */
const LONG_HEAD = 431;
const STATUSES = [...new Set([...Object.values(HTTP_STATUS), LONG_PARAMETER, UNSUPPORTED, LONG_HEAD])].sort(
  (a, b) => a - b,
);
/** What statuses say that no code has for its own. */
const DESCRIPTIONS: Record<number, string> = {
  [LONG_PARAMETER]: 'A part of the path is longer than any id or key.',
  [UNSUPPORTED]: 'The type of the body is not known.',
  [LONG_HEAD]: 'The URL and the headers together are longer than 16 KiB.',
};

/** Every operation fails in one way: RFC 9457 problem details, of the statuses that it can have. */
export function describeProblems(document: OpenAPIObject): void {
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, Problem: PROBLEM },
    responses: Object.fromEntries(STATUSES.map((status) => [nameOf(status), responseOf(status)])),
  };
  for (const [path, item] of Object.entries(document.paths)) {
    for (const [method, operation] of operationsOf(item)) {
      // And those that a route names itself.
      const own = STATUSES.filter((status) => operation.responses[status]);
      for (const status of [...statusesOf(path, method, operation), ...own])
        operation.responses[status] = { $ref: `#/components/responses/${nameOf(status)}` };
    }
  }
}

function statusesOf(path: string, method: string, { parameters = [], requestBody }: Operation): number[] {
  const isRead = method === 'get';
  const isNamed = path.includes('{');
  const hasQuestion = parameters.length > 0 || isNamed || !isRead;
  return [
    // A parameter that there is not is refused everywhere.
    ...[400, 401, 403],
    ...(isNamed || requestBody ? [404] : []),
    // A body is read before it is known whether one is wanted.
    ...(isRead ? [] : [409, 412, 413, UNSUPPORTED]),
    ...(isNamed ? [LONG_PARAMETER] : []),
    ...(hasQuestion ? [422] : []),
    ...[429, LONG_HEAD, 500, 503, 504],
  ];
}

function nameOf(status: number): string {
  return `Problem${status}`;
}

function responseOf(status: number): Answer {
  const codes = ERROR_CODES.filter((code) => HTTP_STATUS[code] === status);
  const description = codes.map((code) => `\`${code}\`: ${TITLES[code].toLowerCase()}`).join('; ');
  return {
    description: DESCRIPTIONS[status] ?? `${description}.`,
    ...(COME_AGAIN.has(status) ? { headers: RETRY_AFTER } : {}),
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
}
