import { Client } from 'pg';
import type { HttpRequest } from './http-connection';
import { HttpConnection } from './http-connection';
import type { Target } from './load';

/** The same request in the words of either server. */
export interface Operation {
  name: string;
  /** The least ratio of requests a second to the baseline's that is aimed at. */
  aim: number;
  connections: number;
  relata: () => HttpRequest;
  baseline: () => HttpRequest;
}

const CONNECTIONS = 16;
const LIMIT = 50;
const DEEP_PAGE = 20;
const BULK = 1_000;
const SOME = 64;
/** Common words are those of about so many hits, so that a search costs the same in data of any size. */
const COMMON_HITS = 1_000;
const STAGES = ['needs_analysis', 'proposal', 'negotiation', 'qualification'];

/** What there is to ask for in the data. */
interface Subjects {
  contacts: string[];
  companies: string[];
  owners: string[];
  deals: string[];
  rare: string[];
  common: string[];
}

/** Every operation, for servers that hold the data of that database. */
export async function operations(
  databaseUrl: string,
  relata: Target,
  baseline: Target,
): Promise<Operation[]> {
  const { contacts, companies, owners, deals, rare, common } = await subjects(databaseUrl);
  const listOf = (owner: string) => `/v1/contacts?filter[ownerId]=${owner}&limit=${LIMIT}`;
  const baselineListOf = (owner: string) => `/contacts?ownerId=${owner}&limit=${LIMIT}`;
  const deep = await Promise.all(
    owners.map(async (owner) => ({
      relata: await deepPage(relata, listOf(owner), ({ page }) => page?.nextCursor),
      baseline: await deepPage(baseline, baselineListOf(owner), ({ nextCursor }) => nextCursor),
    })),
  );
  const get = (path: string): HttpRequest => ({ method: 'GET', path });
  /** Both servers are asked for the same things, in the same order. */
  const both = <T>(from: T[], relataOf: (one: T) => HttpRequest, baselineOf: (one: T) => HttpRequest) => {
    const [next, nextOfBaseline] = [inTurn(from), inTurn(from)];
    return { relata: () => relataOf(next()), baseline: () => baselineOf(nextOfBaseline()) };
  };
  const words = (list: string[]) =>
    both(
      list.map((word) => encodeURIComponent(word)),
      (word) => get(`/v1/contacts?q=${word}&limit=${LIMIT}`),
      (word) => get(`/contacts?q=${word}&limit=${LIMIT}`),
    );
  const moves = STAGES.flatMap((stage) => deals.map((deal) => ({ deal, stage })));
  const many = { connections: CONNECTIONS };
  return [
    {
      name: 'get',
      aim: 0.3,
      ...many,
      ...both(
        contacts,
        (id) => get(`/v1/contacts/${id}`),
        (id) => get(`/contacts/${id}`),
      ),
    },
    {
      name: 'list',
      aim: 0.55,
      ...many,
      ...both(
        owners,
        (owner) => get(listOf(owner)),
        (owner) => get(baselineListOf(owner)),
      ),
    },
    {
      name: 'list-page-20',
      aim: 0.55,
      ...many,
      ...both(
        deep,
        (paths) => get(paths.relata),
        (paths) => get(paths.baseline),
      ),
    },
    { name: 'search-rare', aim: 0.5, ...many, ...words(rare) },
    { name: 'search-common', aim: 0.8, ...many, ...words(common) },
    {
      name: 'create',
      aim: 0.45,
      ...many,
      relata: () => ({ method: 'POST', path: '/v1/contacts', body: newContact(companies) }),
      baseline: () => ({ method: 'POST', path: '/contacts', body: newContact(companies) }),
    },
    {
      name: 'stage',
      aim: 0.4,
      ...many,
      ...both(
        moves,
        ({ deal, stage }) => ({ method: 'PATCH', path: `/v1/deals/${deal}/stage`, body: { stage } }),
        ({ deal, stage }) => ({ method: 'PATCH', path: `/deals/${deal}/stage`, body: { stage } }),
      ),
    },
    {
      name: 'bulk-1000',
      aim: 0.5,
      connections: 2,
      relata: () => ({
        method: 'POST',
        path: '/v1/contacts/batch',
        body: { operations: newContacts(companies).map((body) => ({ op: 'create', body })) },
      }),
      baseline: () => ({ method: 'POST', path: '/contacts/bulk', body: newContacts(companies) }),
    },
  ];
}

