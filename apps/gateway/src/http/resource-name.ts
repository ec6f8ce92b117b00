import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/** The word after `/v1/` in the route's path (`contacts`), for controllers of several resources. */
export const ResourceName = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const { url = '' } = context.switchToHttp().getRequest<FastifyRequest>().routeOptions;
  return url.split('/')[2] ?? '';
});
