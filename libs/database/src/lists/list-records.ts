import { QueryFailedError, type EntityManager } from 'typeorm';
import { DEFAULT_LIMIT, DomainError, MAX_LIMIT, type ListQuery, type Page } from '@relata/contracts';
import type { CustomFieldEntity } from '../custom-fields/custom-field.entity';
import type { Branch } from '../access/reach-sql';
import type { RecordKind } from '../records/record-kind';
import type { ReadRow, RecordSql } from '../records/record-sql';
import type { RecordEntity } from '../records/record.entity';
import { PLANNED_ANEW } from '../schema/prepared-statements';
import { Parameters } from '../sql/parameters';
import type { Clock } from './field-values';
import { filterSql, valuesSql, type ValuesSql } from './filter-sql';
import {
  NEWEST_FIRST,
  isServed,
  mayStandAtTheEnd,
  tooExpensive,
  wasTooLong,
  withinLimit,
} from './statement-limit';
import { decodeCursor, encodeCursor, fingerprint, rangesBeyond, type OrderKey } from './keyset';
import { CUSTOM_PREFIX, isOfList, knownField, listFields, type ListField } from './list-fields';
import { pageSql, wholeSql, type PageSql } from './page-sql';
import { relatedFields } from './related-fields';
import { areIndexed, hidden, searchFarSql, searchSql } from './search-sql';
import { searchConditions, searchTexts, wordsOf, type Match } from './search-text';
import { severalValues } from './value-by-value';

/** How long a list may look for rows in its order that an index leads to, milliseconds. */
const HOPE_MS = 300;
/** SQLSTATE class of data exceptions: a value that its type cannot hold. */
const DATA_EXCEPTION = /^22/;

/** What the caller may see of a list. */
export interface ListAccess {
  /** The condition on the rows. */
  reach(action: 'read', parameters: Parameters): string;
  /** The same, taken apart into rows that are to be looked for each by itself; null where that gains nothing. */
  branches(parameters: Parameters): Branch[] | null;
  isHidden(field: string): boolean;
}

/** What is listed, and for whom. */
export interface ListSource<E extends RecordEntity> {
  kind: Pick<RecordKind<E>, 'entity' | 'searchFields' | 'related'>;
  sql: Pick<RecordSql, 'metadata' | 'table' | 'select' | 'column' | 'rows'>;
  access: ListAccess;
  customFields: CustomFieldEntity[];
  clock: Clock;
}

/** One page of a table of records, in a total order (ties by id), by keyset: no row twice, none left out. */
export async function listRecords<E extends RecordEntity>(
  manager: EntityManager,
  source: ListSource<E>,
  query: ListQuery,
  match?: Match,
): Promise<Page<E>> {
  try {
    return await readPage(manager, source, query, match);
  } catch (error) {
    if (wasTooLong(error)) throw tooExpensive(source.sql.metadata, query, source.customFields);
    if (!(error instanceof QueryFailedError)) throw error;
    const { code } = error.driverError as { code?: string };
    // Such as the year 0, a NUL character, or a cursor that was tampered with: looks right, and Postgres knows better.
    if (code === undefined || !DATA_EXCEPTION.test(code)) throw error;
    throw new DomainError('INVALID_QUERY', 'A value of the query does not fit its field.');
  }
}

async function readPage<E extends RecordEntity>(
  manager: EntityManager,
  source: ListSource<E>,
  query: ListQuery,
  match?: Match,
): Promise<Page<E>> {
  const { kind, sql, access, customFields, clock } = source;
  const isHidden = (field: string) => access.isHidden(field);
  const fields = new Map([...listFields(sql.metadata, customFields)].filter(([name]) => !isHidden(name)));
  const limit = checkedLimit(query.limit);
  const keys = orderKeys(fields, query);
  const related = query.filter?.length ? (kind.related ?? {}) : {};
  for (const field of relatedFields(related, (property) => sql.column(property))) {
    if (!isHidden(field.related?.field ?? '')) fields.set(field.name, field);
  }
  const parameters = new Parameters();
  const isDeleted = query.deleted === 'only' ? 'deleted_at IS NOT NULL' : 'deleted_at IS NULL';
  const isOneForAll = isOfWordsAlone(query, access);
  const words = searchConditions(
    query.q ?? '',
    searchTexts(kind.searchFields, sql, isHidden),
    isOneForAll ? hidden(parameters) : parameters,
    match,
  );
  // Words lead to few rows, or to some among the first ones: no need to look at owners or values one by one.
  const isByWords = words.length > 0;
  const several =
    isByWords || !seesAll(access) ? undefined : severalValues(sql.metadata, query, customFields);
  const ofValues = several && valuesSql(knownField(fields, several.field), several, parameters);
  const others = query.filter?.filter((node) => node !== several) ?? [];
  const where = [isDeleted, ...filterSql(others, { fields, parameters, clock })];
  const total =
    query.count === 'exact'
      ? await count(manager, sql.table, [...where, ...words, ofValues?.any ?? 'true'], access, parameters)
      : undefined;

  const bound = fingerprint([
    query.filter ?? [],
    keys.map(({ field, direction }) => [field.name, direction]),
    query.q ?? '',
    query.deleted,
  ]);
  const from = query.cursor === undefined ? undefined : decodeCursor(query.cursor, bound, keys.length);
  const ranges = from ? rangesBeyond(keys, from, parameters) : [];
  const backwards = from?.backwards ?? false;
  // Sort values travel as text: a Date of JavaScript would cut microseconds off and lose rows.
  const keyTexts = keys.map(({ field }, index) => `(${field.expression})::text AS "$k${index}"`).join(', ');
  const ofOwners = isByWords ? null : access.branches(parameters);
  const page: PageSql = {
    table: sql.table,
    select: `${sql.select}, ${keyTexts}`,
    where,
    words,
    ranges,
    reached: ofOwners ?? [branchOf(access.reach('read', parameters), ofValues)],
    keys,
    backwards,
    limit: limit + 1,
  };
  const rows = await readRows(manager, source, query, page, parameters);
  const more = rows.length > limit;
  const shown = rows.slice(0, limit);
  if (backwards) shown.reverse();
  const cursorAt = (values: (string | null)[] | undefined, back: boolean, exists: boolean) =>
    values && exists ? encodeCursor({ values, backwards: back }, bound) : null;
  const hasMore = backwards ? true : more;
  return {
    data: shown.map(({ record }) => record),
    page: {
      nextCursor: cursorAt(shown.at(-1)?.rest, false, hasMore),
      prevCursor: cursorAt(shown[0]?.rest, true, backwards ? more : from !== undefined),
      hasMore: hasMore && shown.length > 0,
      limit,
      ...(total === undefined ? {} : { total }),
    },
  };
}

