import * as fc from 'fast-check';
import { rmSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { Client } from 'pg';
import { startEmbeddedPostgres, type EmbeddedServer } from '@relata/embedded';
import { WholeSystem, eventually, reachableFolder, unique, type ApiAnswer } from '@relata/testing';

jest.setTimeout(180_000);

const SCHEMAS = ['identity', 'contact', 'deal', 'activity', 'reporting'];
/** What the services' own clocks write, and when a key was used: whatever is asked. */
const CLOCKWORK = ['lease', 'published_run', 'event_seal', 'migration', 'api_key_use'];
/** Looks that see the same before all is said to be at rest. */
const STILL = 3;
const OWNERS: Record<string, string> = {
  contacts: 'contact',
  companies: 'contact',
  deals: 'deal',
  tasks: 'activity',
};
const RESOURCES = Object.keys(OWNERS);
/** Few, so that some are taken. */
const EMAILS = Array.from({ length: 6 }, () => `${unique('ada')}@example.org`);
const DOMAINS = Array.from({ length: 4 }, () => `${unique('engines')}.example`);

let folder: string;
let postgres: EmbeddedServer;
let database: Client;
let relata: WholeSystem;
beforeAll(async () => {
  folder = reachableFolder();
  postgres = await startEmbeddedPostgres({ dataDir: folder, durable: false });
  relata = await WholeSystem.start({ env: { DATABASE_URL: postgres.url } });
  database = new Client({ connectionString: postgres.url });
  await database.connect();
  // The use of a key is noted once an hour.
  await relata.api('GET', '/contacts');
  await eventually(async () => {
    const { rowCount } = await database.query("SELECT FROM identity.event WHERE type = 'apiKey.used'");
    if (rowCount !== 1) throw new Error('Not noted yet.');
  });
});
afterAll(async () => {
  await relata.stop();
  await database.end();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
});

interface Write {
  resource: string;
  method: string;
  path: string;
  body?: object;
  headers: Record<string, string>;
}
interface Step {
  kind:
    | 'create'
    | 'patch'
    | 'delete'
    | 'restore'
    | 'merge'
    | 'stage'
    | 'close'
    | 'reopen'
    | 'batch'
    | 'bulk'
    | 'upsert';
  resource: string;
  which: number;
  other: number;
  values: Record<string, object>;
  ifMatch: number | undefined;
}

const text = fc.constantFrom('Ada', 'Alan', 'Grace', '', null);
const values = fc.record({
  contacts: fc.record(
    { email: fc.constantFrom(...EMAILS), firstName: text, title: text, tags: fc.subarray(['vip', 'New']) },
    { requiredKeys: ['email'] },
  ),
  companies: fc.record(
    { name: fc.constantFrom('Engines', 'Looms'), domain: fc.constantFrom(...DOMAINS, null), city: text },
    { requiredKeys: ['name'] },
  ),
  deals: fc.record(
    {
      name: fc.constantFrom('Big', 'Small'),
      amount: fc.constantFrom('0', '12.50', 'much', null),
      stage: fc.constantFrom('proposal', 'closed_won', 'nowhere'),
      probability: fc.integer({ min: 0, max: 101 }),
    },
    { requiredKeys: ['name'] },
  ),
  tasks: fc.record(
    {
      title: fc.constantFrom('Call', 'Write'),
      status: fc.constantFrom('pending', 'completed', 'cancelled'),
      dueDate: fc.constantFrom('2026-12-01', 'someday', null),
    },
    { requiredKeys: ['title'] },
  ),
});
const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(
    ...(['create', 'create', 'patch', 'patch', 'delete', 'restore', 'merge'] as const),
    ...(['stage', 'close', 'reopen', 'batch', 'batch', 'bulk', 'upsert'] as const),
  ),
  resource: fc.constantFrom(...RESOURCES),
  which: fc.nat(20),
  other: fc.nat(20),
  values,
  ifMatch: fc.option(fc.integer({ min: 1, max: 3 }), { freq: 5, nil: undefined }),
});

/** The request of a step, about the records that there are. */
function writeOf(
  { kind, resource, which, other, values: bodies, ifMatch }: Step,
  made: Map<string, string[]>,
): Write {
  const known = (of: string, place: number) => {
    const ids = made.get(of) ?? [];
    return ids[place % ids.length] ?? '01980000-0000-7000-8000-00000000dead';
  };
  const headers: Record<string, string> = ifMatch === undefined ? {} : { 'if-match': `"v${ifMatch}"` };
  const body = bodies[resource]!;
  const { stage, ...change } = body as { stage?: string };
  const write = (of: string, method: string, path: string, sent?: object): Write => ({
    resource: of,
    method,
    path: `/${of}${path}`,
    body: sent,
    headers: method === 'POST' ? {} : headers,
  });
  const id = known(resource, which);
  const dealId = known('deals', which);
  switch (kind) {
    case 'create':
      return write(resource, 'POST', '', body);
    case 'patch':
      return write(resource, 'PATCH', `/${id}`, change);
    case 'delete':
      return write(resource, 'DELETE', `/${id}`);
    case 'restore':
      return write(resource, 'POST', `/${id}/restore`);
    case 'merge':
      return write('contacts', 'POST', `/${known('contacts', which)}/merge`, {
        duplicateIds: [known('contacts', other)],
      });
    case 'stage':
      return write('deals', 'PATCH', `/${dealId}/stage`, { stage: stage ?? 'closed_lost' });
    case 'close':
      return write('deals', 'POST', `/${dealId}/close`, { outcome: 'won', reason: 'Best offer' });
    case 'reopen':
      return write('deals', 'POST', `/${dealId}/reopen`, {});
    case 'upsert':
      return write(resource, 'PUT', `/by-external/erp/key-${other % 3}`, body);
    case 'bulk': {
      const op = (['update', 'delete', 'restore'] as const)[other % 3];
      const filter = { field: 'id', op: 'in', value: [id, known(resource, other)] };
      return write(resource, 'POST', '/bulk', { op, filter, ...(op === 'update' ? { body: change } : {}) });
    }
    case 'batch':
      return write(resource, 'POST', '/batch', {
        atomic: other % 2 === 0,
        operations: [
          { op: 'create', body },
          { op: 'update', id, body: change, ...(ifMatch === undefined ? {} : { ifMatch }) },
          { op: other % 3 === 0 ? 'delete' : 'restore', id: known(resource, other) },
        ],
      });
  }
}

