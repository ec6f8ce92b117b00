import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { pipeline } from 'node:stream/promises';
import { PassThrough } from 'node:stream';
import type { ImportView } from '@relata/contracts';
import type { Target } from '../side-by-side/load';
import { ask } from './ask';
import { atLeast, type Figure } from './figure';

/** To a second of a turn. */
const ROWS_PER_SECOND = 4_000;
const AIM = 0.25;
const LOOK_MS = 100;
/** What an import of contacts writes, and where the rows of one are. */
const TABLES: Record<string, string> = {
  contact: `SELECT * FROM contact.contact WHERE department = $MARK`,
  event: `SELECT event.* FROM contact.event JOIN contact.contact ON record_id = contact.id WHERE department = $MARK AND record_type = 'contact'`,
  record_key: `SELECT record_key.* FROM contact.record_key JOIN contact.contact ON record_id = contact.id WHERE department = $MARK`,
};

/** Rows a second of an import of contacts, beside a bare COPY of the rows that it wrote into tables with the same indexes. */
export async function measureImport(relata: Target, databaseUrl: string, seconds: number): Promise<Figure[]> {
  const mark = `import ${Date.now()}`;
  const count = ROWS_PER_SECOND * seconds;
  const job = await imported(relata, csv(mark, count), count);
  const importSeconds = (Date.parse(job.finishedAt ?? '') - Date.parse(job.startedAt ?? '')) / 1_000;
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const copySeconds = await copied(client, mark);
    const [rate, copyRate] = [count / importSeconds, count / copySeconds];
    const words = ` (${rate.toFixed(0)} contacts/s of ${count}; COPY of the same contacts, events and keys ${copyRate.toFixed(0)}/s)`;
    return [atLeast('import, as a part of bare COPY', AIM, rate / copyRate, words)];
  } finally {
    await client.end();
  }
}

function csv(mark: string, count: number): string {
  const rows = Array.from(
    { length: count },
    (_, at) =>
      `Import${at},Person${at % 977},import.${Date.now()}.${at}@bench.example,+49 30 ${1_000_000 + at},Berlin,${mark}`,
  );
  return ['first,last,mail,phone,city,department', ...rows].join('\n');
}

async function imported(relata: Target, file: string, count: number): Promise<ImportView> {
  const form = new FormData();
  const mapping = {
    first: 'firstName',
    last: 'lastName',
    mail: 'email',
    phone: 'phone',
    city: 'city',
    department: 'department',
  };
  form.append('options', JSON.stringify({ resource: 'contacts', mapping }));
  form.append('file', new Blob([file], { type: 'text/csv' }), 'contacts.csv');
  let job = await ask<ImportView>(relata, 'POST', '/v1/imports', form);
  while (job.status === 'queued' || job.status === 'running') {
    await delay(LOOK_MS);
    job = await ask<ImportView>(relata, 'GET', `/v1/imports/${job.id}`);
  }
  if (job.created !== count)
    throw new Error(`The import made ${job.created} of ${count} contacts: ${job.error ?? job.status}`);
  return job;
}

/** Seconds that COPY takes for these rows, into copies of the tables with every index. */
async function copied(client: Client, mark: string): Promise<number> {
  let milliseconds = 0;
  await client.query('DROP SCHEMA IF EXISTS bare CASCADE; CREATE SCHEMA bare');
  for (const [table, rows] of Object.entries(TABLES)) {
    await client.query(`CREATE TABLE bare.${table} (LIKE contact.${table} INCLUDING ALL)`);
    const held = new PassThrough({ highWaterMark: 1024 ** 3 });
    await pipeline(
      client.query(copyTo(`COPY (${rows.replace('$MARK', client.escapeLiteral(mark))}) TO STDOUT`)),
      held,
    );
    const began = performance.now();
    await pipeline(held, client.query(copyFrom(`COPY bare.${table} FROM STDIN`)));
    milliseconds += performance.now() - began;
  }
  await client.query('DROP SCHEMA bare CASCADE');
  return milliseconds / 1_000;
}
