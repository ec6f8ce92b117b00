import { createHash } from 'node:crypto';
import {
  EVENT_STREAMS,
  EVENT_TYPES,
  type ContactView,
  type CreatedApiKeyView,
  type EventType,
  type ExportView,
  type PipelineWithStagesView,
  type RecordView,
  type ServiceName,
} from '@relata/contracts';
import { TestSystem, errorOf, eventChecker, eventually, unique, uniqueEmail } from '@relata/testing';
import { activityService } from '../apps/activity/src/activity.service-definition';
import { contactService } from '../apps/contact/src/contact.service-definition';
import { dealService } from '../apps/deal/src/deal.service-definition';
import { identityService } from '../apps/identity/src/identity.service-definition';

jest.setTimeout(120_000);

let system: TestSystem;
beforeAll(async () => {
  system = await TestSystem.start([identityService, contactService, dealService, activityService]);
});
afterAll(() => system.stop());

/** Requests of one noun to the service that owns it. */
function requests(service: ServiceName, noun: string) {
  const call = <T = RecordView>(verb: string, payload: object) =>
    system.service(service).call<T>(`${noun}.${verb}`, payload, { writes: true });
  const create = <T = RecordView>(body: object) => call<T>('create', { body });
  const update = (id: string, body: object) => call('update', { id, body });
  return { call, create, update };
}

/** Makes, changes, removes and brings back a record; it lives afterwards. */
async function live(service: ServiceName, noun: string, body: object, change: object): Promise<RecordView> {
  const { call, create, update } = requests(service, noun);
  const { id } = await create(body);
  await update(id, change);
  await call('remove', { id });
  return call('restore', { id });
}

/** A record of every type with every member that can be set, and everything that can happen to it. */
async function doEverything(): Promise<void> {
  const team = await live('identity', 'teams', { name: unique('Team') }, { name: unique('Team') });
  const user = await live(
    'identity',
    'users',
    { name: 'Anna', email: uniqueEmail(), teamId: team.id },
    { name: 'Anna Weber' },
  );
  await live(
    'identity',
    'roles',
    { name: unique('Role'), permissions: { deal: { read: 'team' } } },
    { fields: { deal: { amount: 'hidden' } } },
  );
  const apiKeys = requests('identity', 'apiKeys');
  const key = await apiKeys.create<CreatedApiKeyView>({
    name: 'Invoicing',
    userId: user.id,
    expiresAt: '2099-01-01T00:00:00Z',
  });
  const used = { keyHash: createHash('sha256').update(key.key).digest('hex'), address: '192.0.2.1' };
  await requests('identity', 'credentials').call('ofKey', used);
  await apiKeys.call('remove', { id: key.id });

  const login = { email: uniqueEmail(), password: 'a long password' };
  await requests('identity', 'users').create({ name: 'Anna', ...login });
  const signIn = (body: object) =>
    requests('identity', 'sessions').call('create', { body, device: 'test', address: '192.0.2.1' });
  const session = await signIn(login);
  await errorOf(signIn({ ...login, password: 'another' }));
  await requests('identity', 'sessions').call('end', { id: session.id });

  const owned = { ownerId: user.id, externalKeys: [{ system: 'hubspot', key: unique('key') }] };
  const company = await live(
    'contact',
    'companies',
    {
      name: 'Engines',
      domain: `${unique('d')}.example`,
      employeeCount: 12,
      annualRevenue: '12.50',
      phone: '+442079460958',
      ...owned,
    },
    { city: 'London', employeeCount: null },
  );
  const contact = await live(
    'contact',
    'contacts',
    { firstName: 'Ada', email: uniqueEmail(), mobile: '+442079460991', companyId: company.id, ...owned },
    { title: 'Head of Computing', firstName: null },
  );
  const duplicate = await requests('contact', 'contacts').create<ContactView>({ email: uniqueEmail() });

  await doDeals(contact, company);
  const about = { contactId: contact.id, companyId: company.id };
  await live(
    'activity',
    'activities',
    { type: 'call', subject: 'Call', duration: 5, ...about },
    { duration: null },
  );
  const task = await live(
    'activity',
    'tasks',
    { title: 'Call back', dueDate: '2026-12-01T09:00:00Z', assignedToId: user.id, contactId: duplicate.id },
    { priority: 'high' },
  );
  await requests('activity', 'tasks').call('complete', { id: task.id });
  await requests('contact', 'contacts').call('merge', {
    id: contact.id,
    body: { duplicateIds: [duplicate.id] },
  });
}

