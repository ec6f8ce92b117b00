import { randomUUID } from 'node:crypto';
import {
  CRM_RESOURCES,
  DEFAULT_ROLES,
  type ListQuery,
  type Page,
  type Principal,
  type RecordView,
  type ServiceName,
} from '@relata/contracts';
import { TestSystem } from '@relata/testing';
import { parseListQuery } from '../apps/gateway/src/http/list-query';
import { SERVICE_DEFINITIONS } from '../apps/standalone/src/services';
import { fillDatabases, type Filled } from './data/fill';
import { SHAPES, parametersFor, type Shape } from './list-shapes';
import {
  Statements,
  nodesOf,
  plansOf,
  rowsRead,
  type ExplainOptions,
  type PlanNode,
  type Statement,
} from './statements.testing';

const CONTACTS = 6_000;
/** Tables that grow with the business. */
const BIG = new Set(['contact', 'company', 'deal', 'activity', 'task', 'event', 'record_key']);
/** A page has fifty rows; some more are looked at to find them. */
const MOST_ROWS = 1_000;
const DEEP_PAGES = 4;
/** As the search for similar words sets it for its transaction. */
const SIMILAR = {
  settings: { enable_seqscan: 'off', enable_indexscan: 'off', 'pg_trgm.word_similarity_threshold': '0.4' },
};
/** In so many parts of an index the rows behind a place by name may stand. */
const STRETCHES = 5;

let system: TestSystem;
let filled: Filled;
let statements: Statements;

beforeAll(async () => {
  statements = Statements.watch();
  system = await TestSystem.start(SERVICE_DEFINITIONS, {}, async (urls) => {
    filled = await fillDatabases(urls, { contacts: CONTACTS });
  });
}, 180_000);
afterAll(() => system.stop());

const roleId = (name: string) => DEFAULT_ROLES.find((role) => role.name === name)?.id ?? '';

/** One who owns as much as most do. */
function rep(): Principal {
  const person = filled.people[filled.people.length / 2];
  return {
    id: person?.id ?? '',
    name: person?.name ?? '',
    kind: 'user',
    access: {
      roleId: roleId('rep'),
      roleVersion: 1,
      teamPath: person?.teamId ? [person.teamId] : [],
      managedTeamIds: [],
    },
  };
}

const callers = () => ({ admin: system.principal, rep: rep() });
type Caller = keyof ReturnType<typeof callers>;

function call<T>(service: ServiceName, verb: string, payload: unknown, caller: Caller): Promise<T> {
  const context = { requestId: randomUUID(), principal: callers()[caller] };
  return system.service(service).call<T>(verb, payload, { context });
}

/** The plans of everything that a request leads to. */
async function plansFor(
  service: ServiceName,
  asked: Statement[],
  options?: ExplainOptions,
): Promise<PlanNode[]> {
  expect(asked.length).toBeGreaterThan(0);
  const { dataSource } = system.service(service);
  const found: PlanNode[] = [];
  for (const statement of asked) found.push(...(await plansOf(dataSource, statement, options)));
  return found;
}

/** What is wrong with plans: whole tables that are read, and more rows than a page needs. */
function problems(found: PlanNode[], most = MOST_ROWS): string[] {
  return found.flatMap((plan) => [
    ...nodesOf(plan)
      .filter((node) => node['Node Type'] === 'Seq Scan' && BIG.has(node['Relation Name'] ?? ''))
      .map((node) => `reads all of ${node['Relation Name']}`),
    ...(rowsRead(plan) > most ? [`looks at ${rowsRead(plan)} rows`] : []),
  ]);
}

/** The indexes by which plans read a table other than by the one. */
function strangers(found: PlanNode[], table: string, index: string): string[] {
  return found
    .map(nodesOf)
    .filter((nodes) => nodes.some((node) => node['Relation Name'] === table))
    .map((nodes) => nodes.map((node) => node['Index Name']))
    .filter((indexes) => !indexes.includes(index))
    .map((indexes) => indexes.filter(Boolean).join(', ') || 'none');
}

