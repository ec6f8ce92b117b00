import type { ServiceName } from '@relata/contracts';
import type { History, Operation, Write } from '../history';
import { violations, type Subject, type Violation } from './subject';

interface EventBrief {
  type: string;
  recordId: string;
  version: number;
}

/** The events that an acknowledged write must have left, any of them. */
const EVENTS: Record<Operation, string[]> = {
  'contact.create': ['contact.created'],
  'contact.patch': ['contact.updated'],
  'contact.merge': ['contact.merged'],
  'company.create': ['company.created'],
  'company.patch': ['company.updated'],
  'deal.create': ['deal.created'],
  'deal.patch': ['deal.updated'],
  'deal.stage': ['deal.stageChanged', 'deal.won', 'deal.lost', 'deal.reopened'],
  'deal.close': ['deal.stageChanged', 'deal.won', 'deal.lost', 'deal.updated'],
  'task.create': ['task.created'],
  'task.patch': ['task.updated'],
  'task.complete': ['task.completed'],
  'batch.sale': ['batch.completed'],
};
/** Asked for what is so already, they rightly change nothing. */
const MAY_CHANGE_NOTHING = new Set<Operation>(['deal.stage', 'deal.close', 'task.complete']);

/**
 * Holds the history against the event tables: what was acknowledged is there, with the version that the answer
 * told; what was refused is not; nothing happened twice.
 */
export async function checkWrites(subject: Subject, history: History): Promise<Violation[]> {
  const lost: string[] = [];
  const happened: string[] = [];
  const twice: string[] = [];
  for (const service of ['contact', 'deal', 'activity'] as const) {
    const events = await eventsByRequest(subject, service);
    const last = await lastVersions(subject, service);
    for (const write of history.writes) {
      // What becomes of a batch, `checkBatches` knows.
      if (write.service !== service || write.operation === 'batch.sale') continue;
      const left = events.get(write.requestId) ?? [];
      const words = `${write.requestId} (${write.operation}, answered ${write.status})`;
      if (write.outcome === 'ok' && isLost(write, left, last))
        lost.push(`${words} on ${write.recordId} v${write.version}`);
      if (write.outcome === 'failed' && left.length > 0) happened.push(`${words} left ${left[0]?.type}`);
      if (isDoubled(left)) twice.push(`${words} left ${left.map((event) => event.type).join(', ')}`);
    }
  }
  return [
    ...violations('acknowledged-write-lost', lost),
    ...violations('refused-write-happened', happened),
    ...violations('write-applied-twice', twice),
  ];
}

function isLost(write: Write, left: EventBrief[], last: Map<string, number>): boolean {
  const { recordId = '', version = 0 } = write;
  if ((last.get(recordId) ?? 0) < version) return true;
  if (left.length === 0) return !MAY_CHANGE_NOTHING.has(write.operation);
  return !left.some(
    (event) =>
      event.recordId === recordId &&
      event.version === version &&
      EVENTS[write.operation].includes(event.type),
  );
}

/** No command writes an event of one type on one record twice, or makes two records of one type. */
function isDoubled(left: EventBrief[]): boolean {
  const names = left.map((event) =>
    event.type.endsWith('.created') ? event.type : `${event.type} ${event.recordId}`,
  );
  return new Set(names).size < names.length;
}

/** What effects of events have written is not the request's own. */
async function eventsByRequest(subject: Subject, service: ServiceName): Promise<Map<string, EventBrief[]>> {
  const rows = await subject.query<{ request: string; type: string; record: string; version: number }>(
    `SELECT request_id AS request, type, record_id AS record, version FROM ${service}.event
     WHERE causation_id IS NULL AND request_id LIKE 'faults-%'`,
  );
  const events = new Map<string, EventBrief[]>();
  for (const { request, type, record, version } of rows) {
    const known = events.get(request);
    const brief = { type, recordId: record, version };
    if (known) known.push(brief);
    else events.set(request, [brief]);
  }
  return events;
}

async function lastVersions(subject: Subject, service: ServiceName): Promise<Map<string, number>> {
  const rows = await subject.query<{ id: string; version: number }>(
    `SELECT record_id AS id, max(version) AS version FROM ${service}.event GROUP BY record_id`,
  );
  return new Map(rows.map(({ id, version }) => [id, version]));
}
