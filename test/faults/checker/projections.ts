import { REFERENCE_EVENTS, REFERENCE_OWNERS, type ReferenceType, type ServiceName } from '@relata/contracts';
import { violations, type Subject, type Violation } from './subject';

/** Which copies of others' records each service keeps. */
const REFERENCES: Partial<Record<ServiceName, ReferenceType[]>> = {
  contact: ['user'],
  deal: ['user', 'contact', 'company'],
  activity: ['user', 'contact', 'company', 'deal'],
  reporting: ['user', 'team', 'company'],
};

const newest = (schema: string, type: string) =>
  `SELECT DISTINCT ON (record_id) record_id AS id, version, snapshot AS s FROM ${schema}.event
   WHERE record_type = '${type}' ORDER BY record_id, version DESC`;

/** Every projection equals what SQL makes of the events of its owner. */
export async function checkProjections(subject: Subject): Promise<Violation[]> {
  const found: Violation[] = [];
  for (const [service, types] of Object.entries(REFERENCES)) {
    for (const type of types) found.push(...(await checkReferences(subject, service, type)));
  }
  found.push(...(await differing(subject, 'reporting.deal_fact', dealFacts())));
  found.push(...(await differing(subject, 'reporting.stage_fact', stageFacts())));
  found.push(...(await differing(subject, 'reporting.stage_entry', stageEntries())));
  return found;
}

/** Events that change no copy are not sent to who keeps one: it says what the newest does, and has a version since it last changed. */
function checkReferences(subject: Subject, service: string, type: ReferenceType): Promise<Violation[]> {
  const expected = `SELECT id, version,
      coalesce(s->>'name', nullif(concat_ws(' ', nullif(s->>'firstName', ''), nullif(s->>'lastName', '')), ''), s->>'email', '') AS name,
      (s->>'ownerId')::uuid AS owner_id, (s->>'teamId')::uuid AS team_id, (s->>'mergedIntoId')::uuid AS merged_into_id,
      (s->>'deletedAt')::timestamptz AS deleted_at
    FROM (${newest(REFERENCE_OWNERS[type], type)}) e`;
  const changes = REFERENCE_EVENTS[type].map((event) => `'${event}'`).join(', ');
  const kept = `SELECT id, CASE WHEN version BETWEEN changed AND newest THEN newest ELSE version END AS version,
      name, owner_id, team_id, merged_into_id, deleted_at
    FROM ${service}.reference LEFT JOIN (
      SELECT record_id, max(version) AS newest, max(version) FILTER (WHERE type IN (${changes})) AS changed
      FROM ${REFERENCE_OWNERS[type]}.event WHERE record_type = '${type}' GROUP BY 1
    ) AS log ON record_id = id WHERE type = '${type}'`;
  return differing(subject, `${service}.reference ${type}`, { expected, kept });
}

function dealFacts(): Projection {
  return {
    expected: `SELECT id, version, (s->>'pipelineId')::uuid AS pipeline_id, (s->>'stageId')::uuid AS stage_id, s->>'status' AS status,
        (s->>'amount')::numeric AS amount, s->>'currency' AS currency, (s->>'probability')::int AS probability,
        (s->>'ownerId')::uuid AS owner_id, (s->>'companyId')::uuid AS company_id, (s->>'createdAt')::timestamptz AS created_at,
        (s->>'actualCloseDate')::date AS actual_close_date, (s->>'deletedAt')::timestamptz AS deleted_at
      FROM (${newest('deal', 'deal')}) e`,
    kept: `SELECT id, version, pipeline_id, stage_id, status, amount, currency, probability, owner_id, company_id, created_at,
        actual_close_date, deleted_at FROM reporting.deal_fact`,
  };
}

function stageFacts(): Projection {
  return {
    expected: `SELECT id, version, (s->>'pipelineId')::uuid AS pipeline_id, s->>'key' AS key, s->>'label' AS label, s->>'kind' AS kind,
        (s->>'position')::int AS position, (s->>'deletedAt')::timestamptz AS deleted_at FROM (${newest('deal', 'stage')}) e`,
    kept: 'SELECT id, version, pipeline_id, key, label, kind, position, deleted_at FROM reporting.stage_fact',
  };
}

/** An event's time travels in milliseconds. */
function stageEntries(): Projection {
  return {
    expected: `SELECT record_id AS id, (coalesce(after, snapshot)->>'stageId')::uuid AS stage_id,
        min(date_trunc('milliseconds', occurred_at)) AS entered_at
      FROM deal.event WHERE record_type = 'deal' AND coalesce(after, snapshot)->>'stageId' IS NOT NULL GROUP BY 1, 2`,
    kept: 'SELECT deal_id AS id, stage_id, entered_at FROM reporting.stage_entry',
  };
}

interface Projection {
  expected: string;
  kept: string;
}

async function differing(
  subject: Subject,
  name: string,
  { expected, kept }: Projection,
): Promise<Violation[]> {
  const rows = await subject.query<{ side: string; row: string }>(
    `WITH expected AS (${expected}), kept AS (${kept})
     (SELECT 'missing' AS side, row_to_json(m)::text AS row FROM (SELECT * FROM expected EXCEPT SELECT * FROM kept) m)
     UNION ALL
     (SELECT 'wrong' AS side, row_to_json(w)::text AS row FROM (SELECT * FROM kept EXCEPT SELECT * FROM expected) w)`,
  );
  return violations(
    'projection-equals-recomputation',
    rows.map(({ side, row }) => `${name}: ${side} ${row}`),
  );
}
