import { SERVICES, type ContactView, type Page, type RecordView, type ServiceName } from '@relata/contracts';
import { isBlank } from '@relata/messaging';
import { TestSystem, errorOf, eventually } from '@relata/testing';
import { Client } from 'pg';
import { SERVICE_DEFINITIONS } from '../../apps/standalone/src/services';
import { fillDatabases, type Filled } from './fill';

const CONTACTS = 300;
const LISTS = [
  ['contact', 'contacts', 'contact'],
  ['contact', 'companies', 'company'],
  ['deal', 'deals', 'deal'],
  ['activity', 'activities', 'activity'],
  ['activity', 'tasks', 'task'],
  ['identity', 'users', 'user'],
] as const;

let system: TestSystem;
let filled: Filled;
let indexes: { before: string[]; after: string[] };

const start = (fill: (urls: Record<ServiceName, string>) => Promise<unknown>) =>
  TestSystem.start(SERVICE_DEFINITIONS, {}, fill);

async function indexesOf(urls: Record<ServiceName, string>): Promise<string[]> {
  const names: string[] = [];
  for (const service of SERVICES) {
    const client = new Client({ connectionString: urls[service] });
    await client.connect();
    const { rows } = await client.query<{ indexdef: string }>(
      'SELECT indexdef FROM pg_indexes WHERE schemaname = $1',
      [service],
    );
    await client.end();
    names.push(...rows.map(({ indexdef }) => indexdef));
  }
  return names.sort();
}

beforeAll(async () => {
  system = await start(async (urls) => {
    const before = await indexesOf(urls);
    filled = await fillDatabases(urls, { contacts: CONTACTS });
    indexes = { before, after: await indexesOf(urls) };
  });
});
afterAll(() => system.stop());

it('makes as many records as were asked for, each with all its events', async () => {
  const { contacts, companies, deals, activities, tasks } = filled.sizes;
  const sizes = { contact: contacts, company: companies, deal: deals, activity: activities, task: tasks };
  for (const [service, , type] of LISTS) {
    if (type === 'user') continue;
    const [row] = await system.service(service).query(
      `SELECT count(*)::int AS rows, count(*) FILTER (WHERE (version, version) = (
         SELECT count(*), max(version) FROM event WHERE record_type = $1 AND record_id = row.id
       ))::int AS whole FROM ${type} row`,
      [type],
    );
    expect(row).toEqual({ rows: sizes[type], whole: sizes[type] });
  }
});

it.each(LISTS)('%s: %s answer what the newest event of each record tells', async (service, verb, type) => {
  const { data } = await system.service(service).call<Page<RecordView>>(`${verb}.list`, { limit: 200 });
  const known = await system.service(service).query<{ snapshot: RecordView }>(
    `SELECT DISTINCT ON (record_id) snapshot FROM event WHERE record_type = $1 AND record_id = ANY($2::uuid[])
     ORDER BY record_id, version DESC`,
    [type, data.map(({ id }) => id)],
  );
  const snapshots = new Map(known.map(({ snapshot }) => [snapshot.id, snapshot]));
  expect(data.length).toBeGreaterThan(10);
  // All but who acts in the test.
  const generated = data.filter(({ id }) => snapshots.has(id));
  expect(generated.length).toBeGreaterThanOrEqual(data.length - 1);
  // Rows of events leave out what is blank.
  expect(generated.map(withoutBlanks)).toEqual(generated.map(({ id }) => snapshots.get(id)));
});

function withoutBlanks(view: object): object {
  return Object.fromEntries(Object.entries(view).filter(([, value]) => !isBlank(value)));
}

it('leaves the indexes as the migrations made them', () => {
  expect(indexes.after).toEqual(indexes.before);
});

it('is found by words, and keeps its unique values', async () => {
  const contact = system.service('contact');
  const { data } = await contact.call<Page<ContactView>>('contacts.list', {
    limit: 1,
    filter: [{ field: 'email', op: 'isNull', value: 'false' }],
  });
  const { id, email, lastName } = data[0] as ContactView;
  const found = await contact.call<Page<ContactView>>('contacts.list', { q: `${email} ${lastName}` });
  expect(found.data.map((one) => one.id)).toEqual([id]);
  const refused = await errorOf(contact.call('contacts.create', { body: { lastName: 'Other', email } }));
  expect(refused).toMatchObject({ code: 'DUPLICATE', details: { existingId: id } });
});

it('counts as published and sealed: services go on behind it', async () => {
  const contact = system.service('contact');
  const last = filled.events.contact;
  expect(await contact.query('SELECT FROM unpublished')).toEqual([]);
  const made = await contact.call<ContactView>('contacts.create', {
    body: { lastName: 'New', email: 'new@relata.example' },
  });
  await eventually(async () => {
    const published = await system.published('CONTACT');
    expect(published.map(({ subject, position }) => [subject, position])).toEqual([[made.id, last + 1]]);
    const seals = await contact.query<{ last: string }>('SELECT max(last_position) AS last FROM event_seal');
    expect(Number(seals[0]?.last)).toBe(last + 1);
    const [activity] = await system
      .service('activity')
      .query(`SELECT type FROM activity WHERE contact_id = $1`, [made.id]);
    expect(activity).toEqual({ type: 'contact_created' });
  });
});

it('is the same for the same seed', async () => {
  const until = new Date('2026-06-30');
  const digests = await Promise.all(
    [1, 1, 2].map(async (seed) => {
      const other = await start((urls) => fillDatabases(urls, { contacts: 40, seed, until }));
      const [row] = await other
        .service('contact')
        .query<{ digest: string }>(
          `SELECT md5(string_agg(contact::text, '' ORDER BY id)) AS digest FROM contact`,
        );
      await other.stop();
      return row?.digest;
    }),
  );
  expect(digests[0]).toBe(digests[1]);
  expect(digests[0]).not.toBe(digests[2]);
});
