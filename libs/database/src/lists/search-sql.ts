import type { ParameterList } from '../access/reach-sql';
import { orderSql } from './keyset';
import { conditionsOf, firstSql, keysSql, wholeKeysSql, type PageSql } from './page-sql';

/**
 * Among how many of the next rows of the order words are looked for: the first tell how common they are, and so do more where
 * those are too few of all to tell; the last are as many as are soon read.
 */
const WINDOWS = [64, 256, 25_000] as const;
const [LAST] = WINDOWS.slice(-1) as [number];
/** How many times as many as are wanted the last window must be expected to have. */
const SAFELY = 2;
/** What an index of trigrams finds something by. */
const TRIGRAM = /[\p{L}\p{N}]{3}/u;

/** To how many rows an index may lead before it is doubted that they are few: what many have, none of the next rows may have. */
const FEW = 5_000;

/**
 * The page of the rows that have the words, in one statement. Most rows may have them, or hardly any, and nobody knows which: they
 * are looked for in windows, each only where the one before promises that it is less than to look up all that have the words; else
 * an index leads to those. (Postgres would choose by a sample of the values: right as a rule, and very slow when wrong.)
 *
 * The last column says whether that index leads to more than a few: then the rows are some of those, and `searchFarSql` finds the page.
 */
export function searchSql(page: PageSql): string {
  const { limit } = page;
  const windows = WINDOWS.map((size, at) => {
    const goesOn = at === 0 ? [] : [`(SELECT ${promises(page, at)} FROM among${at - 1})`];
    return windowPart(page, at, size, goesOn);
  });
  const few = `few AS MATERIALIZED (SELECT * FROM (${wholeKeysSql(page)}) AS whole
    WHERE greatest(${windows.map(({ found }) => found).join(', ')}) < ${limit} LIMIT ${FEW + 1})`;
  const areMany = `(SELECT count(*) FROM few) > ${FEW}`;
  // Never more than one of these has rows: no window is looked at behind a full one.
  const rows = [...windows.map(({ rows: full }) => full), 'SELECT * FROM few'].join(' UNION ALL ');
  return `WITH ${[...windows.map(({ part }) => part), few].join(', ')}
    ${firstSql({ ...page, select: `${page.select}, ${areMany}` }, rows)}`;
}

/** The page where many rows have the words, but few of the next ones: in the last window, or else among all that have them. */
export function searchFarSql(page: PageSql): string {
  const { part, rows, found } = windowPart(page, 0, LAST, []);
  const whole = `SELECT * FROM (${wholeKeysSql(page)}) AS whole WHERE ${found} < ${page.limit}`;
  return `WITH ${part} ${firstSql(page, `${rows} UNION ALL ${whole}`)}`;
}

/** A window as a part of a statement, how many it has, and its rows where they are as many as are wanted. */
function windowPart(
  page: PageSql,
  at: number,
  size: number,
  goesOn: string[],
): { part: string; found: string; rows: string } {
  const found = `(SELECT count(*) FROM among${at})`;
  return {
    part: `among${at} AS MATERIALIZED (${windowSql(page, size, goesOn)})`,
    found,
    rows: `SELECT * FROM among${at} WHERE ${found} = ${page.limit}`,
  };
}

/** Those of the first `size` rows of the order that have the words. */
function windowSql(page: PageSql, size: number, goesOn: string[]): string {
  const { table, where, words, ranges } = page;
  const first = `(SELECT *, ctid FROM ${table} WHERE ${[...where, ...ranges].join(' AND ')}
                  ORDER BY ${orderSql(page.keys, page.backwards)} LIMIT ${size}) AS ${table}`;
  return `${keysSql(page, [...words, ...conditionsOf(page), ...goesOn], first)} LIMIT ${page.limit}`;
}

/**
 * Whether to look at a window, by what the one before has. Of a share of all rows, limit / share are gone through until there are
 * enough, and share × all are looked up; the next row might have been one of them, too.
 */
function promises({ table, limit }: PageSql, at: number): string {
  const [size, before] = [WINDOWS[at], WINDOWS[at - 1] ?? 0];
  const all = `(SELECT reltuples FROM pg_class WHERE oid = '${table}'::regclass)`;
  const isLess = `count(*) < ${limit} AND (count(*) + 1) ^ 2 * ${all} >= ${limit * before ** 2}`;
  return size === LAST ? `${isLess} AND count(*) * ${size} >= ${SAFELY * limit * before}` : isLess;
}

/** Whether any words of a question can be looked up by one plan: an index of trigrams knows all of them. */
export function areIndexed(words: string[]): boolean {
  return words.every((word) => TRIGRAM.test(word));
}

/** Parameters of which Postgres, when it makes a plan, knows no more than when it makes one for all values: so it keeps one. */
export function hidden(parameters: ParameterList): ParameterList {
  return { add: (value) => `(SELECT ${parameters.add(value)}::text)` };
}
