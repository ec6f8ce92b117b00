import { createHash } from 'node:crypto';
import Fastify from 'fastify';
import { Pool } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { leanAsyncResources } from '@relata/platform';
import {
  CHANGE_STAGE,
  CREATE_CONTACTS,
  GET_CONTACT,
  LIST_OF_OWNER,
  NEXT_OF_OWNER,
  SEARCH,
  STAGES,
} from './statements';

interface NewContact {
  firstName?: string;
  lastName?: string;
  email?: string;
  phone?: string;
  title?: string;
  city?: string;
  leadSource?: string;
  companyId?: string;
}

const text = { type: 'string', maxLength: 255 } as const;
const newContact = {
  type: 'object',
  additionalProperties: false,
  properties: {
    firstName: text,
    lastName: text,
    email: { type: 'string', format: 'email' },
    phone: text,
    title: text,
    city: text,
    leadSource: text,
    companyId: { type: 'string', format: 'uuid' },
  },
} as const;

/**
 * The server that a good engineer writes by hand when it is to be fast: Fastify, `pg`, prepared statements, one statement a
 * write with its event. It has one key, one user, and no roles. Environment: PORT, DATABASE_URL, KEY, USER_ID.
 */
async function serve(environment: NodeJS.ProcessEnv): Promise<void> {
  const { PORT = '', DATABASE_URL = '', KEY = '', USER_ID = '' } = environment;
  const pool = new Pool({
    connectionString: DATABASE_URL,
    max: 10,
    options: '-c search_path=baseline,extensions -c timezone=UTC',
  });
  // As in the gateway: whoever knows of it would.
  leanAsyncResources();
  const users = new Map([[hashOf(KEY), USER_ID]]);
  const app = Fastify({ bodyLimit: 4 * 1024 * 1024 });
  app.addHook('onRequest', (request, reply, done) => {
    const key = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
    if (users.has(hashOf(key))) done();
    else void reply.status(401).send({ error: 'Not signed in' });
  });

  app.get<{ Params: { id: string } }>('/contacts/:id', async ({ params }, reply) => {
    const { rows } = await pool.query<object>({ name: 'get', text: GET_CONTACT, values: [params.id] });
    return rows[0] ?? reply.status(404).send({ error: 'Not found' });
  });

  app.get<{ Querystring: { ownerId?: string; q?: string; limit?: number; cursor?: string } }>(
    '/contacts',
    {
      schema: { querystring: { type: 'object', properties: { limit: { type: 'integer', maximum: 200 } } } },
    },
    async ({ query: { ownerId, q, limit = 50, cursor } }) => {
      if (q !== undefined) {
        const values = [`%${q.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`, limit];
        // Not by name: how rare a word is decides how it is best looked for.
        return page((await pool.query<Row>(SEARCH, values)).rows);
      }
      const statement = cursor
        ? {
            name: 'next',
            text: NEXT_OF_OWNER,
            values: [ownerId, limit, ...(JSON.parse(cursor) as string[])],
          }
        : { name: 'list', text: LIST_OF_OWNER, values: [ownerId, limit] };
      return page((await pool.query<Row>(statement)).rows);
    },
  );

  const create = async (contacts: NewContact[]): Promise<object[]> => {
    const rows = contacts.map((contact) => ({
      ...contact,
      id: uuidv7(),
      ownerId: USER_ID,
      eventId: uuidv7(),
      searchText: [contact.firstName, contact.lastName, contact.email, contact.phone, contact.title]
        .filter(Boolean)
        .join(' ')
        .toLowerCase(),
    }));
    return (
      await pool.query<object>({ name: 'create', text: CREATE_CONTACTS, values: [JSON.stringify(rows)] })
    ).rows;
  };
  app.post<{ Body: NewContact }>('/contacts', { schema: { body: newContact } }, async ({ body }, reply) =>
    reply.status(201).send((await create([body]))[0]),
  );
  app.post<{ Body: NewContact[] }>(
    '/contacts/bulk',
    { schema: { body: { type: 'array', maxItems: 1_000, items: newContact } } },
    ({ body }) => create(body),
  );

  app.patch<{ Params: { id: string }; Body: { stage: string } }>(
    '/deals/:id/stage',
    {
      schema: {
        body: { type: 'object', required: ['stage'], properties: { stage: { enum: Object.keys(STAGES) } } },
      },
    },
    async ({ params, body: { stage } }, reply) => {
      const { probability, status } = STAGES[stage] as (typeof STAGES)[string];
      const values = [params.id, stage, probability, status, uuidv7()];
      const { rows } = await pool.query<object>({ name: 'stage', text: CHANGE_STAGE, values });
      return rows[0] ?? reply.status(404).send({ error: 'Not found' });
    },
  );
  await app.listen({ port: Number(PORT), host: '127.0.0.1' });
}

interface Row {
  id: string;
  $createdAt: string;
}

function page(rows: Row[]): object {
  const last = rows.at(-1);
  return {
    data: rows.map(({ $createdAt: _, ...row }) => row),
    nextCursor: last ? JSON.stringify([last.$createdAt, last.id]) : null,
  };
}

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

void serve(process.env);