/** A digest of every row of every table. */
async function everything(): Promise<Record<string, string>> {
  const { rows: tables } = await database.query<{ place: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS place FROM information_schema.tables
     WHERE table_schema = ANY ($1) AND table_type = 'BASE TABLE' AND table_name <> ALL ($2)`,
    [SCHEMAS, CLOCKWORK],
  );
  const parts = tables.map(
    ({ place }) =>
      `SELECT '${place}' AS place, count(*) || ' rows, ' || coalesce(md5(string_agg(t::text, ',' ORDER BY t::text)), '') AS digest
       FROM ${place} t`,
  );
  const { rows } = await database.query<{ place: string; digest: string }>(parts.join(' UNION ALL '));
  return Object.fromEntries(rows.map(({ place, digest }) => [place, digest]));
}

/** When all events are published, and several looks in a row see the same: nobody is at work with one any more. */
async function atRest(): Promise<Record<string, string>> {
  let before: Record<string, string> = {};
  let same = 0;
  return eventually(
    async () => {
      const now = await everything();
      same = isDeepStrictEqual(now, before) ? same + 1 : 0;
      before = now;
      const outboxes = SCHEMAS.map((schema) => now[`${schema}.outbox`]);
      expect({ outboxes, isStill: same >= STILL }).toEqual({
        outboxes: SCHEMAS.map(() => '0 rows, '),
        isStill: true,
      });
      return now;
    },
    { withinMs: 20_000 },
  );
}

const BOOKKEEPING = new Set([
  'id',
  'existingId',
  'version',
  'createdAt',
  'updatedAt',
  'traceId',
  'dryRun',
  'activityDate',
]);

/** Without what a rehearsal cannot know: ids, versions and times; that there is a time it knows. */
function content(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(content);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !BOOKKEEPING.has(name))
      .map(([name, member]) => [name, /At$/.test(name) && member !== null ? 'a time' : content(member)]),
  );
}

const typesOf = (events: { type: string }[]) => events.map(({ type }) => type).sort();

async function rehearseAndDo({ resource, method, path, body, headers }: Write): Promise<ApiAnswer> {
  const before = await atRest();
  const rehearsed = await relata.api(method, `${path}?dryRun=true`, body, headers);
  expect({ path, body, tables: await everything() }).toEqual({ path, body, tables: before });

  const done = await relata.api(method, path, body, headers);
  const isDone = done.status < 300;
  expect({ path, body, status: rehearsed.status }).toEqual({
    path,
    body,
    status: isDone ? 200 : done.status,
  });
  expect({ path, body, answer: content(rehearsed.body) }).toEqual({
    path,
    body,
    answer: content(done.body ?? {}),
  });
  if (isDone) {
    const { rows: written } = await database.query<{ type: string }>(
      `SELECT type FROM ${OWNERS[resource]}.event WHERE request_id = $1`,
      [done.headers.get('x-request-id')],
    );
    expect({ path, body, events: typesOf(rehearsed.body.dryRun.events) }).toEqual({
      path,
      body,
      events: typesOf(written),
    });
  }
  return done;
}

it('answers what the real call answers, and changes nothing, whatever is asked of whatever there is', async () => {
  const made = new Map<string, string[]>();
  for (const one of fc.sample(values, { numRuns: 3, seed: 1 })) {
    for (const resource of RESOURCES) {
      const { status, body } = await relata.api('POST', `/${resource}`, one[resource as keyof typeof one]);
      if (status === 201) made.set(resource, [...(made.get(resource) ?? []), body.id]);
    }
  }
  const statuses = { done: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 10 }), async (steps) => {
      for (const one of steps) {
        const write = writeOf(one, made);
        const { status, body } = await rehearseAndDo(write);
        statuses[status < 300 ? 'done' : 'refused'] += 1;
        if (status === 201) made.set(write.resource, [...(made.get(write.resource) ?? []), body.id]);
      }
    }),
    // What it made is there for good, so no smaller case can be looked for.
    { numRuns: 4, endOnFailure: true },
  );
  // Else nothing was tested.
  expect(statuses.done).toBeGreaterThan(4);
  expect(statuses.refused).toBeGreaterThan(0);
});
