import { applyDecorators, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import {
  FILTER_OPERATORS,
  invalidParameter,
  nearest,
  type DomainError,
  type FilterCondition,
  type FilterOperator,
  type ListQuery,
  type SortKey,
} from '@relata/contracts';

/** `filter[amount][gte]`: one field, at most one operator. */
const FILTER = /^filter\[([^\][]+)\](?:\[([^\][]+)\])?$/;
const MAX_SORT_KEYS = 5;
const PLAIN = ['limit', 'cursor', 'sort', 'q', 'count', 'deleted'];
const MANY = new Set<FilterOperator>(['in', 'nin', 'between']);

/**
 * The list query of a request, by the conventions of the API. `beside` names further parameters that the route
 * reads itself (`include`). Throws INVALID_QUERY for anything unknown.
 */
export function parseListQuery(parameters: Record<string, unknown>, beside: string[] = []): ListQuery {
  const query: ListQuery = {};
  for (const [name, raw] of Object.entries(parameters)) {
    const value = oneValue(name, raw);
    const filter = FILTER.exec(name);
    if (filter) query.filter = [...(query.filter ?? []), condition(name, filter[1] ?? '', filter[2], value)];
    else if (PLAIN.includes(name)) readPlain(query, name, value);
    else if (!beside.includes(name)) throw unknownParameter(name, [...PLAIN, 'filter[<field>]', ...beside]);
  }
  return query;
}

/** Throws INVALID_QUERY unless every query parameter is one of `known`. */
export function onlyParameters(parameters: Record<string, unknown>, known: string[]): void {
  for (const name of Object.keys(parameters)) {
    if (!known.includes(name)) throw unknownParameter(name, known);
  }
}

/** The list query as an argument of a route. */
export const ListParameters = createParamDecorator(
  (beside: string[] | undefined, context: ExecutionContext) =>
    parseListQuery(
      context.switchToHttp().getRequest<FastifyRequest>().query as Record<string, unknown>,
      beside ?? [],
    ),
);

/** OpenAPI's words for the parameters of every list. */
export function ApiListQuery(): MethodDecorator {
  return applyDecorators(
    ApiQuery({
      name: 'limit',
      required: false,
      schema: { type: 'integer', minimum: 1, maximum: 200, default: 50 },
    }),
    ApiQuery({
      name: 'cursor',
      required: false,
      schema: { type: 'string' },
      description: 'From `page.nextCursor` or `page.prevCursor` of an answer; bound to filter and sort.',
    }),
    ApiQuery({
      name: 'sort',
      required: false,
      schema: { type: 'string' },
      description: 'Fields, `-` before one for descending: `-createdAt,lastName`.',
    }),
    ApiQuery({
      name: 'q',
      required: false,
      schema: { type: 'string' },
      description: 'Words that must all occur, anywhere, ignoring case and accents.',
    }),
    ApiQuery({
      name: 'count',
      required: false,
      schema: { type: 'string', enum: ['exact'] },
      description: 'Adds `page.total`.',
    }),
    ApiQuery({
      name: 'deleted',
      required: false,
      schema: { type: 'string', enum: ['only'] },
      description: 'The trash instead of the live records.',
    }),
    ApiQuery({
      name: 'filter',
      required: false,
      style: 'deepObject',
      explode: true,
      schema: { type: 'object', additionalProperties: true },
      description: `\`filter[field]=value\` or \`filter[field][op]=value\`; operators: ${FILTER_OPERATORS.join(', ')}. Custom fields as \`customFields.<name>\`.`,
    }),
  );
}

function readPlain(query: ListQuery, name: string, value: string): void {
  if (name === 'limit') query.limit = integer(name, value);
  else if (name === 'sort') query.sort = sortKeys(value);
  else if (name === 'count') query.count = oneOf(name, value, 'exact');
  else if (name === 'deleted') query.deleted = oneOf(name, value, 'only');
  else if (name === 'cursor') query.cursor = value;
  else query.q = value;
}

/** Checked here: on the bus NaN would become null, and null the default. */
function integer(name: string, value: string): number {
  if (!/^-?\d{1,9}$/.test(value)) throw invalidParameter(name, `${name} must be an integer.`);
  return Number(value);
}

/** `-createdAt,lastName`. Throws INVALID_QUERY. */
export function sortKeys(value: string): SortKey[] {
  const keys = value.split(',').filter(Boolean).map(sortKey);
  if (keys.length > MAX_SORT_KEYS)
    throw invalidParameter('sort', `A list can be sorted by at most ${MAX_SORT_KEYS} fields.`);
  return keys;
}

function sortKey(text: string): SortKey {
  return text.startsWith('-')
    ? { field: text.slice(1), direction: 'desc' }
    : { field: text, direction: 'asc' };
}

function condition(
  parameter: string,
  field: string,
  operator: string | undefined,
  value: string,
): FilterCondition {
  const op = (operator ?? 'eq') as FilterOperator;
  if (!FILTER_OPERATORS.includes(op)) {
    throw invalidParameter(parameter, unknownWord('operator', op, FILTER_OPERATORS));
  }
  return { field, op, value: MANY.has(op) ? value.split(',') : value };
}

function oneValue(name: string, raw: unknown): string {
  if (typeof raw === 'string') return raw;
  throw invalidParameter(name, `The parameter ${name} is given more than once.`);
}

function oneOf<T extends string>(name: string, value: string, allowed: T): T {
  if (value === allowed) return allowed;
  throw invalidParameter(name, `${name} takes only "${allowed}".`);
}

function unknownParameter(name: string, known: string[]): DomainError {
  return invalidParameter(name, unknownWord('query parameter', name, known));
}

/** What is said of a word that is none of those known: with the nearest that is. */
export function unknownWord(noun: string, word: string, known: readonly string[]): string {
  const near = nearest(word, [...known]);
  const hint = near ? `did you mean "${near}"? Known` : 'known';
  return `There is no ${noun} "${word}"; ${hint}: ${known.join(', ') || 'none'}.`;
}
