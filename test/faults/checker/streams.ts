import { EVENT_STREAMS, type EventEnvelope, type ServiceName } from '@relata/contracts';
import { violations, type Subject, type Violation } from './subject';

export interface Published {
  streamSeq: number;
  id: string;
  type: string;
  recordId: string;
  version: number;
  position: number;
}

const IDLE_MS = 2_000;

/** What the stream holds, in its order. */
export async function readStream(subject: Subject, stream: string): Promise<Published[]> {
  const manager = await subject.nats.jetstreamManager();
  const { state } = await manager.streams.info(stream);
  const published: Published[] = [];
  if (state.messages === 0) return published;
  const consumer = await subject.nats.jetstream().consumers.get(stream);
  const messages = await consumer.consume({ max_messages: 2_000, idle_heartbeat: IDLE_MS });
  for await (const message of messages) {
    const event = message.json<EventEnvelope>();
    published.push({
      streamSeq: message.seq,
      id: event.id,
      type: event.type,
      recordId: event.subject,
      version: event.recordversion,
      position: event.position,
    });
    if (message.seq >= state.last_seq) break;
  }
  await messages.close();
  return published;
}

/**
 * Every committed event is in the stream of its service, nothing else is, and each record's versions come in order.
 * The log's positions are gapless, and the mark says how far the stream is.
 */
export async function checkStreams(subject: Subject): Promise<Violation[]> {
  const found: Violation[] = [];
  for (const [stream, { service }] of Object.entries(EVENT_STREAMS)) {
    const published = await readStream(subject, stream);
    found.push(...(await checkContent(subject, stream, service, published)));
    found.push(
      ...violations(
        'order-per-record',
        disorder(published).map((words) => `${stream}: ${words}`),
      ),
    );
    found.push(...(await checkPositions(subject, stream, service, published)));
  }
  return found;
}

async function checkContent(
  subject: Subject,
  stream: string,
  service: ServiceName,
  published: Published[],
): Promise<Violation[]> {
  const events = await subject.query<{ id: string; type: string; version: number }>(
    `SELECT id, type, version FROM ${service}.event ORDER BY seq`,
  );
  const inStream = new Set(published.map((event) => event.id));
  const committed = new Set(events.map((event) => event.id));
  return [
    ...violations(
      'committed-but-not-in-the-stream',
      events
        .filter((event) => !inStream.has(event.id))
        .map(({ id, type, version }) => `${stream}: ${type} v${version} ${id}`),
    ),
    ...violations(
      'in-the-stream-but-not-committed',
      published
        .filter((event) => !committed.has(event.id))
        .map(({ id, type, version }) => `${stream}: ${type} v${version} ${id}`),
    ),
  ];
}

/** A repeated event is no disorder; a version before the one that it follows is. */
export function disorder(published: Pick<Published, 'recordId' | 'version' | 'type'>[]): string[] {
  const last = new Map<string, number>();
  const found: string[] = [];
  for (const { recordId, version, type } of published) {
    const known = last.get(recordId) ?? 0;
    if (version > known + 1) found.push(`${type} v${version} of ${recordId} follows v${known}`);
    if (version > known) last.set(recordId, version);
  }
  return found;
}

async function checkPositions(
  subject: Subject,
  stream: string,
  service: ServiceName,
  published: Published[],
): Promise<Violation[]> {
  const rows = await subject.query<{
    id: string;
    position: string;
    expected: string;
  }>(
    `SELECT e.id, p.position, row_number() OVER (ORDER BY p.position) AS expected
     FROM ${service}.event e LEFT JOIN ${service}.event_position p USING (seq)`,
  );
  const gaps = rows.filter(({ position, expected }) => position !== expected);
  const [run] = await subject.query<{ last_position: string }>(
    `SELECT last_position FROM ${service}.published_run`,
  );
  const marked = Number(run?.last_position ?? 0);
  const last = published.reduce((highest, { position }) => Math.max(highest, position), 0);
  return [
    ...violations(
      'positions-gapless',
      gaps.map(({ id, position, expected }) => `${stream}: ${id} has position ${position}, not ${expected}`),
    ),
    ...violations(
      'mark-true',
      marked === last ? [] : [`${stream} is said to end at position ${marked}, and ends at ${last}`],
    ),
  ];
}
