import { randomUUID } from 'node:crypto';
import type { ContactView, ImportErrorView, ImportOptionsRequest, ImportView, Page } from '@relata/contracts';
import { TestSystem, eventually, type TestService } from '@relata/testing';
import { contactService } from '../../apps/contact/src/contact.service-definition';
import { identityService } from '../../apps/identity/src/identity.service-definition';

let system: TestSystem;
let contact: TestService;
beforeEach(async () => {
  system = await TestSystem.start([identityService, contactService]);
  contact = system.service('contact');
});
afterEach(async () => system.stop());

async function start(mapping: ImportOptionsRequest['mapping'], csv: string): Promise<string> {
  const options = { resource: 'contacts', externalSystem: 'old', mapping };
  const { id } = await contact.call<ImportView>('imports.create', { options, fileName: 'people.csv' });
  const data = Buffer.from(csv).toString('base64');
  await contact.call('imports.append', { id, position: 0, data });
  await contact.call('imports.start', { id });
  return id;
}

const get = (id: string) => contact.call<ImportView>('imports.get', { id });
const ended = (id: string) =>
  eventually(
    async () => {
      const job = await get(id);
      expect(job.finishedAt).not.toBeNull();
      return job;
    },
    { withinMs: 25_000 },
  );

it('reports each bad row with its number, column and reason, and imports the others', async () => {
  const rows = [
    'id,mail,name,born,phase',
    '1,ada@old.example,"Lovelace, Ada",10.12.1815,New',
    '2,no mail,B,,New',
  ];
  const more = [
    '3,c@old.example,C,31.02.2020,New',
    '4,d@old.example,D,,Unheard',
    '5,ADA@old.example,Byron,,New',
    '6,f@old.example,F,,',
    '7,g@old.example,G,01.01.2999,New',
  ];
  const id = await start(
    {
      id: 'externalId',
      mail: 'email',
      name: 'fullName',
      born: { field: 'createdAt', format: 'DD.MM.YYYY' },
      phase: { field: 'leadStatus', values: { New: 'new' } },
    },
    [...rows, ...more].join('\n'),
  );
  expect(await ended(id)).toMatchObject({
    status: 'completed_with_errors',
    total: 7,
    created: 2,
    updated: 1,
    failed: 4,
  });
  const errors = await contact.call<ImportErrorView[]>('imports.errors', { id, afterRow: 0, limit: 10 });
  expect(errors.map(({ row, column }) => [row, column])).toEqual([
    [2, 'mail'],
    [3, 'born'],
    [4, 'phase'],
    [7, 'born'],
  ]);
  for (const { reason } of errors) expect(reason).toMatch(/\w{3}/);
  const { data } = await contact.call<Page<ContactView>>('contacts.list', { q: 'byron' });
  expect(data).toMatchObject([{ createdAt: '1815-12-10T00:00:00.000Z' }]);
});

it('goes on where it was when its service is stopped again and again, and does no row twice', async () => {
  const count = 3_000;
  const lines = Array.from({ length: count }, (_, index) => `${index},p${index}@old.example,Person ${index}`);
  const id = await start(
    { id: 'externalId', mail: 'email', name: 'lastName' },
    ['id,mail,name', ...lines].join('\n'),
  );
  for (let stops = 0; stops < 3; stops++) {
    const { processed } = await get(id);
    await eventually(async () =>
      expect((await get(id)).processed).toBeGreaterThan(Math.min(processed, count - 1)),
    );
    await system.stopServices();
    await system.startReplica(identityService);
    await system.startReplica(contactService);
  }
  expect(await ended(id)).toMatchObject({ status: 'completed', processed: count, created: count, failed: 0 });
  const [row] = await contact.query<{ contacts: string; events: string }>(
    `SELECT (SELECT count(*) FROM contact) AS contacts,
            (SELECT count(*) FROM event WHERE type = 'contact.created') AS events`,
  );
  expect(row).toEqual({ contacts: String(count), events: String(count) });
}, 60_000);

it('writes nothing for rows that are equal, and only what differs for the others', async () => {
  const mapping = { id: 'externalId', mail: 'email', name: 'lastName' };
  const file = (name: string) => `id,mail,name\n1,a@old.example,A\n2,b@old.example,${name}\n`;
  await ended(await start(mapping, file('B')));
  expect(await ended(await start(mapping, file('B')))).toMatchObject({
    unchanged: 2,
    updated: 0,
    created: 0,
  });
  expect(await ended(await start(mapping, file('Bb')))).toMatchObject({ unchanged: 1, updated: 1 });
  const events = await contact.query<{ type: string; after: object }>(
    `SELECT type, after FROM event WHERE record_type = 'contact' ORDER BY seq`,
  );
  expect(events.map(({ type }) => type)).toEqual(['contact.created', 'contact.created', 'contact.updated']);
  expect(events[2]!.after).toEqual({ lastName: 'Bb' });
});

it('fails as a whole, and says why, when a mapped column is not there', async () => {
  const job = await ended(await start({ mail: 'email', nowhere: 'lastName' }, 'mail\na@old.example\n'));
  expect(job).toMatchObject({
    status: 'failed',
    created: 0,
    error: expect.stringContaining('nowhere') as string,
  });
  expect((await contact.call<Page<ContactView>>('contacts.list', {})).data).toEqual([]);
  await expect(get(randomUUID())).rejects.toThrow('There is no');
});
