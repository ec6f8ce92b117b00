import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DealView, ExportView, OutcomesReportView, Page } from '@relata/contracts';
import { RecordStore } from '@relata/database';
import { GatewayConfig, readConfig } from '@relata/platform';
import { TestSystem, eventually, unique, uniqueEmail } from '@relata/testing';
import { contactService } from '../../apps/contact/src/contact.service-definition';
import { dealService } from '../../apps/deal/src/deal.service-definition';
import { ProblemFilter } from '../../apps/gateway/src/http/problem.filter';
import { createGateway } from '../../apps/gateway/src/start-gateway';
import { identityService } from '../../apps/identity/src/identity.service-definition';
import { reportingService } from '../../apps/reporting/src/reporting.service-definition';
import { found, proveAll, prototypeOf, replace, type Weakness } from './weakness';

jest.setTimeout(60_000);

interface Csv {
  stringify: (rows: unknown[], options: object) => string;
}
interface Grouping {
  groupingOf: (groupBy: string | undefined, parameters: object) => object;
}

// Modules whose functions no prototype leads to: as they are, but for the time of their bugs.
jest.mock('csv-stringify/sync', () => ({ ...jest.requireActual<object>('csv-stringify/sync') }));
jest.mock('../../apps/reporting/src/outcomes-report/grouping', () => ({
  ...jest.requireActual<object>('../../apps/reporting/src/outcomes-report/grouping'),
}));
const csv = jest.requireMock<Csv>('csv-stringify/sync');
const grouping = jest.requireMock<Grouping>('../../apps/reporting/src/outcomes-report/grouping');

let system: TestSystem;
let gateway: NestFastifyApplication;
beforeAll(async () => {
  system = await TestSystem.start([identityService, contactService, dealService, reportingService]);
  const config = readConfig(GatewayConfig, { NATS_URL: system.natsUrlOf('gateway'), LOG_LEVEL: 'silent' });
  gateway = await createGateway(config);
  await gateway.init();
  await gateway.getHttpAdapter().getInstance().ready();
});
afterAll(async () => {
  await gateway.close();
  await system.stop();
});

const call = <T>(service: 'contact' | 'deal' | 'reporting', verb: string, payload: object) =>
  system.service(service).call<T>(verb, payload, { writes: true });
const FORMULA = '=HYPERLINK("http://evil.example")';

async function exported(department: string): Promise<string> {
  const plan = {
    resource: 'contacts',
    format: 'csv',
    query: { filter: [{ field: 'department', op: 'eq', value: department }] },
    fields: ['title'],
  };
  const { id } = await call<ExportView>('contact', 'exports.create', { body: plan });
  const chunk = await eventually(() =>
    call<{ data: string }>('contact', 'exports.chunk', { id, position: 0 }),
  );
  return Buffer.from(chunk.data, 'base64').toString();
}

/** Merges as many a helper of that name does: a member called `__proto__` leads out of the object. */
function mergeNaively(target: Record<string, unknown>, source: Record<string, unknown>): object {
  for (const [name, value] of Object.entries(source)) {
    const known = target[name];
    if (typeof value === 'object' && value !== null && typeof known === 'object' && known !== null)
      mergeNaively(known as Record<string, unknown>, value as Record<string, unknown>);
    else target[name] = value;
  }
  return target;
}

interface Unchecked {
  withCheckedCustomFields(manager: unknown, before: object, changes: { set: object }[]): Promise<unknown>;
}