/** A query of that shape, for values that the fewest records have of those that the caller sees. */
async function queryOf(shape: Shape, caller: Caller): Promise<ListQuery> {
  const { data } = await list(shape, { limit: 200 }, caller);
  const counts = new Map<string, number>();
  for (const record of data) {
    const parameters = parametersFor(shape, record);
    const key = JSON.stringify(parameters);
    if (parameters) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const [rarest] = [...counts].sort((one, other) => one[1] - other[1])[0] ?? [];
  if (!rarest) throw new Error(`Nobody has what ${shape.name} asks for.`);
  return parseListQuery(JSON.parse(rarest) as Record<string, string>);
}

function list(shape: Shape, query: ListQuery, caller: Caller): Promise<Page<RecordView>> {
  return call(CRM_RESOURCES[shape.resource].service, `${shape.resource}.list`, query, caller);
}

/** What is asked of Postgres for the first page, for one far into the list, and for one on the way back. */
async function statementsOf(shape: Shape, caller: Caller): Promise<Statement[]> {
  const query = await queryOf(shape, caller);
  const ask = (cursor?: string) =>
    statements.of(() => list(shape, { ...query, ...(cursor ? { cursor } : {}) }, caller));
  const asked = await ask();
  let last: Page<RecordView>['page'] | undefined;
  for (let page = 0; page < DEEP_PAGES && (page === 0 || last?.nextCursor); page++) {
    const cursor = last?.nextCursor;
    last = (await list(shape, { ...query, limit: 200, ...(cursor ? { cursor } : {}) }, caller)).page;
    if (last.nextCursor) asked.push(...(await ask(last.nextCursor)));
    if (last.prevCursor) asked.push(...(await ask(last.prevCursor)));
  }
  return asked;
}

describe.each(SHAPES.map((shape) => [shape.name, shape] as const))('%s', (_, shape) => {
  const { service, type } = CRM_RESOURCES[shape.resource];

  it('is read from its index alone, at any page', async () => {
    const asked = await statementsOf(shape, 'admin');
    const found = await plansFor(service, asked);
    expect(problems(found)).toEqual([]);
    expect(strangers(found, type, shape.index)).toEqual([]);
    const without = await plansFor(service, asked, { without: shape.index });
    expect(strangers(without, type, shape.index)).not.toEqual([]);
  });

  it('costs a rep at most the own records', async () => {
    const [own] = await system
      .service(service)
      .query<{ rows: number }>(`SELECT count(*)::int AS rows FROM ${type} WHERE owner_id = $1`, [rep().id]);
    const found = await plansFor(service, await statementsOf(shape, 'rep'));
    expect(problems(found, MOST_ROWS + STRETCHES * (own?.rows ?? 0))).toEqual([]);
  });
});

/** Some record of that table, and its values. */
async function some(service: ServiceName, table: string, where = 'true'): Promise<Record<string, string>> {
  const [row] = await system
    .service(service)
    .query<Record<string, string>>(`SELECT * FROM ${table} WHERE ${where} ORDER BY id LIMIT 1`);
  if (!row) throw new Error(`There is no ${table} with ${where}.`);
  return row;
}

describe('words', () => {
  const SEARCHED = [
    ['contact', 'contact'],
    ['contact', 'company'],
    ['deal', 'deal'],
    ['activity', 'activity'],
    ['activity', 'task'],
  ] as const;
  /** Those of the window that is always looked at, and what an index leads to. */
  const MOST = MOST_ROWS + 400;

  it.each(SEARCHED)(
    'of the %s service that few %s records have lead to these alone',
    async (service, type) => {
      for (const similar of [false, true]) {
        const asked = await statements.of(() =>
          call(service, 'search.find', { types: [type], q: 'qwertyuiop', similar, limit: 20 }, 'admin'),
        );
        const found = await plansFor(service, asked, similar ? SIMILAR : {});
        expect(problems(found, MOST)).toEqual([]);
        expect(found.flatMap(nodesOf).map((node) => node['Index Name'])).toContain(`${type}_search`);
      }
    },
  );

  it.each([
    ['contact', 'contact', 'manager'],
    ['deal', 'deal', 'beacon'],
    ['activity', 'task', 'call'],
  ] as const)(
    'of the %s service that many %s records have are found among the newest',
    async (service, type, q) => {
      const asked = await statements.of(() =>
        call(service, 'search.find', { types: [type], q, similar: false, limit: 20 }, 'admin'),
      );
      expect(problems(await plansFor(service, asked))).toEqual([]);
    },
  );

  it('limit a list in the same way', async () => {
    for (const q of ['qwertyuiop', 'manager']) {
      const asked = await statements.of(() => call('contact', 'contacts.list', { q }, 'admin'));
      expect(problems(await plansFor('contact', asked), MOST)).toEqual([]);
    }
  });
});

describe('by way of an index are read', () => {
  it('the timelines of contacts, companies and deals', async () => {
    for (const type of ['contact', 'company', 'deal'] as const) {
      const { [`${type}_id`]: id } = await some('activity', 'activity', `${type}_id IS NOT NULL`);
      for (const caller of ['admin', 'rep'] as const) {
        const asked = await statements.of(() =>
          call('activity', 'timeline.list', { type, id, limit: 50 }, caller).catch(() => undefined),
        );
        expect(problems(await plansFor('activity', asked))).toEqual([]);
      }
    }
  });

  it('a record, its history and its events', async () => {
    const { id } = await some('contact', 'contact');
    const query = { recordType: 'contact', recordId: id, id, after: 0, limit: 50 };
    for (const verb of ['contacts.get', 'history.list', 'events.list']) {
      const asked = await statements.of(() => call('contact', verb, query, 'admin'));
      expect([verb, problems(await plansFor('contact', asked))]).toEqual([verb, []]);
    }
  });

  it('records by their unique values', async () => {
    const { email } = await some('contact', 'contact', 'email IS NOT NULL AND deleted_at IS NULL');
    const body = { lastName: 'Double', email };
    const asked = await statements.of(() =>
      call('contact', 'contacts.create', { body }, 'admin').catch(() => undefined),
    );
    const found = await plansFor('contact', asked);
    expect(problems(found)).toEqual([]);
    expect(found.flatMap(nodesOf).map((node) => node['Index Name'])).toContain('record_key_unique');
  });

  it('records as they stood, by what few had and by what most had', async () => {
    const alone = '(SELECT count(*) FROM contact AS other WHERE other.company_id = contact.company_id) = 1';
    const { company_id: value } = await some('contact', 'contact', alone);
    const moment = { time: new Date(Date.now() - 100 * 86_400_000).toISOString() };
    const few = { recordType: 'contact', field: 'companyId', value, moment, limit: 50 };
    const { pipeline_id: pipeline } = await some('deal', 'stage', `key = 'proposal'`);
    const most = { recordType: 'deal', field: 'pipelineId', value: pipeline, moment, limit: 50 };
    for (const [service, query] of [
      ['contact', few],
      ['deal', most],
    ] as const) {
      const asked = await statements.of(() => call(service, 'asOf.list', query, 'admin'));
      // What was looked at is looked up once more, in the log.
      expect(problems(await plansFor(service, asked), 3 * MOST_ROWS)).toEqual([]);
    }
  });
});