async function doDeals(contact: RecordView, company: RecordView): Promise<void> {
  const { call } = requests('deal', 'deals');
  const { id } = await live(
    'deal',
    'deals',
    {
      name: 'Engine',
      amount: '12000',
      contactId: contact.id,
      companyId: company.id,
      expectedCloseDate: '2026-12-31',
    },
    { amount: null },
  );
  await call('changeStage', { id, body: { stage: 'proposal' } });
  await call('close', { id, body: { outcome: 'won', reason: 'Price' } });
  await call('reopen', { id, body: {} });
  await call('close', { id, body: { outcome: 'lost' } });

  const pipelines = requests('deal', 'pipelines');
  const stage = (key: string, kind: string, probability: number) => ({ key, label: key, probability, kind });
  const pipeline = await pipelines.create<PipelineWithStagesView>({
    name: unique('Pipeline'),
    stages: [
      stage('new', 'open', 10),
      stage('asked', 'open', 20),
      stage('won', 'won', 100),
      stage('lost', 'lost', 0),
    ],
  });
  const stageId = pipeline.stages[1]!.id;
  await pipelines.call('updateStage', { id: pipeline.id, stageId, body: { label: 'Asked for' } });
  await pipelines.call('removeStage', { id: pipeline.id, stageId });
  await pipelines.update(pipeline.id, { name: unique('Pipeline') });
  await pipelines.call('remove', { id: pipeline.id });
}

async function doExports(): Promise<void> {
  const resources = { contact: 'contacts', deal: 'deals', activity: 'tasks' } as const;
  for (const [service, resource] of Object.entries(resources) as [keyof typeof resources, string][]) {
    const { call, create } = requests(service, 'exports');
    const { id } = await create({ resource, format: 'csv', query: {}, fields: null });
    await eventually(async () =>
      expect(await call<ExportView>('get', { id })).toMatchObject({ status: 'completed' }),
    );
    await call('remove', { id });
  }
}

async function doViews(): Promise<void> {
  const resources = { contact: 'companies', deal: 'deals', activity: 'tasks' } as const;
  const blank = { visibility: 'private', filter: null, sort: [], fields: [], include: [], q: null };
  for (const [service, resource] of Object.entries(resources) as [keyof typeof resources, string][])
    await live(service, 'views', { ...blank, resource, name: 'New' }, { visibility: 'shared' });
}

/** A batch across services, and one whose part the deal service cannot do. */
async function doBatches(): Promise<void> {
  const deal = system.service('deal');
  const operations = [
    { op: 'create', resource: 'companies', index: 0, body: { name: 'Acme' } },
    { op: 'create', resource: 'deals', index: 1, body: { name: 'Engine' } },
  ];
  const run = () => system.service('contact').call('batches.across', { operations }, { writes: true });
  await run();
  await deal.query('ALTER TABLE batch_part ADD CONSTRAINT no_more CHECK (false) NOT VALID');
  expect((await errorOf(run())).code).toBe('INTERNAL');
  await deal.query('ALTER TABLE batch_part DROP CONSTRAINT no_more');
}

async function doCustomFields(): Promise<void> {
  const owners = {
    contact: 'contact',
    company: 'contact',
    deal: 'deal',
    activity: 'activity',
    task: 'activity',
  } as const;
  for (const [entityType, service] of Object.entries(owners)) {
    const { call, create, update } = requests(service, 'customFields');
    const options = [{ value: 'a', label: 'A' }];
    const { id } = await create({
      entityType,
      fieldName: 'grade',
      fieldType: 'select',
      fieldLabel: 'Grade',
      options,
    });
    await update(id, { fieldLabel: 'Category' });
    if (entityType === 'contact')
      await requests('contact', 'contacts').create({ email: uniqueEmail(), customFields: { grade: 'a' } });
    await call('remove', { id });
  }
}

/** Waits until the services have written every type and the relays have published all. */
async function untilPublished(): Promise<void> {
  await eventually(
    async () => {
      const written = new Set<EventType>();
      for (const service of system.services.values()) {
        const rows = await service.query<{ type: EventType }>('SELECT DISTINCT type FROM event');
        rows.forEach(({ type }) => written.add(type));
        expect(await service.query('SELECT 1 FROM unpublished')).toEqual([]);
      }
      expect(EVENT_TYPES.filter((type) => !written.has(type))).toEqual([]);
    },
    { withinMs: 60_000 },
  );
}

it('holds for an event of every type, as the services publish it', async () => {
  await doEverything();
  await doExports();
  await doViews();
  await doBatches();
  await doCustomFields();
  await untilPublished();
  const streams = await Promise.all(Object.keys(EVENT_STREAMS).map((stream) => system.published(stream)));
  const events = streams.flat();
  const problemsOf = eventChecker();
  expect(events.flatMap(problemsOf)).toEqual([]);
  expect(new Set(events.map((event) => event.type))).toEqual(new Set(EVENT_TYPES));
});
