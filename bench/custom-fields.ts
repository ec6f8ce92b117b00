import { Command } from 'commander';
import type { ListQuery, Page, RecordView } from '@relata/contracts';
import {
  eventually,
  startTestServers,
  startTestService,
  stopTestServers,
  type TestService,
} from '@relata/testing';
import { contactService } from '../apps/contact/src/contact.service-definition';
import { FieldChanges } from './field-changes';
import { manyContacts } from './many-contacts';
import { Timings, type Row } from './timings';

const TARGET_MS = 30;
/** Two per cent of all, the oldest: who goes along the newest looks for them long. */
const OLDEST = 0.98;

const say = (line: string) => void process.stdout.write(`${line}\n`);

interface Options {
  contacts: string;
  requests: string;
}

/**
 * What changes of custom fields cost those who write, and what lists by indexed ones take: `npm run bench:fields`. On a
 * Postgres of its own that does not wait for the disk.
 */
async function measure({ contacts, requests }: Options): Promise<void> {
  await startTestServers();
  const contact = await startTestService(contactService);
  try {
    const started = performance.now();
    await contact.query(
      manyContacts(
        `jsonb_build_object('score', row % 1000, 'renewal', (date '2020-01-01' + row % 3000)::text, 'age', CASE WHEN row > $1::int * ${OLDEST} THEN 'old' ELSE 'new' END)`,
      ),
      [Number(contacts)],
    );
    await contact.query('ANALYZE contact');
    say(`${contacts} contacts in ${((performance.now() - started) / 1_000).toFixed(0)} s`);
    const steps = await new FieldChanges(contact).all();
    say(`\n${FieldChanges.table(steps)}\n`);
    const rows = await lists(contact, new Timings(Number(requests), ''));
    say(`\n${Timings.table(rows)}`);
    if (steps.some(({ blocked }) => blocked > 0)) process.exitCode = 1;
  } finally {
    await contact.system.stop();
    await stopTestServers();
  }
}

/** Lists by indexed fields: first pages, and far ones. */
async function lists(contact: TestService, timings: Timings): Promise<Row[]> {
  for (const [fieldName, fieldType] of [
    ['score', 'number'],
    ['renewal', 'date'],
    ['age', 'text'],
  ] as const) {
    const body = { entityType: 'contact', fieldName, fieldType, fieldLabel: fieldName, indexed: true };
    const { id } = await contact.call<RecordView>('customFields.create', { body });
    await eventually(
      async () => {
        const field = await contact.call<{ indexState: string }>('customFields.get', { id });
        if (field.indexState !== 'ready') throw new Error(`The index is ${field.indexState}.`);
      },
      { withinMs: 600_000 },
    );
  }
  const read = (query: ListQuery) => contact.call<Page<RecordView>>('contacts.list', query);
  const by = (field: string, op: string, value: string | string[]): ListQuery => ({
    filter: [{ field: `customFields.${field}`, op, value }] as ListQuery['filter'],
  });
  const sorted = (field: string, direction: 'asc' | 'desc'): ListQuery => ({
    sort: [{ field: `customFields.${field}`, direction }],
  });
  const few = (make: (at: number) => ListQuery) => Array.from({ length: 20 }, (_, at) => make(at * 40));
  const shapes: [string, ListQuery[]][] = [
    ['one value of a number, newest first', few((at) => by('score', 'eq', String(at)))],
    ['a range of dates, newest first', few(() => by('renewal', 'between', ['2021-01-01', '2021-01-31']))],
    ['by a number', [sorted('score', 'asc'), sorted('score', 'desc')]],
    [
      'a range of numbers, by number',
      few((at) => ({ ...by('score', 'gte', String(at)), ...sorted('score', 'asc') })),
    ],
    ['some of one value, that stand at the end', [by('age', 'in', ['old', 'ancient'])]],
    ['one value, that stands at the end', [by('age', 'eq', 'old')]],
  ];
  const rows: (Row | undefined)[] = [];
  for (const [name, queries] of shapes) {
    const pages = () => Promise.all(queries.map((query) => far(read, query)));
    rows.push(
      await timings.of(
        name,
        TARGET_MS,
        async () => (await pages()).flat(),
        async (query) => void (await read(query)),
      ),
    );
  }
  return rows.filter((row) => row !== undefined);
}

/** The question, and the same for pages further on. */
async function far(
  read: (query: ListQuery) => Promise<Page<unknown>>,
  query: ListQuery,
): Promise<ListQuery[]> {
  const questions = [query];
  let cursor: string | null | undefined;
  for (let page = 0; page < 4; page++) {
    ({
      page: { nextCursor: cursor },
    } = await read({ ...query, limit: 200, ...(cursor ? { cursor } : {}) }));
    if (!cursor) break;
    questions.push({ ...query, cursor });
  }
  return questions;
}

void new Command('bench:fields')
  .option('--contacts <number>', 'how many there are', '1000000')
  .option('--requests <number>', 'of each kind', '200')
  .action(measure)
  .parseAsync();
