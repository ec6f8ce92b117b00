import { existsSync } from 'node:fs';
import { Command } from 'commander';
import type { ContactView, CrmResource, DealView, Page, RecordView } from '@relata/contracts';
import { WholeSystem } from '@relata/testing';
import { SHAPES, parametersFor, type Shape } from './list-shapes';
import { Timings, type Row } from './timings';

/** How far into a list the pages lie that are measured, of 200 rows each. */
const DEPTHS = [1, 10, 100, 500];
const SEARCHES = {
  'search: a rare word': ['schwarzworth', 'kowalford', 'ferrström', 'c-999999', 'apexpeak'],
  'search: a common word': ['maria', 'james', 'gmbh', 'manager', 'budget'],
  'search: several words': ['maria anderson', 'james sales manager', 'northgate gmbh', 'beacon pro river'],
  'search: parts of words': ['ström', 'worth', 'gate', '30 2345', 'nders', 'ma'],
};
const SLIPS = ['mraia andersn', 'schwarzwrth', 'kovalford', 'nortgaet', 'beacn', 'proposal', 'ariah'];

const say = (line: string) => void process.stdout.write(`${line}\n`);

interface Options {
  dataDir: string;
  requests: string;
  only?: string;
}

/**
 * What reading costs in a data folder that `npm run bench:generate` made: over HTTP, everything running, one request at a
 * time. `npm run bench:lists -- --data-dir .data/bench`.
 */
async function measure({ dataDir, requests, only = '' }: Options): Promise<void> {
  if (!existsSync(dataDir)) throw new Error(`There is no ${dataDir}: npm run bench:generate makes it.`);
  const limits = {
    REQUESTS_PER_MINUTE_PER_ADDRESS: '1000000',
    REQUESTS_PER_MINUTE_PER_KEY: '1000000',
    REQUESTS_PER_MINUTE_PER_USER: '1000000',
  };
  const system = await WholeSystem.start({ dataDir, env: limits });
  try {
    const reads = new Reads(system, new Timings(Number(requests), only));
    const rows = await reads.all();
    say('');
    say(Timings.table(rows));
    if (rows.some(({ p95, target }) => p95 > target)) process.exitCode = 1;
  } finally {
    await system.stop();
  }
}

/** The requests that are measured, on what the database happens to hold. */
class Reads {
  constructor(
    private readonly system: WholeSystem,
    private readonly timings: Timings,
  ) {}

  async all(): Promise<Row[]> {
    const rows: (Row | undefined)[] = [];
    const contacts = await this.some<ContactView>('contacts');
    const deals = await this.some<DealView>('deals');
    rows.push(
      await this.time(
        'get a contact',
        10,
        contacts.map(({ id }) => `/contacts/${id}`),
      ),
    );
    for (const shape of SHAPES) rows.push(await this.time(shape.name, 30, () => this.pagesOf(shape)));
    for (const [name, questions] of Object.entries(SEARCHES))
      rows.push(
        await this.time(
          name,
          80,
          questions.map((q) => `/search?q=${encodeURIComponent(q)}`),
        ),
      );
    rows.push(
      await this.time(
        'search: slips',
        400,
        SLIPS.map((q) => `/search?q=${encodeURIComponent(q)}`),
      ),
    );
    rows.push(
      await this.time(
        'q= in a list',
        80,
        Object.values(SEARCHES)
          .flat()
          .map((q) => `/contacts?q=${encodeURIComponent(q)}`),
      ),
    );
    rows.push(
      await this.time('timeline', 30, [
        ...contacts.flatMap(({ id, companyId }) => [
          `/contacts/${id}/timeline`,
          ...(companyId ? [`/companies/${companyId}/timeline`] : []),
        ]),
        ...deals.map(({ id }) => `/deals/${id}/timeline`),
      ]),
    );
    const then = encodeURIComponent(new Date(Date.now() - 180 * 86_400_000).toISOString());
    const past = (resource: CrmResource, field: string, record: RecordView) =>
      `/${resource}?asOf=${then}&filter[${field}]=${(record as unknown as Record<string, string>)[field]}`;
    rows.push(
      await this.time(
        'as of: records of an owner',
        2_000,
        contacts.map((one) => past('contacts', 'ownerId', one)),
      ),
    );
    rows.push(
      await this.time(
        'as of: deals of a pipeline',
        2_000,
        deals.map((one) => past('deals', 'pipelineId', one)),
      ),
    );
    rows.push(await this.writes(contacts, deals));
    rows.push(await this.stageChanges(deals));
    return rows.filter((row) => row !== undefined);
  }

