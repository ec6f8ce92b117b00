import { randomUUID } from 'node:crypto';
import type {
  CompanyView,
  ContactView,
  DealView,
  EventEnvelope,
  HistoryEntryView,
  Page,
  PipelineWithStagesView,
} from '@relata/contracts';
import {
  TestSystem,
  errorOf,
  eventually,
  outcomesOf,
  unique,
  uniqueEmail,
  type TestService,
} from '@relata/testing';
import { contactService } from '../../../contact/src/contact.service-definition';
import { dealService } from '../deal.service-definition';

let system: TestSystem;
let deal: TestService;
let contact: TestService;
beforeAll(async () => {
  system = await TestSystem.start([contactService, dealService], { TIME_ZONE: 'Europe/Berlin' });
  deal = system.service('deal');
  contact = system.service('contact');
});
afterAll(async () => system.stop());

const create = (body: Record<string, unknown> = {}) =>
  deal.call<DealView>('deals.create', { body: { name: unique('Deal'), ...body } });
const get = (id: string) => deal.call<DealView>('deals.get', { id });
const move = (id: string, stage: string) => deal.call<DealView>('deals.changeStage', { id, body: { stage } });
const close = (id: string, body: Record<string, unknown>) => deal.call<DealView>('deals.close', { id, body });
const person = () => contact.call<ContactView>('contacts.create', { body: { email: uniqueEmail() } });
const eventsOf = async (id: string): Promise<EventEnvelope[]> =>
  (await system.published('DEAL')).filter((event) => event.subject === id);

it('takes a contact that was brought back before the event of that has come', async () => {
  const { id } = await person();
  const copy = async (state: string) =>
    expect(
      await deal.query(`SELECT 1 FROM reference WHERE id = $1 AND deleted_at ${state}`, [id]),
    ).toHaveLength(1);
  await eventually(() => copy('IS NULL'));
  await create({ contactId: id });
  await contact.call('contacts.remove', { id });
  await eventually(() => copy('IS NOT NULL'));
  await contact.query(
    `UPDATE lease SET holder = 'stalled', expires_at = now() + interval '1 hour' WHERE name = 'relay'`,
  );
  await contact.call('contacts.restore', { id });
  expect(await create({ contactId: id })).toMatchObject({ contactId: id });
  await contact.query(`UPDATE lease SET expires_at = now() WHERE name = 'relay'`);
});

it('knows nothing by what it only rehearsed', async () => {
  await contact.query(
    `UPDATE lease SET holder = 'stalled', expires_at = now() + interval '1 hour' WHERE name = 'relay'`,
  );
  const { id } = await person();
  const context = { requestId: randomUUID(), principal: system.principal, dryRun: true };
  const body = { name: unique('Deal'), contactId: id };
  await deal.call('deals.create', { body }, { writes: true, context });
  expect(await deal.query('SELECT 1 FROM reference WHERE id = $1', [id])).toHaveLength(0);
  expect(await create(body)).toMatchObject({ contactId: id });
  await contact.query(`UPDATE lease SET expires_at = now() WHERE name = 'relay'`);
});

