import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import type { BatchAcrossAnswer, BatchPartPayload, ContactView, DealView } from '@relata/contracts';
import { errorOf, eventually, unique, uniqueEmail } from '@relata/testing';
import {
  BatchStage,
  company,
  countOf,
  eventsOf,
  held,
  person,
  sale,
  task,
  typesOf,
  untilPartWaits,
  update,
  type Operation,
} from './batch-stage';

jest.setTimeout(60_000);

let stage: BatchStage;
beforeAll(async () => {
  stage = await BatchStage.set();
});
afterAll(() => stage.clear());

describe('a part that fails', () => {
  it('has the others taken back: what was made, changed, deleted and restored', async () => {
    const [changed, gone, back] = [
      await stage.createContact({ title: 'Dr', tags: ['vip'], customFields: {} }),
      await stage.createContact(),
      await stage.createContact(),
    ];
    await stage.contact.call('contacts.remove', { id: back.id });
    const made = uniqueEmail();
    const { id, requestId } = await stage.failing([
      company(),
      person({ email: made }),
      update('contacts', changed.id, { title: 'Prof', email: uniqueEmail(), tags: [] }),
      { op: 'delete', resource: 'contacts', id: gone.id },
      { op: 'restore', resource: 'contacts', id: back.id },
    ]);
    const { version, updatedAt, ...former } = changed;
    expect(await stage.getContact(changed.id)).toMatchObject({ ...former, version: 3 });
    expect([version, updatedAt]).toBeDefined();
    expect(await stage.getContact(gone.id)).toMatchObject({ version: 3, email: gone.email });
    expect((await errorOf(stage.getContact(back.id))).code).toBe('NOT_FOUND');
    expect(await typesOf(stage.contact, back.id)).toEqual([
      'contact.created',
      'contact.deleted',
      'contact.restored',
      'contact.deleted',
    ]);
    const [row] = await stage.contact.query<{ id: string; deleted: boolean }>(
      'SELECT id, deleted_at IS NOT NULL AS deleted FROM contact WHERE email = $1',
      [made],
    );
    expect(row!.deleted).toBe(true);
    const events = await eventsOf(stage.contact, id);
    expect(events).toMatchObject([
      { type: 'batch.created', request: requestId, actor: 'Anna Test' },
      { type: 'batch.reverted', request: requestId, actor: 'system' },
    ]);
    expect((await eventsOf(stage.contact, row!.id)).at(-1)).toMatchObject({
      type: 'contact.deleted',
      version: 2,
      request: requestId,
      actor: 'system',
      causation: events[1]!.id,
    });
    // Its values are free again.
    await stage.createContact({ email: made });
  });

  it('keeps what others have written since, field by field', async () => {
    const ada = await stage.createContact({
      title: 'Dr',
      department: 'Sales',
      phone: '+49 30 901820',
      city: 'Ulm',
    });
    await stage.failing(
      [
        update('contacts', ada.id, {
          title: 'Prof',
          department: 'Law',
          phone: '+49 30 901821',
          city: 'Bonn',
        }),
      ],
      () =>
        // The number is the same to machines; the former one would not be.
        stage.contact.call('contacts.update', {
          id: ada.id,
          body: { title: 'Emeritus', phone: '+4930901821' },
        }),
    );
    expect(await stage.getContact(ada.id)).toMatchObject({
      version: 4,
      title: 'Emeritus',
      department: 'Sales',
      city: 'Ulm',
      phone: '+4930901821',
      phoneE164: '+4930901821',
    });
  });

  it('takes back what it made though others have changed it, and keeps what others were merged into', async () => {
    const [edited, survivor] = [uniqueEmail(), uniqueEmail()];
    const other = await stage.createContact();
    const idOf = async (email: string) =>
      (await stage.contact.query<{ id: string }>('SELECT id FROM contact WHERE email = $1', [email]))[0]!.id;
    await stage.failing(
      [company(), person({ email: edited }), { ...person({ email: survivor }), ref: 'eve' }],
      async () => {
        await stage.contact.call('contacts.update', { id: await idOf(edited), body: { title: 'Dr' } });
        await stage.contact.call('contacts.merge', {
          id: await idOf(survivor),
          body: { duplicateIds: [other.id] },
        });
      },
    );
    expect((await errorOf(stage.getContact(await idOf(edited)))).code).toBe('NOT_FOUND');
    const restored = await stage.contact.call<ContactView>('contacts.restore', { id: await idOf(edited) });
    expect(restored.title).toBe('Dr');
    expect((await stage.getContact(other.id)).id).toBe(await idOf(survivor));
  });

  it('keeps for itself what it gave up, until it is decided', async () => {
    const [first, gone] = [await stage.createContact(), await stage.createContact()];
    const operations: Operation[] = [
      update('contacts', first.id, { email: uniqueEmail() }),
      { op: 'delete', resource: 'contacts', id: gone.id },
    ];
    await stage.failing(operations, async () => {
      for (const { email } of [first, gone]) {
        const error = await errorOf(stage.createContact({ email }));
        expect(error.code).toBe('DUPLICATE');
        expect(error.details.existingId).toBeUndefined();
      }
    });
    expect((await stage.getContact(first.id)).email).toBe(first.email);
    expect((await stage.getContact(gone.id)).email).toBe(gone.email);
    // Once it is decided, nothing is held.
    await stage.batch([...operations, sale({ contactId: null, companyId: null })]);
    await stage.createContact({ email: first.email });
    await stage.createContact({ email: gone.email });
  });

  it('moves a deal back by the events that tell of stages', async () => {
    const [open, won] = [await stage.createDeal({ amount: '5', currency: 'EUR' }), await stage.createDeal()];
    await stage.deal.call('deals.changeStage', { id: open.id, body: { stage: 'proposal' } });
    await stage.deal.call('deals.close', { id: won.id, body: { outcome: 'won', reason: 'Price' } });
    const former = [await stage.getDeal(open.id), await stage.getDeal(won.id)];
    const keyed = async ({ id }: DealView) => {
      const key = { system: 'erp', key: id };
      await stage.deal.call('deals.update', { id, body: { externalKeys: [key] } });
      return key;
    };
    const keys = [await keyed(open), await keyed(won)];
    const moved = (externalKey: object, stage: string, body: object): Operation => ({
      op: 'upsert',
      resource: 'deals',
      externalKey: externalKey as never,
      body: { name: 'Moved', stage, ...body },
    });
    const release = await held(stage.activity, 'batch_part');
    const done = errorOf(
      stage.batch(
        [
          company(),
          moved(keys[0]!, 'closed_lost', { amount: '6', currency: 'USD' }),
          moved(keys[1]!, 'qualification', {}),
          task({ dealId: null, contactId: null }),
        ],
        {},
        { timeoutMs: 4_500 },
      ),
    );
    await untilPartWaits(stage.activity);
    expect(await stage.getDeal(open.id)).toMatchObject({ status: 'lost' });
    expect((await done).code).toBe('SERVICE_UNAVAILABLE');
    await release();
    for (const [at, { version, updatedAt, externalKeys, ...rest }] of former.entries()) {
      expect([version, updatedAt, externalKeys]).toBeDefined();
      expect(await stage.getDeal([open, won][at]!.id)).toMatchObject(rest);
    }
    expect((await typesOf(stage.deal, open.id)).slice(-6)).toEqual([
      'deal.updated',
      'deal.stageChanged',
      'deal.lost',
      'deal.stageChanged',
      'deal.reopened',
      'deal.updated',
    ]);
    expect((await typesOf(stage.deal, won.id)).slice(-3)).toEqual([
      'deal.stageChanged',
      'deal.won',
      'deal.updated',
    ]);
  });

  it('leaves all as it was, whatever was done: random batches', async () => {
    await stage.deal.query(
      `CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'out of order'; END $$`,
    );
    await stage.deal.query(
      `CREATE TRIGGER fail BEFORE UPDATE ON batch_part FOR EACH ROW EXECUTE FUNCTION fail()`,
    );
    const emails = Array.from({ length: 5 }, () => uniqueEmail());
    const people: ContactView[] = [];
    for (const email of emails.slice(0, 3)) people.push(await stage.createContact({ email, title: 'Dr' }));
    const states = async () => {
      const rows = await stage.contact.query<{ state: object }>(
        `SELECT jsonb_build_array(to_jsonb(c) - 'version' - 'updated_at',
                (SELECT jsonb_agg(key ORDER BY key) FROM record_key k WHERE k.record_id = c.id)) AS state
         FROM contact c WHERE id = ANY($1::uuid[]) ORDER BY id`,
        [people.map(({ id }) => id)],
      );
      return rows.map(({ state }) => state);
    };
    const former = await states();
    const live = () => countOf(stage.contact, 'contact WHERE deleted_at IS NULL');
    const lived = await live();
    const one = fc.record({
      op: fc.constantFrom('create', 'update', 'update', 'update', 'upsert', 'delete', 'restore'),
      who: fc.nat(2),
      email: fc.nat(4),
      title: fc.constantFrom('Dr', 'Prof', null),
    });
    try {
      await fc.assert(
        fc.asyncProperty(fc.array(one, { minLength: 1, maxLength: 6 }), async (wanted) => {
          const operations = wanted.map(({ op, who, email, title }): Operation => ({
            op,
            resource: 'contacts',
            ...(['update', 'delete', 'restore'].includes(op) ? { id: people[who]!.id } : {}),
            ...(['create', 'update', 'upsert'].includes(op) ? { body: { email: emails[email], title } } : {}),
            ...(op === 'upsert' ? { by: 'email' } : {}),
          }));
          await errorOf(stage.batch([...operations, sale({ contactId: null, companyId: null })]));
          expect(await states()).toEqual(former);
          expect(await live()).toBe(lived);
        }),
        { numRuns: 60 },
      );
    } finally {
      await stage.deal.query('DROP TRIGGER fail ON batch_part');
    }
    const versions = await stage.contact.query<{ gaps: number }>(
      `SELECT count(*)::int AS gaps FROM (SELECT max(version) - count(*) AS gap FROM event GROUP BY record_id) g WHERE gap <> 0`,
    );
    expect(versions).toEqual([{ gaps: 0 }]);
    expect(
      await stage.contact.query(`SELECT 1 FROM record_key WHERE record_id IN (SELECT id FROM batch)`),
    ).toEqual([]);
    const reverted = await stage.contact.query(`SELECT 1 FROM batch WHERE status = 'reverted'`);
    expect(reverted.length).toBeGreaterThan(10);
  });
});

