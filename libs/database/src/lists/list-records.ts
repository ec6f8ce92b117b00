import { QueryFailedError, type EntityManager } from 'typeorm';
import { DEFAULT_LIMIT, DomainError, MAX_LIMIT, type ListQuery, type Page } from '@relata/contracts';
import type { CustomFieldEntity } from '../custom-fields/custom-field.entity';
import type { ReachBranch } from '../access/reach-sql';
import type { RecordKind } from '../records/record-kind';
import type { RecordSql } from '../records/record-sql';
import type { RecordEntity } from '../records/record.entity';
import { PLANNED_ANEW } from '../schema/prepared-statements';
import { Parameters } from '../sql/parameters';
import type { Clock } from './field-values';
import { LIST, filterSql } from './filter-sql';
import { NEWEST_FIRST, QUERY_CANCELED, isServed, tooExpensive, withinLimit } from './statement-limit';
import { decodeCursor, encodeCursor, fingerprint, orderSql, rangesBeyond, type OrderKey } from './keyset';
import { knownField, listFields, type ListField } from './list-fields';
import { relatedFields } from './related-fields';
import { searchConditions, searchTexts, type Match } from './search-text';

/** SQLSTATE class of data exceptions: a value that its type cannot hold. */
const DATA_EXCEPTION = /^22/;

/** What the caller may see of a list. */
export interface ListAccess {
  /** The condition on the rows. */
  reach(action: 'read', parameters: Parameters): string;
  /** The same, taken apart into rows that are to be looked for each by itself; null where that gains nothing. */
  branches(parameters: Parameters): ReachBranch[] | null;
  isHidden(field: string): boolean;
}

/** What is listed, and for whom. */
export interface ListSource<E extends RecordEntity> {
  kind: Pick<RecordKind<E>, 'entity' | 'searchFields' | 'related'>;
  sql: Pick<RecordSql, 'table' | 'select' | 'column' | 'rows'>;
  access: ListAccess;
  customFields: CustomFieldEntity[];
  clock: Clock;
  /** Whether it may take as long as it takes. */
  isLong?: boolean;
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
    if (!(error instanceof QueryFailedError)) throw error;
    const { code } = error.driverError as { code?: string };
    if (code === QUERY_CANCELED)
      throw tooExpensive(manager.dataSource.getMetadata(source.kind.entity), query);
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
  const fields = new Map(
    [...listFields(manager.dataSource.getMetadata(kind.entity), customFields)].filter(
      ([name]) => !isHidden(name),
    ),
  );
  const limit = checkedLimit(query.limit);
  const keys = orderKeys(fields, query);
  const related = query.filter?.length ? (kind.related ?? {}) : {};
  for (const field of relatedFields(related, (property) => sql.column(property))) {
    if (!isHidden(field.related?.field ?? '')) fields.set(field.name, field);
  }
  const parameters = new Parameters();
  const where = [
    query.deleted === 'only' ? 'deleted_at IS NOT NULL' : 'deleted_at IS NULL',
    ...filterSql(query.filter ?? [], { fields, parameters, clock }),
    ...searchConditions(query.q ?? '', searchTexts(kind.searchFields, sql, isHidden), parameters, match),
  ];
  const total =
    query.count === 'exact'
      ? await withinLimit(manager, (limited) => count(limited, sql.table, where, access, parameters))
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
  const branches = access.branches(parameters);
  const reached = branches ?? [{ owners: null, condition: access.reach('read', parameters) }];
  const statement = `SELECT ${sql.select}, ${keyTexts} FROM ${sql.table}
     WHERE ${pageCondition(sql.table, { where, ranges, reached }, { keys, backwards, limit: limit + 1 })}
     ORDER BY ${orderSql(keys, backwards)} LIMIT ${limit + 1}`;
  // Branches are of one owner each; what else limits the rows, no index knows.
  const isFast =
    (branches !== null || reached[0]?.condition === 'true') &&
    isServed(manager.dataSource.getMetadata(kind.entity), query, branches ? ['ownerId'] : []);
  // Which index is best for any other depends on the values that are asked for.
  const read = (by: EntityManager) =>
    sql.rows<E>(by, isFast ? statement : PLANNED_ANEW + statement, parameters.values);
  const rows = await (isFast || source.isLong ? read(manager) : withinLimit(manager, read));
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

/**
 * The condition on the rows of a page. Where the caller's rows are looked for in branches, or those beyond a cursor in
 * several stretches of an index, only the first of each are sorted, however many rows of others there are, or how old his own.
 */
function pageCondition(
  table: string,
  { where, ranges, reached }: { where: string[]; ranges: string[]; reached: ReachBranch[] },
  { keys, backwards, limit }: { keys: OrderKey[]; backwards: boolean; limit: number },
): string {
  const [only] = reached;
  if (only?.owners === null && reached.length === 1 && ranges.length <= 1)
    return [...where, ...ranges, only.condition].join(' AND ');
  const values = keys.map(({ field }, index) => `${field.expression} AS k${index}`).join(', ');
  const firstOf = ({ owners, condition }: ReachBranch, range: string[]) => {
    const rows = `SELECT id, ${values} FROM ${table} WHERE ${[...where, ...range, condition].join(' AND ')}
                  ORDER BY ${orderSql(keys, backwards)} LIMIT ${limit}`;
    return owners ? `SELECT row.* FROM (${owners}) AS owner, LATERAL (${rows}) AS row` : `(${rows})`;
  };
  const stretches = ranges.length === 0 ? [[]] : ranges.map((range) => [range]);
  const found = reached.flatMap((branch) => stretches.map((stretch) => firstOf(branch, stretch)));
  const named = keys.map((key, index) => ({ ...key, field: { ...key.field, expression: `k${index}` } }));
  return `id = ANY(ARRAY(SELECT id FROM (${found.join(' UNION ALL ')}) AS found
                         ORDER BY ${orderSql(named, backwards)} LIMIT ${limit}))`;
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

/** The asked sort, ended by the id so that no two rows tie. */
function orderKeys(fields: Map<string, ListField>, query: ListQuery): OrderKey[] {
  const asked = query.sort?.length ? query.sort : NEWEST_FIRST;
  const sortable = new Map([...fields].filter(([, { type }]) => type !== LIST));
  const keys = asked.map(({ field, direction }) => ({ field: knownField(sortable, field), direction }));
  if (keys.some(({ field }) => field.name === 'id')) return keys;
  return [...keys, { field: knownField(fields, 'id'), direction: keys.at(-1)?.direction ?? 'asc' }];
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
