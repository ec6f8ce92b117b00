import type {
  ContactView,
  DealView,
  ImportErrorView,
  ImportOptionsRequest,
  ImportView,
  Page,
} from '@relata/contracts';
import { TestSystem, errorOf, eventually, type TestService } from '@relata/testing';
import { contactService } from '../../apps/contact/src/contact.service-definition';
import { identityService } from '../../apps/identity/src/identity.service-definition';
import { dealService } from '../../apps/deal/src/deal.service-definition';

jest.setTimeout(60_000);

let system: TestSystem;
beforeEach(async () => {
  system = await TestSystem.start([identityService, contactService, dealService]);
});
afterEach(async () => system.stop());

async function ended(service: TestService, id: string): Promise<ImportView> {
  return eventually(
    async () => {
      const job = await service.call<ImportView>('imports.get', { id });
      expect(job.finishedAt).not.toBeNull();
      return job;
    },
    { withinMs: 25_000 },
  );
}

async function runImport(
  service: TestService,
  resource: ImportOptionsRequest['resource'],
  mapping: ImportOptionsRequest['mapping'],
  lines: string[],
): Promise<ImportView> {
  const options = { resource, externalSystem: 'old', mapping };
  const { id } = await service.call<ImportView>('imports.create', { options, fileName: 'rows.csv' });
  const data = Buffer.from(lines.join('\n')).toString('base64');
  await service.call('imports.append', { id, position: 0, data });
  await service.call('imports.start', { id });
  return ended(service, id);
}

const undo = async (service: TestService, id: string) =>
  ended(service, (await service.call<ImportView>('imports.undo', { id })).id);

it('deletes what was created, gives back what was changed, and leaves alone what somebody changed since', async () => {
  const contact = system.service('contact');
  await contact.call('customFields.create', {
    body: { entityType: 'contact', fieldName: 'score', fieldType: 'number', fieldLabel: 'Score' },
  });
  const known = await contact.call<ContactView>('contacts.create', {
    body: {
      email: 'ada@old.example',
      secondaryEmails: ['countess@old.example'],
      title: 'CTO',
      customFields: { score: 1 },
      externalKeys: [{ system: 'old', key: '1' }],
    },
  });
  const mapping = { id: 'externalId', mail: 'email', title: 'title', score: 'customFields.score' };
  const lines = [
    'id,mail,title,score',
    '1,countess@old.example,Dr.,5',
    '2,b@old.example,,7',
    '3,c@old.example,,',
  ];
  const first = await runImport(contact, 'contacts', mapping, lines);
  expect(first).toMatchObject({ created: 2, updated: 1, undoOf: null });
  const find = async (q: string) => (await contact.call<Page<ContactView>>('contacts.list', { q })).data;
  const [created] = await find('c@old.example');
  // What the import did not write may change; what it wrote may not.
  await contact.call('contacts.update', { id: known.id, body: { city: 'London' } });
  await contact.call('contacts.update', { id: created!.id, body: { title: 'CEO' } });

  const undone = await undo(contact, first.id);
  expect(undone).toMatchObject({
    status: 'completed_with_errors',
    undoOf: first.id,
    total: 3,
    processed: 3,
    deleted: 1,
    updated: 1,
    failed: 1,
  });
  const after = await contact.call<ContactView>('contacts.get', { id: known.id });
  const { version: _, updatedAt: __, ...rest } = known;
  expect(after).toMatchObject({ ...rest, city: 'London' });
  expect(await find('b@old.example')).toEqual([]);
  expect(await find('c@old.example')).toMatchObject([{ title: 'CEO' }]);
  const errors = await contact.call<ImportErrorView[]>('imports.errors', {
    id: undone.id,
    afterRow: 0,
    limit: 9,
  });
  expect(errors).toEqual([{ row: 2, column: null, reason: expect.stringContaining(created!.id) as string }]);
  // It is told like any other change.
  const events = await contact.query(`SELECT type FROM event WHERE request_id = $1 ORDER BY type`, [
    `import:${undone.id}`,
  ]);
  expect(events).toEqual([{ type: 'contact.deleted' }, { type: 'contact.updated' }]);

  expect(await undo(contact, first.id)).toMatchObject({ unchanged: 2, failed: 1, deleted: 0 });
  expect((await errorOf(contact.call('imports.undo', { id: undone.id }))).code).toBe('CONFLICT');
  const again = await runImport(contact, 'contacts', mapping, lines);
  expect(again).toMatchObject({ created: 1, updated: 1, unchanged: 1 });
});

