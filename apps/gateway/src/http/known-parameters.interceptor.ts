import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { onlyParameters } from './list-query';

/** Under which `@nestjs/swagger` keeps what `@ApiQuery` says; its package exports no name for it. */
const API_PARAMETERS = 'swagger/apiParameters';

interface DocumentedParameter {
  name: string;
  in: string;
  style?: string;
}

/** A read takes the query parameters that its route documents, and no others. */
@Injectable()
export class KnownParametersInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { method, query } = context.switchToHttp().getRequest<FastifyRequest>();
    if (method !== 'GET' || Object.keys(query as object).length === 0) return next.handle();
    const documented = (
      this.reflector.get<DocumentedParameter[] | undefined>(API_PARAMETERS, context.getHandler()) ?? []
    ).filter((parameter) => parameter.in === 'query');
    const objects = documented.filter(({ style }) => style === 'deepObject').map(({ name }) => `${name}[`);
    const given = Object.entries(query as Record<string, unknown>).filter(
      ([name]) => !objects.some((prefix) => name.startsWith(prefix)),
    );
    onlyParameters(
      Object.fromEntries(given),
      documented.map(({ name }) => name),
    );
    return next.handle();
  }
}
