import type { AsOfField, Moment, RecordType } from '@relata/contracts';
import type { Parameters } from '../sql/parameters';

/** Fields that an event set: a new record's stand in its snapshot. Indexes are made of this very text. */
export const SET_SQL = 'coalesce(after, snapshot)';

/** Records of which a field had a value at a moment, the newest first. */
export interface PastQuery {
  recordType: RecordType;
  table: string;
  /** The condition on rows of the table that the caller may see. */
  reach: string;
  field: AsOfField;
  value: string;
  moment: Moment;
  limit: number;
  /** The last record of the page before. */
  after?: { createdAt: string; id: string };
}

/** A record may be this much older by the clock of a service than by that of the database. */
const CLOCKS_APART = `interval '1 hour'`;

/** The condition on events `e` that had happened by then, as far as was known. */
export function happened(moment: Moment, parameters: Parameters): string {
  return 'time' in moment
    ? `e.recorded_at <= ${parameters.add(moment.time)}`
    : `e.seq IN (SELECT seq FROM event_position p WHERE p.seq = e.seq AND p.position <= ${parameters.add(moment.position)})`;
}

/**
 * The two ways to find them: `amongNext`, by looking at what the next records of the table were then, however many of them
 * had the value; and `byEvents`, at the records whose events set it, the newest first and no further than it takes. Each answers
 * rows with a `snapshot`.
 */
export function pastSql(query: PastQuery, parameters: Parameters) {
  const { table, reach, field, moment, limit, after } = query;
  const [type, value] = [parameters.add(query.recordType), parameters.add(query.value)];
  const then = happened(moment, parameters);
  const lastOf = (id: string) => `LATERAL (
    SELECT snapshot FROM event e WHERE record_type = ${type} AND record_id = ${id} AND ${then} ORDER BY version DESC LIMIT 1
  ) AS stood`;
  const stood = `stood.snapshot->>'${field}' = ${value} AND stood.snapshot->>'deletedAt' IS NULL`;
  const order = 'created_at DESC, id DESC';
  const behind = after
    ? `(created_at, id) < (${parameters.add(after.createdAt)}::timestamptz, ${parameters.add(after.id)}::uuid)`
    : `created_at < ${knownBy(moment, parameters)} + ${CLOCKS_APART}`;
  const next = (deleted: string, size: number) =>
    `(SELECT * FROM ${table} WHERE deleted_at IS ${deleted} AND ${behind} ORDER BY ${order} LIMIT ${size})`;
  return {
    amongNext: (size: number) =>
      `SELECT snapshot FROM (
         SELECT * FROM (${next('NULL', size)} UNION ALL ${next('NOT NULL', size)}) AS row ORDER BY ${order} LIMIT ${size}
       ) AS ${table}, ${lastOf(`${table}.id`)}
       WHERE ${stood} AND ${reach} ORDER BY ${order} LIMIT ${limit}`,
    byEvents: `WITH candidate AS (
         SELECT DISTINCT record_id FROM event e
         WHERE ${SET_SQL} ? '${field}' AND ${SET_SQL}->>'${field}' = ${value} AND record_type = ${type} AND ${then}
       )
       SELECT snapshot FROM (
         SELECT * FROM ${table} WHERE id IN (SELECT record_id FROM candidate) AND ${behind} ORDER BY ${order} OFFSET 0
       ) AS ${table}, ${lastOf(`${table}.id`)}
       WHERE ${stood} AND ${reach} ORDER BY ${order} LIMIT ${limit}`,
  };
}

/** The time by the database's clock by which everything of that moment was recorded. */
function knownBy(moment: Moment, parameters: Parameters): string {
  return 'time' in moment
    ? `${parameters.add(moment.time)}::timestamptz`
    : `(SELECT max(recorded_at) FROM (
         SELECT recorded_at FROM event_position JOIN event USING (seq) WHERE position <= ${parameters.add(moment.position)}
         ORDER BY position DESC LIMIT 1
       ) AS newest)`;
}
