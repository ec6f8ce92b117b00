import {
  DomainError,
  FILTER_OPERATORS,
  conditionsOf,
  normalTags,
  type FilterCondition,
  type FilterNode,
  type ListQuery,
} from '@relata/contracts';
import { escapeLike } from '../sql/escape-like';
import type { Parameters } from '../sql/parameters';
import { checkedValue, periodValue, type Clock } from './field-values';
import { CUSTOM_PREFIX, LIST, isOfList, knownField, type ListField } from './list-fields';
import { relatedSql } from './related-fields';

const COMPARISONS: Record<string, string> = { eq: '=', gt: '>', gte: '>=', lt: '<', lte: '<=' };
const MAX_LISTED = 500;
const MAX_CONDITIONS = 100;
const MAX_DEPTH = 10;

/** What the SQL of a filter is made with. */
export interface FilterScope {
  fields: Map<string, ListField>;
  parameters: Parameters;
  clock: Clock;
}

/** Whether a list cannot be read without knowing which custom fields there are. */
export function namesCustomFields({ filter = [], sort = [] }: ListQuery): boolean {
  return [...conditionsOf(filter), ...sort].some(({ field }) => field.startsWith(CUSTOM_PREFIX));
}

/** The SQL of a filter, one condition a node. Throws INVALID_QUERY naming field, operator or value. */
export function filterSql(nodes: FilterNode[], scope: FilterScope): string[] {
  if (conditionsOf(nodes).length > MAX_CONDITIONS)
    throw new DomainError('INVALID_QUERY', `A filter takes at most ${MAX_CONDITIONS} conditions.`);
  return nodes.map((node) => nodeSql(node, scope, MAX_DEPTH));
}

function nodeSql(node: FilterNode, scope: FilterScope, depth: number): string {
  if (depth === 0) throw new DomainError('INVALID_QUERY', `A filter may be nested ${MAX_DEPTH} levels deep.`);
  const all = (nodes: FilterNode[]) => nodes.map((one) => nodeSql(one, scope, depth - 1));
  if ('and' in node) return `(${all(node.and).join(' AND ') || 'true'})`;
  if ('or' in node) return `(${all(node.or).join(' OR ') || 'false'})`;
  // A condition on nothing is neither true nor false to SQL, and so would be what is not.
  if ('not' in node) return `((${nodeSql(node.not, scope, depth - 1)}) IS NOT TRUE)`;
  const field = knownField(scope.fields, node.field);
  if (isOfList(field)) return ofList(field, node, scope);
  return field.related ? ofRelated(field, node, scope) : conditionSql(field, node, scope);
}

/** Of a list, such as tags, chosen options or the ids of managers: that it has one, or one of some, or one that contains a text. */
function ofList(field: ListField, condition: FilterCondition, { parameters }: FilterScope): string {
  const { name, expression, type } = field;
  const one = { ...field, type: type.slice(0, -LIST.length) };
  const values = (texts: string[]) => {
    if (one.type !== 'text') return texts.map((text) => checkedValue(one, text));
    return name.startsWith(CUSTOM_PREFIX) ? texts : normalTags(texts);
  };
  // The index is of rows that have any.
  const has = (operator: string, texts: string[]) =>
    `(${expression} <> '{}' AND ${expression} ${operator} ${parameters.add(values(texts))}::${type})`;
  const { op } = condition;
  if (op === 'eq' || op === 'ne') return `${op === 'ne' ? 'NOT ' : ''}${has('@>', [single(condition)])}`;
  if (op === 'in' || op === 'nin') return `${op === 'nin' ? 'NOT ' : ''}${has('&&', listed(condition))}`;
  if (op === 'contains') {
    const pattern = parameters.add(`%${escapeLike(single(condition))}%`);
    return `EXISTS (SELECT FROM unnest(${expression}) AS word WHERE word::text ILIKE ${pattern})`;
  }
  if (op === 'isNull') return `(${expression} = '{}') = ${isNullWanted(condition)}`;
  throw bad(condition, 'a list takes eq, ne, in, nin, contains and isNull');
}

/** Of a field of another record: that it is one of those of which the condition holds. */
function ofRelated(field: ListField, condition: FilterCondition, scope: FilterScope): string {
  const positive: Partial<Record<string, FilterCondition>> = {
    ne: { ...condition, op: 'eq' },
    nin: { ...condition, op: 'in' },
  };
  const isNone = condition.op === 'isNull' && isNullWanted(condition);
  const asked = isNone ? { ...condition, value: 'false' } : (positive[condition.op] ?? condition);
  const sql = relatedSql(field, conditionSql(field, asked, scope), scope.parameters);
  return asked === condition ? sql : `((${sql}) IS NOT TRUE)`;
}

