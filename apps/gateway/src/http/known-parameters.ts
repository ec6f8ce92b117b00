import type { FastifyRequest } from 'fastify';
import { onlyParameters } from './list-query';

/** Under which `@nestjs/swagger` keeps what `@ApiQuery` says; its package exports no name for it. */
const API_PARAMETERS = 'swagger/apiParameters';

interface DocumentedParameter {
  name: string;
  in: string;
  style?: string;
}

/** The query parameters that a route documents. */
export interface KnownParameters {
  names: string[];
  /** Beginnings of those that are written as members of an object: `filter[`. */
  prefixes: string[];
}

export function knownParametersOf(handler: object): KnownParameters {
  const documented = (
    (Reflect.getMetadata(API_PARAMETERS, handler) as DocumentedParameter[] | undefined) ?? []
  ).filter((parameter) => parameter.in === 'query');
  return {
    names: documented.map(({ name }) => name),
    prefixes: documented.filter(({ style }) => style === 'deepObject').map(({ name }) => `${name}[`),
  };
}

/** A read takes the query parameters that its route documents, and no others. Throws INVALID_QUERY. */
export function requireKnown({ query }: FastifyRequest, { names, prefixes }: KnownParameters): void {
  const given = Object.entries(query as Record<string, unknown>);
  if (given.length === 0) return;
  const others = given.filter(([name]) => !prefixes.some((prefix) => name.startsWith(prefix)));
  onlyParameters(Object.fromEntries(others), names);
}
