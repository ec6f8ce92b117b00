import {
  Injectable,
  SetMetadata,
  applyDecorators,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiQuery } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { invalidParameter, nearest, viewFields, type Page, type Resource } from '@relata/contracts';

const RESOURCE = 'relata:sparse-fields';

/** A route that answers records of which the client may want some fields alone. */
export const SparseFields = (resource: Resource) =>
  applyDecorators(
    SetMetadata(RESOURCE, resource),
    ApiQuery({
      name: 'fields',
      required: false,
      schema: { type: 'string' },
      description: 'The fields to answer, comma-separated: `id,firstName`. All without it; `id` always.',
    }),
  );

/** `fields=id,firstName`: small answers. */
@Injectable()
export class SparseFieldsInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const resource = this.reflector.get<Resource | undefined>(RESOURCE, context.getHandler());
    const { query } = context.switchToHttp().getRequest<FastifyRequest>();
    const { fields, include } = query as { fields?: unknown; include?: string };
    if (resource === undefined || fields === undefined) return next.handle();
    const wanted = parseFields(resource, fields);
    for (const name of (include ?? '').split(',')) wanted.add(name);
    return next.handle().pipe(map((answer: unknown) => pick(answer as object, wanted)));
  }
}

/** The names of the fields, `id` among them. Throws INVALID_QUERY with the nearest known name. */
export function parseFields(resource: Resource, text: unknown): Set<string> {
  if (typeof text !== 'string') throw invalidParameter('fields', 'fields is given more than once.');
  const known = viewFields(resource);
  const names = text.split(',').filter(Boolean);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    const near = nearest(unknown, [...known]);
    throw invalidParameter(
      'fields',
      `A ${resource} has no field "${unknown}"${near ? `; did you mean "${near}"?` : `; known: ${known.join(', ')}.`}`,
    );
  }
  return new Set(['id', ...names]);
}

/** A record, or a page of them, with those members alone. */
export function pick(answer: object, wanted: ReadonlySet<string>): object {
  if ('data' in answer && 'page' in answer) {
    const page = answer as Page<object>;
    return { ...page, data: page.data.map((record) => pick(record, wanted)) };
  }
  return Object.fromEntries(Object.entries(answer).filter(([name]) => wanted.has(name)));
}
