import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '@relata/contracts';

/** The version that `If-Match: "v7"` names; undefined without the header or with `*`. */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number | undefined => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  if (header === undefined || header === '*') return undefined;
  const version = /^(?:W\/)?"v(\d{1,9})"$/.exec(header)?.[1];
  if (!version) throw new DomainError('INVALID_QUERY', 'If-Match takes an ETag as answered, such as "v7".');
  return Number(version);
});