  private writes(contacts: ContactView[], deals: DealView[]): Promise<Row | undefined> {
    const bodies: [string, (at: number) => object][] = [
      [
        '/contacts',
        (at) => ({
          firstName: 'Mira',
          lastName: 'Berg',
          email: `mira.${Date.now()}.${at}@relata.example`,
          companyId: contacts[at % contacts.length]?.companyId,
        }),
      ],
      ['/companies', (at) => ({ name: 'Northgate Ltd', domain: `northgate-${Date.now()}-${at}.example` })],
      [
        '/deals',
        (at) => ({
          name: 'Beacon for Northgate',
          amount: '1200.00',
          contactId: deals[at % deals.length]?.contactId,
        }),
      ],
      [
        '/activities',
        (at) => ({ type: 'call', subject: 'First call', contactId: contacts[at % contacts.length]?.id }),
      ],
    ];
    return this.timings.of(
      'create',
      25,
      () => Promise.resolve(bodies),
      async ([path, body], at) => {
        await this.system.post(path, body(at));
      },
    );
  }

  private stageChanges(deals: DealView[]): Promise<Row | undefined> {
    const open = deals.filter(({ status }) => status === 'open');
    return this.timings.of(
      'change the stage of a deal',
      25,
      () => Promise.resolve(open),
      async ({ id }, at) => {
        const stage = ['proposal', 'negotiation', 'needs_analysis'][Math.floor(at / open.length) % 3];
        const answer = await this.system.api('PATCH', `/deals/${id}/stage`, { stage });
        if (answer.status !== 200)
          throw new Error(`The stage was not changed: ${JSON.stringify(answer.body)}`);
      },
    );
  }

  private time(
    name: string,
    target: number,
    paths: string[] | (() => Promise<string[]>),
  ): Promise<Row | undefined> {
    const made = typeof paths === 'function' ? paths : () => Promise.resolve(paths);
    return this.timings.of(name, target, made, async (path) => void (await this.get(path)));
  }

  /** Pages at several depths, and back, for what most, some and few of the newest records have. */
  private async pagesOf(shape: Shape): Promise<string[]> {
    const counts = new Map<string, number>();
    for (const record of await this.some(shape.resource)) {
      const parameters = parametersFor(shape, record);
      if (!parameters) continue;
      const query = new URLSearchParams(parameters).toString();
      counts.set(query, (counts.get(query) ?? 0) + 1);
    }
    const ranked = [...counts].sort((one, other) => other[1] - one[1]).map(([query]) => query);
    const chosen = new Set(
      [0, Math.floor(ranked.length / 2), ranked.length - 1].map((at) => ranked[at] ?? ''),
    );
    const paths: string[] = [];
    for (const query of chosen) {
      const list = `/${shape.resource}?${query}`;
      paths.push(list);
      let cursor: string | null = null;
      for (let depth = 1; depth <= (DEPTHS.at(-1) ?? 0); depth++) {
        const at: string = cursor ? `&cursor=${cursor}` : '';
        const { page }: Page<RecordView> = await this.get(`${list}&limit=200&fields=id${at}`);
        if (DEPTHS.includes(depth) && page.nextCursor) paths.push(`${list}&cursor=${page.nextCursor}`);
        if (DEPTHS.includes(depth) && page.prevCursor) paths.push(`${list}&cursor=${page.prevCursor}`);
        cursor = page.nextCursor;
        if (!cursor) break;
      }
    }
    return paths;
  }

  /** Some records: the newest, and older ones. */
  private async some<V extends RecordView>(resource: CrmResource): Promise<V[]> {
    const pages = await Promise.all(
      ['createdAt', '-createdAt'].map((sort) => this.get<Page<V>>(`/${resource}?limit=100&sort=${sort}`)),
    );
    return pages.flatMap(({ data }) => data);
  }

  private async get<T>(path: string): Promise<T> {
    const answer = await this.system.api('GET', path);
    if (answer.status !== 200)
      throw new Error(`GET ${path} was answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    return answer.body as T;
  }
}

void new Command('bench:lists')
  .option('--data-dir <folder>', 'that bench:generate made', '.data/bench')
  .option('--requests <number>', 'of each kind', '300')
  .option('--only <text>', 'rows whose name has this')
  .action(measure)
  .parseAsync();