describe('a carrier that gives no sign of life', () => {
  const isSilent = (id: string) =>
    stage.contact.query(`UPDATE batch SET alive_until = now() - interval '1 hour' WHERE id = $1`, [id]);

  it('finds its batch taken back, and what it still sends refused', async () => {
    const email = uniqueEmail();
    const release = await held(stage.deal, 'batch_part');
    const refused = errorOf(stage.batch([company(), person({ email }), sale()]));
    await untilPartWaits(stage.deal);
    const { id, requestId } = await stage.lastBatch();
    await eventually(async () => {
      await isSilent(id);
      expect(await typesOf(stage.contact, id)).toEqual(['batch.created', 'batch.reverted']);
    });
    expect(
      (await stage.contact.query('SELECT 1 FROM contact WHERE email = $1 AND deleted_at IS NULL', [email]))
        .length,
    ).toBe(0);
    await release();
    expect((await refused).code).toBe('CONFLICT');
    await eventually(async () =>
      expect(await stage.deal.query('SELECT written FROM batch_part WHERE batch_id = $1', [id])).toEqual([
        { written: null },
      ]),
    );
    expect(await stage.liveDealsOf(requestId)).toEqual([]);
  });
});

describe('a part that comes late', () => {
  const part = (): BatchPartPayload => ({
    batchId: randomUUID(),
    operations: [{ op: 'create', resource: 'deals', index: 0, body: { name: unique('Late') } }],
    names: {},
    references: [],
  });
  const options = () => ({
    writes: true,
    context: { requestId: randomUUID(), principal: stage.system.principal },
  });
  const settle = (batchId: string, decision: string) =>
    stage.system.rpc.ask('deal', 'batches.settle', { batchId, decision }, options());

  it('is refused after the decision', async () => {
    const late = part();
    await settle(late.batchId, 'reverted');
    expect(await errorOf(stage.system.rpc.ask('deal', 'batches.commit', late, options()))).toMatchObject({
      code: 'CONFLICT',
    });
  });

  it('is taken back by the decision that comes after it, once', async () => {
    const early = part();
    const { results } = await stage.system.rpc.ask<BatchAcrossAnswer>(
      'deal',
      'batches.commit',
      early,
      options(),
    );
    await settle(early.batchId, 'reverted');
    await settle(early.batchId, 'reverted');
    expect(await typesOf(stage.deal, results[0]!.data!.id)).toEqual(['deal.created', 'deal.deleted']);
  });

  it('of a decision that only the event tells of', async () => {
    const released = await held(stage.deal, 'batch_part');
    const email = uniqueEmail();
    const refused = errorOf(stage.batch([company(), person({ email }), sale()], {}, { timeoutMs: 4_500 }));
    await untilPartWaits(stage.deal);
    // Longer than anybody waits for the answer, or to be told.
    expect((await refused).code).toMatch(/SERVICE_UNAVAILABLE|OUTCOME_UNKNOWN/);
    await eventually(async () => expect((await stage.lastBatch()).status).toBe('reverted'));
    const { id, requestId } = await stage.lastBatch();
    await released();
    await eventually(async () =>
      expect(await stage.deal.query('SELECT written FROM batch_part WHERE batch_id = $1', [id])).toEqual([
        { written: null },
      ]),
    );
    expect(await stage.liveDealsOf(requestId)).toEqual([]);
  });
});