async function subjects(databaseUrl: string): Promise<Subjects> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const column = async (sql: string) =>
    (await client.query<{ value: string }>(sql)).rows.map(({ value }) => value);
  try {
    return {
      contacts: await column(
        `SELECT id AS value FROM contact.contact WHERE deleted_at IS NULL ORDER BY md5(id::text) LIMIT 1000`,
      ),
      companies: await column(
        `SELECT id AS value FROM contact.company WHERE deleted_at IS NULL ORDER BY md5(id::text) LIMIT ${SOME}`,
      ),
      owners: await column(
        `SELECT owner_id AS value FROM contact.contact WHERE deleted_at IS NULL AND owner_id IS NOT NULL
         GROUP BY owner_id HAVING count(*) > ${LIMIT * DEEP_PAGE} ORDER BY count(*) DESC LIMIT 8`,
      ),
      deals: await column(
        `SELECT id AS value FROM deal.deal WHERE deleted_at IS NULL AND status = 'open' ORDER BY md5(id::text) LIMIT 1000`,
      ),
      rare: await column(
        `SELECT split_part(lower(email), '@', 1) AS value FROM contact.contact
         WHERE deleted_at IS NULL AND length(split_part(email, '@', 1)) > 8 ORDER BY md5(id::text) LIMIT ${SOME}`,
      ),
      common: await column(
        `SELECT value FROM (
           SELECT lower(name) AS value, count(*) AS hits FROM contact.contact, unnest(ARRAY[first_name, last_name]) AS name
           WHERE length(name) > 3 GROUP BY 1
         ) AS name ORDER BY abs(hits - ${COMMON_HITS}), value LIMIT 8`,
      ),
    };
  } finally {
    await client.end();
  }
}

interface AnyPage {
  page?: { nextCursor: string | null };
  nextCursor?: string | null;
}

/** The path of the page so many pages on. */
async function deepPage(
  { port, key }: Target,
  path: string,
  cursorOf: (page: AnyPage) => string | null | undefined,
): Promise<string> {
  const connection = new HttpConnection('127.0.0.1', port, { Authorization: `Bearer ${key}` });
  let current = path;
  for (let page = 1; page < DEEP_PAGE; page++) {
    const { status, body } = await connection.send({ method: 'GET', path: current });
    const cursor = status === 200 ? cursorOf(JSON.parse(body) as AnyPage) : undefined;
    if (!cursor) throw new Error(`${current} has no page ${page + 1}: ${status} ${body.slice(0, 200)}`);
    current = `${path}&cursor=${encodeURIComponent(cursor)}`;
  }
  connection.close();
  return current;
}

let made = 0;
const run = Date.now().toString(36);

function newContact(companies: string[]): Record<string, string> {
  made += 1;
  return {
    firstName: 'Grace',
    lastName: `Hopper ${made}`,
    email: `grace.${run}.${made}@navy.example`,
    phone: '+49 30 123456',
    title: 'Rear admiral',
    city: 'Arlington',
    leadSource: 'web',
    companyId: companies[made % companies.length] ?? '',
  };
}

function newContacts(companies: string[]): Record<string, string>[] {
  return Array.from({ length: BULK }, () => newContact(companies));
}

function inTurn<T>(list: T[]): () => T {
  if (list.length === 0) throw new Error('The data has nothing to ask for: make it larger.');
  let at = 0;
  return () => list[at++ % list.length] as T;
}
