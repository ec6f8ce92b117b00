import type { ServiceName } from '@relata/contracts';
import { violations, type Subject, type Violation } from './subject';

/** Tables of records, and the service that owns each; a record's type is its table's name, but for the key of an API. */
const RECORDS: [ServiceName, string][] = [
  ['identity', 'team'],
  ['contact', 'contact'],
  ['contact', 'company'],
  ['contact', 'batch'],
  ['deal', 'pipeline'],
  ['deal', 'stage'],
  ['deal', 'deal'],
  ['activity', 'activity'],
  ['activity', 'task'],
];
/** Columns that hold what a snapshot says, word for word; times and numbers are printed in other ways. */
const COMPARED = [
  'name',
  'email',
  'domain',
  'title',
  'industry',
  'subject',
  'stage',
  'status',
  'stage_id',
  'contact_id',
  'company_id',
  'deal_id',
  'owner_id',
  'merged_into_id',
];

/** Versions are 1, 2, 3 … for each record, one event each, in the order of the log, and the row is as its newest event says. */
export async function checkRecords(subject: Subject): Promise<Violation[]> {
  const found: Violation[] = [];
  for (const service of ['identity', 'contact', 'deal', 'activity']) {
    const gaps = await subject.query<{ type: string; id: string; versions: string }>(
      `SELECT record_type AS type, record_id AS id, string_agg(version::text, ', ' ORDER BY seq) AS versions
       FROM (SELECT record_type, record_id, version, seq,
                    row_number() OVER (PARTITION BY record_type, record_id ORDER BY seq) AS expected FROM ${service}.event) e
       GROUP BY record_type, record_id HAVING bool_or(version <> expected)`,
    );
    found.push(
      ...violations(
        'versions-contiguous',
        gaps.map(({ type, id, versions }) => `${type} ${id} has the versions ${versions}`),
      ),
    );
  }
  for (const [service, type] of RECORDS) found.push(...(await checkRows(subject, service, type)));
  return found;
}

async function checkRows(subject: Subject, service: ServiceName, type: string): Promise<Violation[]> {
  const columns = await subject.query<{ name: string }>(
    `SELECT column_name AS name FROM information_schema.columns
     WHERE table_schema = $1 AND table_name = $2 AND column_name = ANY($3)`,
    [service, type, COMPARED],
  );
  const differs = columns.map(({ name }) => `r.${name}::text IS DISTINCT FROM e.snapshot->>'${camel(name)}'`);
  const rows = await subject.query<{ id: string; row: number | null; event: number | null }>(
    `WITH e AS (SELECT DISTINCT ON (record_id) record_id, version, snapshot FROM ${service}.event
                WHERE record_type = $1 ORDER BY record_id, version DESC)
     SELECT coalesce(r.id, e.record_id) AS id, r.version AS row, e.version AS event
     FROM ${service}.${type} r FULL JOIN e ON e.record_id = r.id
     WHERE r.version IS DISTINCT FROM e.version OR ${differs.join(' OR ')}`,
    [type],
  );
  return violations(
    'row-as-its-newest-event',
    rows.map(({ id, row, event }) => `${type} ${id}: row v${row}, event v${event}`),
  );
}

function camel(column: string): string {
  return column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