function conditionSql(field: ListField, condition: FilterCondition, scope: FilterScope): string {
  const { expression, type } = field;
  const { parameters } = scope;
  const value = (text: string) => `${parameters.add(checkedValue(field, text))}::${type}`;
  switch (condition.op) {
    case 'eq':
    case 'ne':
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte':
      return comparison(field, condition.op, single(condition), scope);
    case 'between': {
      const [from, to, ...rest] = listed(condition);
      if (from === undefined || to === undefined || rest.length > 0)
        throw bad(condition, 'between takes two values, separated by a comma');
      return `${expression} BETWEEN ${value(from)} AND ${value(to)}`;
    }
    case 'in':
      return valuesSql(field, condition, parameters).any;
    case 'nin':
      return `((${valuesSql(field, condition, parameters).any}) IS NOT TRUE)`;
    case 'contains':
      return `${textOf(field)} ILIKE ${parameters.add(`%${escapeLike(single(condition))}%`)}`;
    case 'startsWith':
      return `${textOf(field)} ILIKE ${parameters.add(`${escapeLike(single(condition))}%`)}`;
    case 'isNull':
      return `${expression} IS ${isNullWanted(condition) ? '' : 'NOT '}NULL`;
    default:
      throw bad(
        condition,
        `there is no operator "${String(condition.op)}"; known: ${FILTER_OPERATORS.join(', ')}`,
      );
  }
}

/** Of a condition that a field is one of some values: the whole of it, and the same taken apart. */
export interface ValuesSql {
  any: string;
  /** A query of the values. */
  each: string;
  /** The condition that the field is `each.value`. */
  one: string;
}

export function valuesSql(field: ListField, condition: FilterCondition, parameters: Parameters): ValuesSql {
  const { expression, type } = field;
  const values = `${parameters.add(listed(condition).map((text) => checkedValue(field, text)))}::${type}[]`;
  return {
    any: `${expression} = ANY(${values})`,
    each: `SELECT DISTINCT unnest(${values}) AS value`,
    one: `${expression} = each.value`,
  };
}

/** Of a word such as `last_30_days`: within these days, before or after them. */
function comparison(field: ListField, op: string, text: string, { parameters, clock }: FilterScope): string {
  const { expression, type } = field;
  const period = periodValue(field, text, clock);
  const placeholder = (value: string) => `${parameters.add(value)}::${type}`;
  if (!period) {
    const value = placeholder(checkedValue(field, text));
    return op === 'ne'
      ? `${expression} IS DISTINCT FROM ${value}`
      : `${expression} ${COMPARISONS[op]} ${value}`;
  }
  const { from, until } = period;
  if (op === 'gt') return `${expression} >= ${placeholder(until)}`;
  if (op === 'gte') return `${expression} >= ${placeholder(from)}`;
  if (op === 'lt') return `${expression} < ${placeholder(from)}`;
  if (op === 'lte') return `${expression} < ${placeholder(until)}`;
  const within = `${expression} >= ${placeholder(from)} AND ${expression} < ${placeholder(until)}`;
  return op === 'eq' ? `(${within})` : `((${within}) IS NOT TRUE)`;
}

function isNullWanted(condition: FilterCondition): boolean {
  const wanted = single(condition);
  if (wanted !== 'true' && wanted !== 'false') throw bad(condition, 'isNull takes true or false');
  return wanted === 'true';
}

function single(condition: FilterCondition): string {
  if (typeof condition.value !== 'string') throw bad(condition, `${condition.op} takes one value`);
  return condition.value;
}

function listed(condition: FilterCondition): string[] {
  const values = typeof condition.value === 'string' ? condition.value.split(',') : condition.value;
  if (values.length > MAX_LISTED) throw bad(condition, `at most ${MAX_LISTED} values`);
  return values;
}

function textOf(field: ListField): string {
  if (field.type !== 'text') {
    throw new DomainError('INVALID_QUERY', `contains and startsWith are for text; ${field.name} is not.`);
  }
  return field.expression;
}

function bad(condition: FilterCondition, what: string): DomainError {
  return new DomainError('INVALID_QUERY', `Bad filter on ${condition.field}: ${what}.`, {
    errors: [{ pointer: `/filter/${condition.field}`, code: 'invalid_filter', message: what }],
  });
}
