import { readFileSync } from 'node:fs';
import { WholeSystem, eventually, uniqueEmail } from '@relata/testing';
import { pidsOf } from './left-running';

const SERVICES = ['identity', 'contact', 'deal', 'activity', 'reporting'];
jest.setTimeout(90_000);

let relata: WholeSystem;
let pids: Map<string, number>;
beforeAll(async () => {
  relata = await WholeSystem.start({ mode: '--processes', env: { REPLICAS: '2' } });
  pids = pidsOf(relata.launched.dataDir);
});
afterAll(() => relata.stop());

/** Time on the processor so far, in ticks (proc_pid_stat(5): user and system are the 14th and 15th). */
function cpuTicks(name: string): number {
  const stat = readFileSync(`/proc/${pids.get(name)}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return Number(fields[11]) + Number(fields[12]);
}

const post = async (path: string, body: object) => (await relata.api('POST', path, body)).body;
const list = async (path: string) => (await relata.api('GET', path)).body;

it('runs two processes of every service', () => {
  const replicas = SERVICES.flatMap((service) => [`${service}-1`, `${service}-2`]);
  expect([...pids.keys()]).toEqual(expect.arrayContaining(replicas));
});

it('shows a deal’s way on the timeline and in the report within a second', async () => {
  const person = await post('/contacts', { email: uniqueEmail() });
  const { id } = await post('/deals', { name: 'Engine', contactId: person.id, amount: '100' });
  await relata.api('PATCH', `/deals/${id}/stage`, { stage: 'proposal' });
  await post(`/deals/${id}/close`, { outcome: 'won' });
  // Moved twice: to proposal, and to the closing stage.
  const types = ['contact_created', 'deal_created', 'deal_stage_changed', 'deal_stage_changed', 'deal_won'];
  await eventually(
    async () => {
      const { data } = await list(`/contacts/${person.id}/timeline`);
      expect(data.map((entry: { type: string }) => entry.type).sort()).toEqual(types);
      const [pipeline, outcomes] = [await list('/reports/pipeline'), await list('/reports/outcomes')];
      expect(pipeline.data.find((row: { stage: string }) => row.stage === 'closed_won').count).toBe(1);
      expect(outcomes.data).toMatchObject([{ won: 1 }]);
    },
    { withinMs: 1_000 },
  );
});

it('spreads requests over both, and does nothing twice', async () => {
  const before = new Map(
    ['contact-1', 'contact-2', 'deal-1', 'deal-2'].map((name) => [name, cpuTicks(name)]),
  );
  const people = await Promise.all(
    Array.from({ length: 200 }, () => post('/contacts', { email: uniqueEmail('many') })),
  );
  const deals = await Promise.all(
    people.map(async ({ id }: { id: string }) => post('/deals', { name: 'One of many', contactId: id })),
  );
  for (const [name, ticks] of before)
    expect({ name, worked: cpuTicks(name) > ticks }).toEqual({ name, worked: true });

  const told = async (type: string) =>
    (await list(`/activities?filter[type]=${type}&count=exact&limit=1`)).page.total as number;
  await eventually(
    async () => {
      // One more of each by the test before.
      expect([await told('contact_created'), await told('deal_created')]).toEqual([201, 201]);
      const { data } = await list('/reports/pipeline');
      expect(data.find((row: { stage: string }) => row.stage === 'qualification').count).toBe(deals.length);
    },
    { withinMs: 10_000 },
  );
  const { data } = await list(`/contacts/${people[7].id}/timeline`);
  expect(data.map((entry: { type: string }) => entry.type).sort()).toEqual([
    'contact_created',
    'deal_created',
  ]);
});

it('imports each row once, whichever of the two takes the job', async () => {
  const rows = Array.from({ length: 700 }, (_, index) => `R-${index},Company ${index}`);
  const form = new FormData();
  const mapping = { id: 'externalId', name: 'name' };
  form.set('options', JSON.stringify({ resource: 'companies', externalSystem: 'replicas', mapping }));
  form.set('file', new Blob([['id,name', ...rows].join('\n')]), 'companies.csv');
  const { id } = (await relata.api('POST', '/imports', form)).body as { id: string };
  await eventually(async () => expect(await list(`/imports/${id}`)).toMatchObject({ status: 'completed' }), {
    withinMs: 30_000,
  });
  expect(await list(`/imports/${id}`)).toMatchObject({ created: 700, failed: 0, processed: 700 });
  expect((await list('/companies?count=exact&limit=1')).page.total).toBe(700);
});

it('has 50 parallel equal requests with one key make one record, and answers all with the same bytes', async () => {
  const email = uniqueEmail();
  const send = async () => {
    const answer = await fetch(`${relata.url}/v1/contacts`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${relata.apiKey}`,
        'content-type': 'application/json',
        'idempotency-key': email,
      },
      body: JSON.stringify({ email }),
    });
    return `${answer.status} ${await answer.text()}`;
  };
  const answers = await Promise.all(Array.from({ length: 50 }, send));
  expect(new Set(answers).size).toBe(1);
  expect(answers[0]).toMatch(/^201 /);
  expect((await list(`/contacts?filter[email]=${email}&count=exact`)).page.total).toBe(1);
});
