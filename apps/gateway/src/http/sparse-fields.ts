import { SetMetadata, applyDecorators } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
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

/** The resource whose fields requests to a route may choose; undefined where they may not. */
export function sparseResourceOf(handler: object): Resource | undefined {
  return Reflect.getMetadata(RESOURCE, handler) as Resource | undefined;
}

/** The members that a request wants of the answer: `fields=id,firstName`; undefined for all. Throws INVALID_QUERY. */
export function wantedFields({ query }: FastifyRequest, resource: Resource): Set<string> | undefined {
  const { fields, include } = query as { fields?: unknown; include?: unknown };
  if (fields === undefined) return undefined;
  if (include !== undefined && typeof include !== 'string')
    throw invalidParameter('include', 'include is given more than once.');
  const wanted = parseFields(resource, fields);
  for (const name of (include ?? '').split(',')) wanted.add(name);
  return wanted;
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
