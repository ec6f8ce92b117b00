import type { Branch } from '../access/reach-sql';
import { orderSql, type OrderKey } from './keyset';

/** A page of a table, in the words of SQL. */
export interface PageSql {
  table: string;
  /** The columns of the answer. */
  select: string;
  /** Conditions that must all hold. */
  where: string[];
  /** Those of the words that are looked for: hold for few rows or for many, and nobody knows which. */
  words: string[];
  /** Stretches of the order in which the page may begin; none for the first page. */
  ranges: string[];
  /** What the caller may see: rows of one of these. */
  reached: Branch[];
  keys: OrderKey[];
  backwards: boolean;
  limit: number;
}

/**
 * The page. Where the caller's rows are looked for in branches, or those beyond a cursor in several stretches of an index,
 * only the first of each are sorted, however many rows of others there are, or how old his own.
 */
export function pageSql(page: PageSql): string {
  const { where, words, ranges, reached } = page;
  const [only] = reached;
  if (only?.values === null && reached.length === 1 && ranges.length <= 1)
    return selectSql(page, page.table, [...where, ...words, ...ranges, only.condition]);
  const stretches = ranges.length === 0 ? [[]] : ranges.map((range) => [range]);
  const found = reached.flatMap(({ values, condition }) =>
    stretches.map((stretch) => {
      const rows = `${keysSql(page, [...where, ...words, ...stretch, condition])}
                    ORDER BY ${orderSql(page.keys, page.backwards)} LIMIT ${page.limit}`;
      return values ? `SELECT row.* FROM (${values}) AS each, LATERAL (${rows}) AS row` : `(${rows})`;
    }),
  );
  return firstSql(page, found.join(' UNION ALL '));
}

/** The page, by way of all rows that fulfil its conditions, in whatever order an index has them. */
export function wholeSql(page: PageSql): string {
  return firstSql(page, wholeKeysSql(page));
}

/** What `wholeSql` finds, each row by its keys. */
export function wholeKeysSql(page: PageSql): string {
  const { where, words, ranges } = page;
  const beyond = ranges.length === 0 ? [] : [`(${ranges.map((range) => `(${range})`).join(' OR ')})`];
  // OFFSET keeps Postgres from going along the order in hope of finding some soon.
  return `${keysSql(page, [...where, ...words, ...beyond, ...conditionsOf(page)])} OFFSET 0`;
}

export function conditionsOf({ reached }: PageSql): string[] {
  return reached.map(({ condition }) => condition);
}

function selectSql({ select, keys, backwards, limit }: PageSql, from: string, where: string[]): string {
  return `SELECT ${select} FROM ${from} WHERE ${where.join(' AND ')} ORDER BY ${orderSql(keys, backwards)} LIMIT ${limit}`;
}

/** Rows by where they stand, which does not change within a statement, and by what they are sorted by. */
export function keysSql({ table, keys }: PageSql, where: string[], from = table): string {
  const values = keys.map(({ field }, index) => `${field.expression} AS k${index}`).join(', ');
  return `SELECT ctid AS place, ${values} FROM ${from} WHERE ${where.join(' AND ')}`;
}

/** The first of the rows that `found` finds by its keys. */
export function firstSql(page: PageSql, found: string): string {
  const named = page.keys.map((key, index) => ({ ...key, field: { ...key.field, expression: `k${index}` } }));
  const places = `SELECT place FROM (${found}) AS found ORDER BY ${orderSql(named, page.backwards)} LIMIT ${page.limit}`;
  return selectSql(page, page.table, [`ctid = ANY(ARRAY(${places}))`]);
}