describe('stages', () => {
  it('begins with the default pipeline', async () => {
    const { data } = await deal.call<Page<PipelineWithStagesView>>('pipelines.list');
    expect(data).toHaveLength(1);
    expect(data[0]).toMatchObject({ isDefault: true });
    expect(data[0]!.stages.map((stage) => stage.key)).toEqual([
      'qualification',
      'needs_analysis',
      'proposal',
      'negotiation',
      'closed_won',
      'closed_lost',
    ]);
  });

  it('publishes stageChanged with from, to and the deal, then won, with contiguous versions', async () => {
    const made = await create({ amount: '1000', currency: 'EUR' });
    await move(made.id, 'proposal');
    const won = await close(made.id, { outcome: 'won', reason: 'price' });
    expect(won).toMatchObject({
      stage: 'closed_won',
      status: 'won',
      version: 4,
      weightedAmount: '1000',
      wonReason: 'price',
    });
    const events = await eventually(async () => {
      const found = await eventsOf(made.id);
      expect(found).toHaveLength(4);
      return found;
    });
    expect(events.map((event) => [event.type, event.recordversion])).toEqual([
      ['deal.created', 1],
      ['deal.stageChanged', 2],
      ['deal.stageChanged', 3],
      ['deal.won', 4],
    ]);
    expect(events[1]!.data).toMatchObject({
      from: 'qualification',
      to: 'proposal',
      deal: { id: made.id, stage: 'proposal', amount: '1000', currency: 'EUR', weightedAmount: '500' },
    });
    // No event shows a deal in a won stage that is still open.
    for (const event of events.slice(2))
      expect(event.data).toMatchObject({ deal: { stage: 'closed_won', status: 'won' } });
  });

  it('keeps before, after and actor of each change', async () => {
    const { id } = await create({ amount: '5' });
    await deal.call('deals.update', { id, body: { amount: '0' } });
    await move(id, 'negotiation');
    const { data } = await deal.call<Page<HistoryEntryView>>('history.list', {
      recordType: 'deal',
      id,
      limit: 10,
    });
    expect(data.map((entry) => entry.type)).toEqual(['deal.stageChanged', 'deal.updated', 'deal.created']);
    expect(data[1]!.changes).toEqual(
      expect.arrayContaining([
        { field: 'amount', before: '5', after: '0' },
        { field: 'weightedAmount', before: '0.5', after: '0' },
      ]),
    );
    expect(data[0]!.changes).toContainEqual({
      field: 'stage',
      before: 'qualification',
      after: 'negotiation',
    });
    for (const entry of data)
      expect(entry).toMatchObject({ actorId: system.principal.id, actorName: system.principal.name });
  });

  it('leaves the row, its status and its events in agreement under parallel commands', async () => {
    const { id } = await create();
    const commands = Array.from({ length: 24 }, (_, index) =>
      [
        () => move(id, 'closed_won'),
        () => move(id, 'proposal'),
        () => close(id, { outcome: 'lost' }),
        () => deal.call('deals.reopen', { id, body: {} }),
      ][index % 4]!(),
    );
    const { errors } = await outcomesOf<unknown>(commands);
    for (const error of errors) expect(error.code).toBe('CONFLICT');
    const view = await get(id);
    const events = await deal.query<{ version: number; after: Record<string, unknown> }>(
      'SELECT version, after FROM event WHERE record_id = $1 ORDER BY seq',
      [id],
    );
    expect(events.map((event) => event.version)).toEqual(events.map((_, index) => index + 1));
    expect(view.version).toBe(events.length);
    const replayed = Object.assign({}, ...events.map((event) => event.after)) as DealView;
    expect(view).toMatchObject({ stage: replayed.stage, status: replayed.status });
    const disagreeing = await deal.query(
      `SELECT 1 FROM deal d JOIN stage s ON s.id = d.stage_id WHERE s.kind <> d.status OR s.key <> d.stage`,
    );
    expect(disagreeing).toHaveLength(0);
  });

  it('reads a close date in the installation’s time zone', async () => {
    const { id } = await create();
    expect(await close(id, { outcome: 'won', closedAt: '2017-06-30T22:30:00Z' })).toMatchObject({
      actualCloseDate: '2017-07-01',
    });
    const events = await eventually(async () => {
      const found = (await eventsOf(id)).filter((event) => event.type === 'deal.won');
      expect(found).toHaveLength(1);
      return found;
    });
    expect(events[0]!.time).toBe('2017-06-30T22:30:00.000Z');
  });

  it('refuses to remove a stage or pipeline that has deals', async () => {
    const made = await create();
    expect(
      await errorOf(deal.call('pipelines.removeStage', { id: made.pipelineId, stageId: made.stageId })),
    ).toMatchObject({ code: 'CONFLICT' });
    expect(await errorOf(deal.call('pipelines.remove', { id: made.pipelineId }))).toMatchObject({
      code: 'CONFLICT',
    });
  });
});

