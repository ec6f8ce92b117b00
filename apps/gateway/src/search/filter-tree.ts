import {
  FILTER_OPERATORS,
  invalid,
  type FilterCondition,
  type FilterNode,
  type FilterOperator,
  type ListQuery,
} from '@relata/contracts';
import { sortKeys, unknownWord } from '../http/list-query';

const MANY: readonly FilterOperator[] = ['in', 'nin', 'between'];
const SHAPES = '{ "field", "op", "value" }, { "and": [...] }, { "or": [...] } or { "not": {...} }';

/** The filter and the sort of a body, as lists take them. Throws VALIDATION_FAILED, INVALID_QUERY. */
export function listQueryOf({
  filter,
  sort,
}: {
  filter?: object | undefined;
  sort?: string[] | undefined;
}): Pick<ListQuery, 'filter' | 'sort'> {
  return {
    ...(filter === undefined ? {} : { filter: parseFilter(filter) }),
    ...(sort ? { sort: sortKeys(sort.join(',')) } : {}),
  };
}

/** The filter of a body: a node, or a list of nodes that must all hold. Throws VALIDATION_FAILED with a pointer. */
function parseFilter(filter: unknown, pointer = '/filter'): FilterNode[] {
  return Array.isArray(filter)
    ? filter.map((node, index) => parseNode(node, `${pointer}/${index}`))
    : [parseNode(filter, pointer)];
}

function parseNode(node: unknown, pointer: string): FilterNode {
  if (typeof node !== 'object' || node === null || Array.isArray(node)) throw shape(pointer);
  const members = node as Record<string, unknown>;
  const names = Object.keys(members);
  const [name] = names;
  if (names.length === 1 && (name === 'and' || name === 'or')) {
    const parts = members[name];
    if (!Array.isArray(parts))
      throw invalid(`${pointer}/${name}`, 'list', `${name} takes a list of filters.`);
    const nodes = parseFilter(parts, `${pointer}/${name}`);
    return name === 'and' ? { and: nodes } : { or: nodes };
  }
  if (names.length === 1 && name === 'not') return { not: parseNode(members.not, `${pointer}/not`) };
  return parseCondition(members, pointer);
}

function parseCondition(
  { field, op = 'eq', value, ...rest }: Record<string, unknown>,
  pointer: string,
): FilterCondition {
  const [unknown] = Object.keys(rest);
  if (typeof field !== 'string' || unknown !== undefined) throw shape(pointer);
  const operator = FILTER_OPERATORS.find((known) => known === op);
  if (!operator)
    throw invalid(`${pointer}/op`, 'unknown_operator', unknownWord('operator', String(op), FILTER_OPERATORS));
  if (!MANY.includes(operator)) return { field, op: operator, value: textOf(value, `${pointer}/value`) };
  if (!Array.isArray(value)) throw invalid(`${pointer}/value`, 'list', `${operator} takes a list of values.`);
  const values = value.map((one, index) => textOf(one, `${pointer}/value/${index}`));
  return { field, op: operator, value: values };
}

function textOf(value: unknown, pointer: string): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw invalid(
    pointer,
    'value',
    'Give a text, a number, true or false; for nothing there is the operator isNull.',
  );
}

function shape(pointer: string) {
  return invalid(pointer, 'filter', `A filter is ${SHAPES}.`);
}