/** The rows that the caller may see, value by value where several are asked for. */
function branchOf(reach: string, values: ValuesSql | undefined): Branch {
  return values
    ? { values: values.each, condition: `${values.one} AND ${reach}` }
    : { values: null, condition: reach };
}

/** The rows of a page: by the index that has them in order, or by the one that leads to few; one after the other where nobody can know. */
async function readRows<E extends RecordEntity>(
  manager: EntityManager,
  { sql, customFields, access }: ListSource<E>,
  query: ListQuery,
  page: PageSql,
  parameters: Parameters,
): Promise<ReadRow<E>[]> {
  const ask = (text: string) => sql.rows<E>(manager, text, parameters.values);
  const { words, ranges, reached } = page;
  const [only] = reached;
  if (words.length === 0) {
    // Branches are of one owner each; what else limits the rows, no index knows.
    const isBranched = reached.length > 1;
    const isByValue = !isBranched && only?.values != null;
    const isFast =
      (isBranched || only?.condition === 'true') &&
      isServed(sql.metadata, query, isBranched ? ['ownerId'] : []);
    // Which index is best for any other depends on the values that are asked for.
    if (isFast || isByValue) return ask(pageSql(page));
    const planned = PLANNED_ANEW + pageSql(page);
    const isAlone = !isBranched && !manager.queryRunner?.isTransactionActive;
    if (!isAlone || !mayStandAtTheEnd(query, customFields)) return ask(planned);
    return withinLimit(manager, (by) => sql.rows<E>(by, planned, parameters.values), HOPE_MS).catch(
      (error: unknown) => {
        if (!wasTooLong(error)) throw error;
        return ask(PLANNED_ANEW + wholeSql(page));
      },
    );
  }
  const { q: _, ...inOrder } = query;
  const isInOrder = ranges.length <= 1 && isServed(sql.metadata, inOrder, []);
  const plan = isOfWordsAlone(query, access) ? '' : PLANNED_ANEW;
  if (!isInOrder) return ask(plan + wholeSql(page));
  const found = await ask(plan + searchSql(page));
  // (Whose last column is none of the row's.)
  const areSome = found.map(({ rest }) => rest.pop()).includes('t');
  return areSome ? ask(plan + searchFarSql(page)) : found;
}

function seesAll(access: ListAccess): boolean {
  return access.reach('read', new Parameters()) === 'true';
}

/** Whether nothing but the index of words leads to rows, whatever the words: then one plan is good for all. */
function isOfWordsAlone({ q = '', filter = [] }: ListQuery, access: ListAccess): boolean {
  return filter.length === 0 && areIndexed(wordsOf(q)) && seesAll(access);
}

function checkedLimit(limit: number | undefined): number {
  const value = limit ?? DEFAULT_LIMIT;
  if (!Number.isInteger(value) || value < 1 || value > MAX_LIMIT) {
    throw new DomainError('INVALID_QUERY', `limit must be an integer from 1 to ${MAX_LIMIT}.`, {
      errors: [{ pointer: '/limit', code: 'out_of_range', message: `1 to ${MAX_LIMIT}` }],
    });
  }
  return value;
}

/**
 * The asked sort, ended by the id so that no two rows tie; before that, of those with the same custom value, by the time at
 * which they were made, as indexes of custom fields have them.
 */
function orderKeys(fields: Map<string, ListField>, query: ListQuery): OrderKey[] {
  const asked = query.sort?.length ? query.sort : NEWEST_FIRST;
  const sortable = new Map([...fields].filter(([, field]) => !isOfList(field)));
  const keys = asked.map(({ field, direction }) => ({ field: knownField(sortable, field), direction }));
  if (keys.some(({ field }) => field.name === 'id')) return keys;
  const last = keys.at(-1);
  const ends = last?.field.name.startsWith(CUSTOM_PREFIX) ? ['createdAt', 'id'] : ['id'];
  return [
    ...keys,
    ...ends
      .filter((name) => keys.every(({ field }) => field.name !== name))
      .map((name) => ({ field: knownField(fields, name), direction: last?.direction ?? 'asc' })),
  ];
}

async function count(
  manager: EntityManager,
  table: string,
  where: string[],
  access: ListAccess,
  parameters: Parameters,
): Promise<number> {
  const counted = new Parameters(...parameters.values);
  const condition = [...where, access.reach('read', counted)].join(' AND ');
  const rows: { total: string }[] = await manager.query(
    `SELECT count(*) AS total FROM ${table} WHERE ${condition}`,
    counted.values,
  );
  return Number(rows[0]?.total ?? 0);
}
