import { violations, type Subject, type Violation } from './subject';

/** Events that become a system activity. */
const TOLD = ['contact.created', 'deal.created', 'deal.stageChanged', 'deal.won', 'deal.lost'];
const FOLLOWERS = ['deal.deal', 'activity.activity', 'activity.task'];

/** Every effect happened once: a system activity for each event that calls for one, and what a merge moves. */
export async function checkEffects(subject: Subject): Promise<Violation[]> {
  const activities = await subject.query<{ id: string; type: string; count: string }>(
    `WITH told AS (SELECT id, type FROM contact.event WHERE type = ANY($1)
                   UNION ALL SELECT id, type FROM deal.event WHERE type = ANY($1)),
          made AS (SELECT causation_id AS id, count(*) FROM activity.event
                   WHERE type = 'activity.created' AND causation_id IS NOT NULL GROUP BY causation_id)
     SELECT id, coalesce(told.type, 'no event') AS type, coalesce(made.count, 0) AS count
     FROM told FULL JOIN made USING (id) WHERE coalesce(made.count, 0) <> 1 OR told.id IS NULL`,
    [TOLD],
  );
  const repeated = await subject.query<{ cause: string; type: string; record: string; count: string }>(
    ['deal', 'activity']
      .map(
        (schema) => `SELECT causation_id AS cause, type, record_id AS record, count(*) FROM ${schema}.event
                     WHERE causation_id IS NOT NULL GROUP BY 1, 2, 3 HAVING count(*) > 1`,
      )
      .join(' UNION ALL '),
  );
  const left = await subject.query<{ table: string; id: string; contact: string }>(
    FOLLOWERS.map(
      (table) => `SELECT '${table}' AS table, f.id, f.contact_id AS contact FROM ${table} f
                  JOIN contact.contact c ON c.id = f.contact_id WHERE c.merged_into_id IS NOT NULL`,
    ).join(' UNION ALL '),
  );
  const parked = await subject.query<{ schema: string; type: string; reason: string }>(
    ['contact', 'deal', 'activity', 'reporting']
      .map((schema) => `SELECT '${schema}' AS schema, type, reason FROM ${schema}.dead_letter`)
      .join(' UNION ALL '),
  );
  return [
    ...violations(
      'effect-once',
      activities.map(({ id, type, count }) => `${type} ${id} has ${count} system activities`),
    ),
    ...violations(
      'effect-once',
      repeated.map(({ cause, type, record, count }) => `${cause} caused ${count} × ${type} on ${record}`),
    ),
    ...violations(
      'merge-followed',
      left.map(({ table, id, contact }) => `${table} ${id} still points at ${contact}, which was merged`),
    ),
    ...violations(
      'nothing-parked',
      parked.map(({ schema, type, reason }) => `${schema} parked ${type}: ${reason}`),
    ),
  ];
}
