import { DomainError, FILTER_OPERATORS, type FilterCondition } from '@relata/contracts';
import type { Parameters } from '../sql/parameters';
import { knownField, type ListField } from './list-fields';

const COMPARISONS: Record<string, string> = { eq: '=', gt: '>', gte: '>=', lt: '<', lte: '<=' };
const MAX_LISTED = 500;

const FORMS: Record<string, { test: (text: string) => boolean; say: string }> = {
  uuid: { test: (text) => /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(text), say: 'a UUID' },
  numeric: { test: (text) => /^-?\d{1,30}(\.\d{1,30})?$/.test(text), say: 'a number' },
  integer: { test: (text) => /^-?\d{1,9}$/.test(text), say: 'an integer' },
  boolean: { test: (text) => text === 'true' || text === 'false', say: 'true or false' },
  date: {
    test: (text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && isTime(text),
    say: 'a date such as 2026-06-30',
  },
  timestamptz: {
    test: (text) => /^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:\d{2}))?$/.test(text) && isTime(text),
    say: 'an RFC 3339 time such as 2026-06-30T00:00:00Z',
  },
};

/** Days such as 30 February do not survive the round trip. */
function isTime(text: string): boolean {
  const day = text.slice(0, 10);
  const date = new Date(`${day}T00:00:00Z`);
  return (
    !Number.isNaN(Date.parse(text)) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)
  );
}

/** The SQL of one condition. Throws INVALID_QUERY naming field, operator or value. */
export function conditionSql(
  fields: Map<string, ListField>,
  condition: FilterCondition,
  parameters: Parameters,
): string {
  const field = knownField(fields, condition.field);
  const { expression, type } = field;
  const one = () => `${parameters.add(checked(field, single(condition)))}::${type}`;
  const many = () => `${parameters.add(listed(condition).map((value) => checked(field, value)))}::${type}[]`;
  switch (condition.op) {
    case 'eq':
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte':
      return `${expression} ${COMPARISONS[condition.op]} ${one()}`;
    case 'ne':
      return `${expression} IS DISTINCT FROM ${one()}`;
    case 'in':
      return `${expression} = ANY(${many()})`;
    case 'nin':
      return `(${expression} IS NULL OR ${expression} <> ALL(${many()}))`;
    case 'contains':
      return `${textOf(field)} ILIKE ${parameters.add(`%${escapeLike(single(condition))}%`)}`;
    case 'startsWith':
      return `${textOf(field)} ILIKE ${parameters.add(`${escapeLike(single(condition))}%`)}`;
    case 'isNull': {
      const wanted = single(condition);
      if (wanted !== 'true' && wanted !== 'false') throw bad(condition, 'isNull takes true or false');
      return `${expression} IS ${wanted === 'true' ? '' : 'NOT '}NULL`;
    }
    default:
      throw bad(
        condition,
        `there is no operator "${String(condition.op)}"; known: ${FILTER_OPERATORS.join(', ')}`,
      );
  }
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

function checked(field: ListField, value: string): string {
  const form = FORMS[field.type];
  if (form && !form.test(value)) {
    throw new DomainError('INVALID_QUERY', `The filter on ${field.name} wants ${form.say}.`, {
      errors: [{ pointer: `/filter/${field.name}`, code: 'invalid_value', message: `Give ${form.say}.` }],
    });
  }
  return value;
}

function textOf(field: ListField): string {
  if (field.type !== 'text') {
    throw new DomainError('INVALID_QUERY', `contains and startsWith are for text; ${field.name} is not.`);
  }
  return field.expression;
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}

function bad(condition: FilterCondition, what: string): DomainError {
  return new DomainError('INVALID_QUERY', `Bad filter on ${condition.field}: ${what}.`, {
    errors: [{ pointer: `/filter/${condition.field}`, code: 'invalid_filter', message: what }],
  });
}