describe('contacts and companies', () => {
  it('can be named at once, though their event has not arrived', async () => {
    const made = await Promise.all(
      Array.from({ length: 10 }, async () => {
        const [one, company] = await Promise.all([
          person(),
          contact.call<CompanyView>('companies.create', { body: { name: unique('Acme') } }),
        ]);
        const view = await create({ contactId: one.id, companyId: company.id });
        return [view.contactId === one.id, view.companyId === company.id];
      }),
    );
    expect(made.flat()).toEqual(Array(20).fill(true));
  });

  it('are refused when they are unknown or deleted, naming the field', async () => {
    const gone = await person();
    await contact.call('contacts.remove', { id: gone.id });
    await eventually(async () =>
      expect(
        await deal.query('SELECT 1 FROM reference WHERE id = $1 AND deleted_at IS NOT NULL', [gone.id]),
      ).toHaveLength(1),
    );
    for (const contactId of [gone.id, randomUUID()])
      expect(await errorOf(create({ contactId }))).toMatchObject({
        code: 'UNKNOWN_REFERENCE',
        details: { errors: [{ pointer: '/contactId' }] },
      });
  });

  it('trap 4: are followed through a merge: the deals move to the survivor, deleted ones too', async () => {
    const [survivor, duplicate] = [await person(), await person()];
    const live = await create({ contactId: duplicate.id });
    const deleted = await create({ contactId: duplicate.id });
    await deal.call('deals.remove', { id: deleted.id });
    await contact.call('contacts.merge', { id: survivor.id, body: { duplicateIds: [duplicate.id] } });
    await eventually(async () =>
      expect(await get(live.id)).toMatchObject({ contactId: survivor.id, version: 2 }),
    );
    expect(await deal.call('deals.restore', { id: deleted.id })).toMatchObject({ contactId: survivor.id });
    const events = await eventually(async () => {
      const found = await eventsOf(live.id);
      expect(found).toHaveLength(2);
      return found;
    });
    const absorbed = (await system.published('CONTACT')).find(
      (event) => event.type === 'contact.absorbed' && event.subject === duplicate.id,
    );
    expect(events[1]).toMatchObject({ actorname: 'system', causationid: absorbed!.id });
  });

  it('are those of the survivor for a deal that names a merged contact afterwards', async () => {
    const [survivor, middle, duplicate] = [await person(), await person(), await person()];
    await contact.call('contacts.merge', { id: middle.id, body: { duplicateIds: [duplicate.id] } });
    await contact.call('contacts.merge', { id: survivor.id, body: { duplicateIds: [middle.id] } });
    const made = await create({ contactId: duplicate.id });
    await eventually(async () => expect(await get(made.id)).toMatchObject({ contactId: survivor.id }));
  });

  it('are not seen to be merged before the survivor is known', async () => {
    const [survivor, middle, duplicate] = [await person(), await person(), await person()];
    await contact.call('contacts.merge', { id: middle.id, body: { duplicateIds: [duplicate.id] } });
    await contact.call('contacts.merge', { id: survivor.id, body: { duplicateIds: [middle.id] } });
    await system.effectsDone();
    const ids = [survivor.id, middle.id, duplicate.id];
    await deal.query('DELETE FROM reference WHERE id = ANY($1::uuid[])', [ids]);
    await deal.query(`
      CREATE FUNCTION require_survivor() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF NEW.merged_into_id IS NOT NULL AND NOT EXISTS (SELECT FROM reference WHERE id = NEW.merged_into_id)
        THEN RAISE 'merged into what is not known'; END IF;
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER require_survivor AFTER INSERT OR UPDATE ON reference
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_survivor()`);
    try {
      expect(await create({ contactId: duplicate.id })).toMatchObject({ contactId: survivor.id });
    } finally {
      await deal.query('DROP FUNCTION require_survivor CASCADE');
    }
  });

  it('end with the survivor for every deal that is written while the merge arrives', async () => {
    for (let round = 0; round < 8; round++) {
      const [survivor, duplicate] = [await person(), await person()];
      const merging = contact.call('contacts.merge', {
        id: survivor.id,
        body: { duplicateIds: [duplicate.id] },
      });
      const made = await Promise.all(Array.from({ length: 12 }, () => create({ contactId: duplicate.id })));
      await merging;
      await eventually(async () => {
        const rows = await deal.query('SELECT DISTINCT contact_id FROM deal WHERE id = ANY($1::uuid[])', [
          made.map(({ id }) => id),
        ]);
        expect(rows).toEqual([{ contact_id: survivor.id }]);
      });
    }
  });
});