it('gives a changed field back only when nobody has changed it since', async () => {
  const contact = system.service('contact');
  const { id } = await contact.call<ContactView>('contacts.create', { body: { email: 'ada@old.example' } });
  const mapping = { mail: 'email', title: 'title' };
  const job = await runImport(contact, 'contacts', mapping, ['mail,title', 'ada@old.example,Dr.']);
  await contact.call('contacts.update', { id, body: { title: 'Countess' } });
  const { id: undoId, failed } = await undo(contact, job.id);
  expect(failed).toBe(1);
  const errors = await contact.call<ImportErrorView[]>('imports.errors', {
    id: undoId,
    afterRow: 0,
    limit: 9,
  });
  expect(errors).toMatchObject([{ column: 'title' }]);
  expect(await contact.call('contacts.get', { id })).toMatchObject({ title: 'Countess' });
});

it('gives back what there was before the first of the rows that changed a record', async () => {
  const contact = system.service('contact');
  for (const fieldName of ['score', 'region'])
    await contact.call('customFields.create', {
      body: { entityType: 'contact', fieldName, fieldType: 'text', fieldLabel: fieldName },
    });
  const externalKeys = [{ system: 'old', key: '1' }];
  const known = await contact.call<ContactView>('contacts.create', {
    body: { email: 'ada@old.example', customFields: { region: 'north' }, externalKeys },
  });
  const mapping = {
    id: 'externalId',
    title: 'title',
    score: 'customFields.score',
    region: 'customFields.region',
  };
  const lines = ['id,title,score,region', '1,Dr.,5,south', '1,Prof.,7,west'];
  const job = await runImport(contact, 'contacts', mapping, lines);
  const changed = await contact.call<ContactView>('contacts.get', { id: known.id });
  expect(changed.customFields).toEqual({ score: '7', region: 'west' });
  expect(await undo(contact, job.id)).toMatchObject({ status: 'completed', updated: 1 });
  const { title, customFields } = await contact.call<ContactView>('contacts.get', { id: known.id });
  expect({ title, customFields }).toEqual({ title: null, customFields: { region: 'north' } });
});

it('takes deals back to the stage, status, amount and close date that they had', async () => {
  const deal = system.service('deal');
  const create = async (key: string, body: object) =>
    deal.call<DealView>('deals.create', {
      body: { name: key, externalKeys: [{ system: 'old', key }], ...body },
    });
  const open = await create('open', { amount: '100.00', stage: 'proposal', probability: 60 });
  const { id } = await create('won', { amount: '9' });
  const won = await deal.call<DealView>('deals.close', {
    id,
    body: { outcome: 'won', closedAt: '2024-03-01', reason: 'Price' },
  });
  const job = await runImport(
    deal,
    'deals',
    { id: 'externalId', stage: 'stage', closed: 'actualCloseDate', amount: 'amount' },
    ['id,stage,closed,amount', 'open,closed_won,2024-06-30,120', 'won,negotiation,,9.50', 'new,proposal,,'],
  );
  expect(job).toMatchObject({ updated: 2, created: 1, failed: 0 });
  expect(await undo(deal, job.id)).toMatchObject({ status: 'completed', updated: 2, deleted: 1 });
  for (const before of [open, won]) {
    const after = await deal.call<DealView>('deals.get', { id: before.id });
    expect({ ...after, version: 0, updatedAt: '' }).toEqual({ ...before, version: 0, updatedAt: '' });
  }
  const told = await deal.query<{ type: string }>(
    `SELECT type FROM event WHERE record_id = $1 AND version > $2 ORDER BY seq`,
    [open.id, open.version],
  );
  expect(told.map(({ type }) => type)).toEqual([
    'deal.updated',
    'deal.stageChanged',
    'deal.won',
    'deal.updated',
    'deal.stageChanged',
    'deal.reopened',
    'deal.updated',
  ]);
});

it('goes on where it was when its service is stopped, and takes nothing back twice', async () => {
  const contact = system.service('contact');
  const count = 1_500;
  const lines = Array.from({ length: count }, (_, index) => `${index},p${index}@old.example`);
  const job = await runImport(contact, 'contacts', { id: 'externalId', mail: 'email' }, [
    'id,mail',
    ...lines,
  ]);
  const { id } = await contact.call<ImportView>('imports.undo', { id: job.id });
  // Asked for twice, it is one job.
  expect(await contact.call('imports.undo', { id: job.id })).toMatchObject({ id });
  await eventually(async () =>
    expect((await contact.call<ImportView>('imports.get', { id })).processed).toBeGreaterThan(0),
  );
  await system.stopServices();
  await system.startReplica(identityService);
  await system.startReplica(contactService);
  expect(await ended(contact, id)).toMatchObject({ status: 'completed', total: count, deleted: count });
  const [row] = await contact.query(
    `SELECT (SELECT count(*)::int FROM contact WHERE deleted_at IS NULL) AS left,
            (SELECT count(*)::int FROM event WHERE type = 'contact.deleted') AS events`,
  );
  expect(row).toEqual({ left: 0, events: count });
});
