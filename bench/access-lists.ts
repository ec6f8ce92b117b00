import { randomUUID } from 'node:crypto';
import { Command } from 'commander';
import { ADMIN_ROLE, DEFAULT_ROLES, type Page, type Principal, type RecordView } from '@relata/contracts';
import { TestSystem, startTestServers, stopTestServers, type TestService } from '@relata/testing';
import { contactService } from '../apps/contact/src/contact.service-definition';
import { identityService } from '../apps/identity/src/identity.service-definition';

/** Users, of whom the first owns 5 % of the contacts and the next 200 are the manager's team. */
const USERS = 1_000;
const TEAM = 200;
const SHARED = 1_000;

const say = (line: string) => void process.stdout.write(`${line}\n`);
const roleId = (name: string) => DEFAULT_ROLES.find((role) => role.name === name)?.id ?? ADMIN_ROLE.id;

interface People {
  /** Owns the oldest contacts. */
  rep: string;
  team: string;
  /** Owns nothing, and sees what is shared with him. */
  guest: string;
}

/** What a list costs those who may not see everything, next to who may: `npm run bench:access -- --contacts 1000000`. */
async function run(contacts: number, requests: number): Promise<void> {
  await startTestServers();
  const system = await TestSystem.start([identityService, contactService]);
  try {
    const contact = system.service('contact');
    say(`Writing ${contacts} contacts of ${USERS} users …`);
    const people = await fill(contact, contacts);
    const as = (id: string, role: string, teamPath: string[] = []): Principal => ({
      id,
      name: role,
      kind: 'user',
      access: { roleId: roleId(role), roleVersion: 1, teamPath, managedTeamIds: [] },
    });
    const callers: [string, Principal][] = [
      ['unscoped', system.principal],
      ['rep who owns the oldest 5 %', as(people.rep, 'rep')],
      [`manager of ${TEAM}`, as(randomUUID(), 'manager', [people.team])],
      [`rep with ${SHARED} shared records`, as(people.guest, 'rep')],
    ];
    let unscoped = 0;
    for (const [name, principal] of callers) {
      const { p50, p95, rows } = await measure(contact, principal, requests);
      unscoped ||= p95;
      say(
        `${name.padEnd(32)} p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, ${(p95 / unscoped).toFixed(2)} × unscoped; ${rows} rows`,
      );
    }
  } finally {
    await system.stop();
    await stopTestServers();
  }
}

/** Straight into the tables: the lists are measured, not the writes. */
async function fill(contact: TestService, contacts: number): Promise<People> {
  const people = { rep: randomUUID(), team: randomUUID(), guest: randomUUID() };
  await contact.query(
    `INSERT INTO reference (type, id, version, name, team_id, team_path)
     SELECT 'user', CASE n WHEN 1 THEN $1::uuid ELSE gen_random_uuid() END, 1, 'User ' || n,
            CASE WHEN n > 1 AND n <= $3 + 1 THEN $2::uuid END, CASE WHEN n > 1 AND n <= $3 + 1 THEN ARRAY[$2::uuid] ELSE '{}' END
     FROM generate_series(1, $4::int) n`,
    [people.rep, people.team, TEAM, USERS],
  );
  await contact.query(
    `WITH owner AS (SELECT id, row_number() OVER (ORDER BY id) - 1 AS n FROM reference WHERE type = 'user' AND id <> $2)
     INSERT INTO contact (id, version, created_at, updated_at, owner_id, reader_ids, editor_ids, external_keys, custom_fields,
                          search_text, first_name, last_name, email, secondary_emails, city, company_id)
     SELECT gen_random_uuid(), 1, now() - ($1::int - i) * interval '1 minute', now(),
            CASE WHEN i <= $1::int / 20 THEN $2::uuid ELSE owner.id END,
            CASE WHEN i % ($1::int / $4::int) = 0 THEN ARRAY[$3::uuid] ELSE '{}' END, '{}', '[]', '{}',
            'ada number ' || i, 'Ada', 'Number ' || i, 'ada' || i || '@example.com', '[]', 'London', gen_random_uuid()
     FROM generate_series(1, $1::int) i JOIN owner ON owner.n = i % (SELECT count(*) FROM owner)`,
    [contacts, people.rep, people.guest, SHARED],
  );
  await contact.query('VACUUM ANALYZE contact');
  await contact.query('ANALYZE reference');
  return people;
}

/** One after the other, as a busy person's client would ask: the first page, and pages further on. */
async function measure(
  contact: TestService,
  principal: Principal,
  requests: number,
): Promise<{ p50: number; p95: number; rows: number }> {
  const times: number[] = [];
  let rows = 0;
  let cursor: string | null = null;
  for (let request = -20; request < requests; request++) {
    const context = { requestId: randomUUID(), principal };
    const started = performance.now();
    const page: Page<RecordView> = await contact.call(
      'contacts.list',
      { limit: 50, ...(cursor ? { cursor } : {}) },
      { context },
    );
    if (request >= 0) times.push(performance.now() - started);
    rows = Math.max(rows, page.data.length);
    cursor = request % 3 === 0 ? null : page.page.nextCursor;
  }
  times.sort((one, other) => one - other);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0;
  return { p50: at(0.5), p95: at(0.95), rows };
}

void new Command('bench:access')
  .option('--contacts <number>', 'in the table', '1000000')
  .option('--requests <number>', 'of each caller', '300')
  .action((options: { contacts: string; requests: string }) =>
    run(Number(options.contacts), Number(options.requests)),
  )
  .parseAsync();
