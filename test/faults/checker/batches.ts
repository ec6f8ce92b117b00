import type { History, Write } from '../history';
import { violations, type Subject, type Violation } from './subject';

/** What a `batch.sale` makes, and whose. */
const MADE = [
  ['contact', 'company'],
  ['contact', 'contact'],
  ['deal', 'deal'],
  ['activity', 'task'],
] as const;

/** What is left of a batch: how it was decided, and which of its records live. */
interface Left {
  status: string | undefined;
  /** By type; one that others were merged into may stay. */
  alive: string[];
  created: string[];
}

/**
 * Holds the history against what is left of batches across services: one that was acknowledged is there as a whole, one that was refused
 * has nothing that lives, and of none there is a part.
 */
export async function checkBatches(subject: Subject, history: History): Promise<Violation[]> {
  const all = await leftByRequest(subject);
  const lost: string[] = [];
  const happened: string[] = [];
  const torn: string[] = [];
  for (const write of history.writes.filter(({ operation }) => operation === 'batch.sale')) {
    const left = all.get(write.requestId) ?? { status: undefined, alive: [], created: [] };
    const words = wordsOf(write, left);
    if (write.outcome === 'ok' && left.status !== 'completed') lost.push(words);
    if (write.outcome === 'failed' && left.status === 'completed') happened.push(words);
    const isWhole = left.status === 'completed' && left.created.length === MADE.length;
    const isNone = left.status !== 'completed' && left.alive.length === 0;
    if (!isWhole && !isNone) torn.push(words);
  }
  const parts: string[] = [];
  for (const service of ['contact', 'deal', 'activity']) {
    const rows = await subject.query<{ id: string }>(
      `SELECT batch_id AS id FROM ${service}.batch_part WHERE written IS NOT NULL`,
    );
    parts.push(...rows.map(({ id }) => `the part of ${service} in ${id}`));
  }
  const open = [...all].filter(([, { status }]) => status === 'open').map(([request]) => request);
  return [
    ...violations('acknowledged-batch-lost', lost),
    ...violations('refused-batch-happened', happened),
    ...violations('batch-whole-or-undone', torn),
    ...violations('batch-decided', [...open, ...parts]),
  ];
}

async function leftByRequest(subject: Subject): Promise<Map<string, Left>> {
  const left = new Map<string, Left>();
  const of = (request: string): Left => {
    const known = left.get(request) ?? { status: undefined, alive: [], created: [] };
    left.set(request, known);
    return known;
  };
  const batches = await subject.query<{ request: string; status: string }>(
    'SELECT request_id AS request, status FROM contact.batch',
  );
  for (const { request, status } of batches) of(request).status = status;
  for (const [service, type] of MADE) {
    const records = await subject.query<{ request: string; lives: boolean }>(
      `SELECT e.request_id AS request, r.deleted_at IS NULL AS lives
       FROM ${service}.event e JOIN ${service}.${type} r ON r.id = e.record_id
       WHERE e.type = $1 AND e.causation_id IS NULL
       AND e.request_id IN (SELECT request_id FROM contact.batch)`,
      [`${type}.created`],
    );
    for (const { request, lives } of records) {
      of(request).created.push(type);
      if (lives) of(request).alive.push(type);
    }
  }
  return left;
}

function wordsOf(
  { requestId, status: answer }: Write,
  { status = 'never begun', created, alive }: Left,
): string {
  return `${requestId} (answered ${answer}) is ${status}: it made ${created.join(', ') || 'nothing'}, of which live ${alive.join(', ') || 'none'}`;
}
