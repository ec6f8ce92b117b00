import type { OpenAPIObject } from '@nestjs/swagger';
import { ERROR_CODES } from '@relata/contracts';

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
  },
};

/** Every operation fails in one way: RFC 9457 problem details. */
export function describeProblems(document: OpenAPIObject): void {
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, Problem: PROBLEM },
    responses: {
      Problem: {
        description: 'RFC 9457 problem details; programs go by `code`.',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
  const problem = { $ref: '#/components/responses/Problem' };
  for (const path of Object.values(document.paths)) {
    for (const operation of [path.get, path.put, path.post, path.patch, path.delete]) {
      if (operation) operation.responses = { ...operation.responses, '4XX': problem, '5XX': problem };
    }
  }
}
