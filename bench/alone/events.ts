import { setTimeout as delay } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { percentile, type Target } from '../side-by-side/load';
import { ask } from './ask';
import type { Figure } from './figure';

const WRITES_PER_SECOND = 100;
const BATCH = 1_000;
/** Batches of a backlog, to a second of a turn. */
const BATCHES_PER_SECOND = 2;
const LOOK_MS = 20;

/** From a commit to its effect in another service, at a calm rate of writes; and how fast a backlog is published. */
export async function measureEvents(relata: Target, databaseUrl: string, seconds: number): Promise<Figure[]> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return [await lag(relata, client, seconds), await drain(relata, client, seconds)];
  } finally {
    await client.end();
  }
}

async function lag(relata: Target, client: Client, seconds: number): Promise<Figure> {
  const from = new Date();
  const writes: Promise<unknown>[] = [];
  for (let write = 0; write < WRITES_PER_SECOND * seconds; write++) {
    writes.push(ask(relata, 'POST', '/v1/contacts', newContact()));
    await delay(1_000 / WRITES_PER_SECOND);
  }
  await Promise.all(writes);
  await untilNone(
    client,
    'SELECT 1 FROM contact.event e WHERE recorded_at >= $1 AND NOT EXISTS (SELECT FROM activity.inbox i WHERE i.event_id = e.id) LIMIT 1',
    [from],
  );
  const { rows } = await client.query<{ ms: number }>(
    `SELECT extract(epoch FROM received_at - recorded_at)::float * 1000 AS ms
     FROM contact.event JOIN activity.inbox ON event_id = id WHERE recorded_at >= $1`,
    [from],
  );
  const ages = rows.map(({ ms }) => ms);
  return {
    name: `commit to effect in another service, ${WRITES_PER_SECOND} writes/s`,
    aim: '',
    measured: `p50 ${percentile(ages, 50).toFixed(0)} ms, p99 ${percentile(ages, 99).toFixed(0)} ms`,
  };
}

/** The relay's lease is somebody else's meanwhile. */
async function drain(relata: Target, client: Client, seconds: number): Promise<Figure> {
  await client.query(
    `UPDATE contact.lease SET holder = 'nobody', epoch = epoch + 1, expires_at = now() + interval '1 hour' WHERE name = 'relay'`,
  );
  for (let batch = 0; batch < BATCHES_PER_SECOND * seconds; batch++) {
    const operations = Array.from({ length: BATCH }, () => ({ op: 'create', body: newContact() }));
    await ask(relata, 'POST', '/v1/contacts/batch', { operations });
  }
  const { rows } = await client.query<{ count: string }>('SELECT count(*) FROM contact.unpublished');
  await client.query(`UPDATE contact.lease SET expires_at = now() WHERE name = 'relay'`);
  await untilSome(client);
  const began = performance.now();
  await untilNone(client, 'SELECT 1 FROM contact.unpublished LIMIT 1');
  const events = Number(rows[0]?.count);
  const perSecond = events / ((performance.now() - began) / 1_000);
  return {
    name: `publishing a backlog of ${events} events`,
    aim: '',
    measured: `${perSecond.toFixed(0)} events/s`,
  };
}

const newContact = () => ({
  firstName: 'Ada',
  lastName: 'Bench',
  email: `${randomUUID()}@bench.example`,
  city: 'Berlin',
});

/** Until a relay has begun: a standby looks twice a second. */
async function untilSome(client: Client): Promise<void> {
  const { rows } = await client.query<{ last: string }>(
    'SELECT coalesce(max(position), 0) AS last FROM contact.event_position',
  );
  await untilNone(client, 'SELECT 1 WHERE (SELECT max(position) FROM contact.event_position) <= $1', [
    rows[0]?.last,
  ]);
}

async function untilNone(client: Client, sql: string, values: unknown[] = []): Promise<void> {
  while ((await client.query(sql, values)).rows.length > 0) await delay(LOOK_MS);
}