const WEAKNESSES: Weakness[] = [
  {
    name: 'SQL in the name of a field',
    async probe() {
      const field = '(SELECT usename FROM pg_user LIMIT 1)';
      await call('deal', 'deals.create', { body: { name: unique('Deal') } });
      const answer = await call<Page<DealView>>('deal', 'deals.list', {
        sort: [{ field, direction: 'asc' }],
      }).catch(() => null);
      return answer?.data ?? [];
    },
    // A list that takes for SQL what it does not know.
    seed: () =>
      replace(
        Map.prototype as Map<unknown, unknown>,
        'get',
        (get) =>
          function (this: Map<unknown, unknown>, name) {
            const known = get.call(this, name);
            const isFields = known === undefined && get.call(this, 'createdAt') !== undefined;
            return isFields ? { name, expression: name, type: 'text', nullable: true } : known;
          },
      ),
  },
  {
    name: 'SQL in a grouping',
    async probe() {
      const { id } = await call<DealView>('deal', 'deals.create', { body: { name: unique('Deal') } });
      await call('deal', 'deals.close', { id, body: { outcome: 'won' } });
      await eventually(async () => {
        const { data } = await call<OutcomesReportView>('reporting', 'reports.outcomes', {});
        if (data.length === 0) throw new Error('Reporting has not heard of the deal yet.');
      });
      const groupBy = `(SELECT string_agg(usename, ',') FROM pg_user)`;
      const answer = await call<OutcomesReportView>('reporting', 'reports.outcomes', { groupBy }).catch(
        () => null,
      );
      return answer?.data ?? [];
    },
    seed: () =>
      replace(grouping, 'groupingOf', (groupingOf) => {
        return (groupBy, parameters) =>
          groupBy === undefined
            ? groupingOf(groupBy, parameters)
            : { key: groupBy, label: groupBy, joins: '', order: 'key', fields: [] };
      }),
  },
  {
    name: 'pollution by custom fields',
    async probe() {
      const { id } = await call<DealView>('deal', 'deals.create', { body: { name: unique('Deal') } });
      const body: unknown = JSON.parse('{ "customFields": { "__proto__": { "polluted": "yes" } } }');
      await call('deal', 'deals.update', { id, body }).catch(() => null);
      const polluted = ({} as { polluted?: string }).polluted;
      delete (Object.prototype as { polluted?: string }).polluted;
      return found(polluted !== undefined, 'prototype');
    },
    seed: () =>
      replace(prototypeOf(RecordStore) as unknown as Unchecked, 'withCheckedCustomFields', () => {
        return (_, __, changes) =>
          Promise.resolve(
            changes.map((change) => ({
              ...change,
              set: mergeNaively({ customFields: {} }, { ...change.set }),
            })),
          );
      }),
  },
  {
    name: 'formulas in CSV',
    async probe() {
      const department = unique('department');
      const body = { email: uniqueEmail(), department, title: FORMULA };
      await call('contact', 'contacts.create', { body });
      const [, line = ''] = (await exported(department)).split('\n');
      const cell = line.slice(line.indexOf(',') + 1).replace(/^"/, '');
      return found(cell.startsWith('='), cell);
    },
    seed: () =>
      replace(csv, 'stringify', (stringify) => {
        return (rows, options) => stringify(rows, { ...options, escape_formulas: false });
      }),
  },
  {
    name: 'versions and insides in answers',
    async probe() {
      const urls = ['/v1/nowhere', '/v1/contacts', '/v1/contacts/%00', '/nowhere', '/livez'];
      const answers = await Promise.all(urls.map((url) => gateway.inject({ url })));
      const broken = { method: 'POST', url: '/v1/sessions', payload: '{' } as const;
      answers.push(await gateway.inject({ ...broken, headers: { 'content-type': 'application/json' } }));
      return answers.flatMap(({ headers, body }) => {
        const text = JSON.stringify({ ...headers, date: '' }) + body;
        return found(/fastify|nestjs|express|node_modules|x-powered-by|\bat .+:\d+:\d+/i.test(text), text);
      });
    },
    seed: () =>
      replace(
        prototypeOf(ProblemFilter) as unknown as { problemOf(error: unknown): { problem: object } },
        'problemOf',
        (problemOf) =>
          function (this: ProblemFilter, error) {
            const answer = problemOf.call(this as never, error);
            return { ...answer, problem: { ...answer.problem, stack: (error as Error).stack } };
          },
      ),
  },
];

proveAll(WEAKNESSES);
