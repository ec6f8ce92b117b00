import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '@relata/contracts';

/** The version that `If-Match: "v7"` names; undefined without the header or with `*`. */
export const IfMatch = createParamDecorator(
  (_: unknown, context: ExecutionContext): number | undefined => {
    const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
    if (header === undefined || header === '*') return undefined;
    const version = /^(?:W\/)?"v(\d{1,9})"$/.exec(header)?.[1];
    if (!version) throw new DomainError('INVALID_QUERY', 'If-Match takes an ETag as answered, such as "v7".');
    return Number(version);
  },
  [describeIfMatch],
);

/** Tells the document of each route that takes it. */
function describeIfMatch(routes: object, handler: string | symbol | undefined): void {
  const route = handler === undefined ? undefined : Object.getOwnPropertyDescriptor(routes, handler);
  if (handler === undefined || !route) return;
  ApiHeader({
    name: 'If-Match',
    required: false,
    schema: { type: 'string', maxLength: 255 },
    description: 'The `ETag` as it was answered: 412 when the record is another now.',
  })(routes, handler, route);
}
