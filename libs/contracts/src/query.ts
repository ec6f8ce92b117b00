export const FILTER_OPERATORS = [
  'eq',
  'ne',
  'gt',
  'gte',
  'lt',
  'lte',
  'between',
  'in',
  'nin',
  'contains',
  'startsWith',
  'isNull',
] as const;
export type FilterOperator = (typeof FILTER_OPERATORS)[number];

/** In a filter on a field that names a user: who asks. */
export const ME = 'me';

export interface FilterCondition {
  /** Name of a field as in JSON, or `customFields.<name>`. */
  field: string;
  op: FilterOperator;
  /**
   * As written by the client: text, a list of texts for `in` and `nin`, the two ends for `between`. For a date or a time
   * also a word such as `last_30_days`, for a user `me`.
   */
  value: string | string[];
}

/** What rows must fulfil. A condition on a field that is null does not hold, so `not` of it does. */
export type FilterNode = FilterCondition | { and: FilterNode[] } | { or: FilterNode[] } | { not: FilterNode };

/** The conditions of a filter, however deep they stand. */
export function conditionsOf(nodes: FilterNode[]): FilterCondition[] {
  return nodes.flatMap((node) => {
    if ('and' in node) return conditionsOf(node.and);
    if ('or' in node) return conditionsOf(node.or);
    return 'not' in node ? conditionsOf([node.not]) : [node];
  });
}

export interface SortKey {
  field: string;
  direction: 'asc' | 'desc';
}

/** What every list takes. An absent member means its default. */
export interface ListQuery {
  /** All of these must hold. */
  filter?: FilterNode[];
  sort?: SortKey[];
  /** 1–200, default 50. */
  limit?: number;
  /** Opaque, bound to filter and sort. */
  cursor?: string;
  /** Free text. */
  q?: string;
  /** `only`: the trash. */
  deleted?: 'only';
  count?: 'exact';
}

export interface Page<T> {
  data: T[];
  page: {
    nextCursor: string | null;
    prevCursor: string | null;
    hasMore: boolean;
    limit: number;
    /** On `count=exact` only. */
    total?: number;
  };
}

export const DEFAULT_LIMIT = 50;
export const MAX_LIMIT = 200;
