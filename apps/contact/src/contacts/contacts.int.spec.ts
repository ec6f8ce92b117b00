import { randomUUID } from 'node:crypto';
import type { ContactView, HistoryEntryView, Page } from '@relata/contracts';
import {
  errorOf,
  eventually,
  outcomesOf,
  startTestService,
  uniqueEmail,
  type TestService,
} from '@relata/testing';
import { contactService } from '../contact.service-definition';

let contact: TestService;
beforeAll(async () => {
  contact = await startTestService(contactService);
});
afterAll(async () => contact.system.stop());

const create = (body: Record<string, unknown>) => contact.call<ContactView>('contacts.create', { body });
const get = (id: string) => contact.call<ContactView>('contacts.get', { id });
const update = (id: string, body: Record<string, unknown>, ifMatch?: number) =>
  contact.call<ContactView>('contacts.update', { id, body, ifMatch });
const remove = (id: string) => contact.call<void>('contacts.remove', { id });
const restore = (id: string) => contact.call<ContactView>('contacts.restore', { id });

describe('one e-mail, one contact', () => {
  it('trap 5: makes one contact of 50 parallel creates of an e-mail in different cases', async () => {
    const address = uniqueEmail();
    const spellings = [address, address.toUpperCase()];
    const attempts = Array.from({ length: 50 }, (_, index) => create({ email: spellings[index % 2] }));
    const { answers, errors } = await outcomesOf(attempts);

    expect(answers).toHaveLength(1);
    expect(errors).toHaveLength(49);
    for (const error of errors)
      expect(error).toMatchObject({ code: 'DUPLICATE', details: { existingId: answers[0]!.id } });
    expect(await contact.query('SELECT 1 FROM contact WHERE lower(email) = $1', [address])).toHaveLength(1);
    expect(await contact.query('SELECT 1 FROM event WHERE record_id = $1', [answers[0]!.id])).toHaveLength(1);
  });

  it('refuses a change to an e-mail that another has, and changes nothing', async () => {
    const taken = await create({ email: uniqueEmail() });
    const other = await create({ email: uniqueEmail() });
    const error = await errorOf(update(other.id, { email: taken.email?.toUpperCase(), title: 'CTO' }));
    expect(error).toMatchObject({ code: 'DUPLICATE', details: { existingId: taken.id } });
    expect(await get(other.id)).toEqual(other);
  });

  it('frees the e-mail of a deleted contact, and refuses its restore while another has it', async () => {
    const first = await create({ email: uniqueEmail() });
    await remove(first.id);
    const second = await create({ email: first.email });
    expect(await errorOf(restore(first.id))).toMatchObject({
      code: 'DUPLICATE',
      details: { existingId: second.id },
    });
    await remove(second.id);
    expect(await restore(first.id)).toMatchObject({ id: first.id, email: first.email, deletedAt: null });
  });

  it('gives a freed e-mail to the next at once', async () => {
    const first = await create({ email: uniqueEmail() });
    await update(first.id, { email: uniqueEmail('new') });
    expect(await create({ email: first.email })).toMatchObject({ email: first.email });
  });

  it('makes one contact of parallel creates with one external key', async () => {
    const externalKeys = [{ system: 'hubspot', key: randomUUID() }];
    const attempts = Array.from({ length: 10 }, () => create({ email: uniqueEmail(), externalKeys }));
    const { answers, errors } = await outcomesOf(attempts);
    expect(answers).toHaveLength(1);
    expect(errors.map((error) => error.code)).toEqual(Array(9).fill('DUPLICATE'));
  });

  it('wants an e-mail unless the installation says otherwise', async () => {
    expect(await errorOf(create({ lastName: 'Lovelace' }))).toMatchObject({
      code: 'VALIDATION_FAILED',
      details: { errors: [{ pointer: '/email', code: 'required' }] },
    });
  });
});

describe('changes', () => {
  it('keeps every one of many parallel patches of different fields', async () => {
    const { id } = await create({ email: uniqueEmail() });
    const patch = {
      firstName: 'Ada',
      lastName: 'Lovelace',
      title: 'Countess',
      department: 'Engines',
      city: 'London',
      country: 'GB',
      phone: '+44 20 7946 0958',
      leadSource: 'referral',
    };
    await Promise.all(Object.entries(patch).map(([field, value]) => update(id, { [field]: value })));
    expect(await get(id)).toMatchObject({ ...patch, phoneE164: '+442079460958', version: 9 });
  });

  it('lets one of two writers who saw the same version through', async () => {
    const { id, version } = await create({ email: uniqueEmail() });
    const { answers, errors } = await outcomesOf([
      update(id, { title: 'one' }, version),
      update(id, { title: 'two' }, version),
    ]);
    expect(answers).toHaveLength(1);
    expect(errors).toEqual([expect.objectContaining({ code: 'VERSION_MISMATCH' })]);
    expect((await get(id)).version).toBe(version + 1);
  });

  it('writes no event for a patch that changes nothing', async () => {
    const made = await create({ email: uniqueEmail(), title: 'CTO' });
    expect(await update(made.id, { title: 'CTO' })).toEqual(made);
  });

  it('clears with null, and keeps what is absent', async () => {
    const made = await create({ email: uniqueEmail(), title: 'CTO', city: 'Paris' });
    expect(await update(made.id, { title: null })).toMatchObject({ title: null, city: 'Paris' });
  });

  it('raises the version by one per event, without a gap, under parallel writers', async () => {
    const { id } = await create({ email: uniqueEmail() });
    await Promise.all(Array.from({ length: 20 }, (_, index) => update(id, { title: `title ${index}` })));
    await remove(id);
    await restore(id);
    const rows = await contact.query<{ version: number }>(
      'SELECT version FROM event WHERE record_id = $1 ORDER BY seq',
      [id],
    );
    expect(rows.map((row) => row.version)).toEqual(Array.from({ length: 23 }, (_, index) => index + 1));
    const published = await eventually(async () => {
      const events = (await contact.system.published('CONTACT')).filter((event) => event.subject === id);
      expect(events).toHaveLength(23);
      return events;
    });
    expect(published.map((event) => event.recordversion)).toEqual(rows.map((row) => row.version));
  });

  it('trap 8: tells before and after of each field, who did it and in which request', async () => {
    const made = await create({ email: uniqueEmail(), title: 'CTO' });
    await update(made.id, { title: 'CEO', city: 'Rome' });
    const { data } = await contact.call<Page<HistoryEntryView>>('history.list', {
      recordType: 'contact',
      id: made.id,
      limit: 10,
    });
    const { id, name } = contact.system.principal;
    expect(data[0]).toMatchObject({ type: 'contact.updated', version: 2, actorId: id, actorName: name });
    expect(data[0]!.requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(data[0]!.changes).toHaveLength(2);
    expect(data[0]!.changes).toEqual(
      expect.arrayContaining([
        { field: 'title', before: 'CTO', after: 'CEO' },
        { field: 'city', before: null, after: 'Rome' },
      ]),
    );
  });

  it('does not find, change or delete what is deleted or was never there', async () => {
    const { id } = await create({ email: uniqueEmail() });
    await remove(id);
    for (const gone of [id, randomUUID()]) {
      expect(await errorOf(get(gone))).toMatchObject({ code: 'NOT_FOUND' });
      expect(await errorOf(update(gone, { title: 'x' }))).toMatchObject({ code: 'NOT_FOUND' });
      expect(await errorOf(remove(gone))).toMatchObject({ code: 'NOT_FOUND' });
    }
  });
});

describe('references', () => {
  it('belongs to the caller unless told otherwise', async () => {
    expect(await create({ email: uniqueEmail() })).toMatchObject({ ownerId: contact.system.principal.id });
    expect(await create({ email: uniqueEmail(), ownerId: null })).toMatchObject({ ownerId: null });
  });

  it('refuses an unknown or deleted company, naming the field, and writes nothing', async () => {
    const company = await contact.call<{ id: string }>('companies.create', { body: { name: 'Acme' } });
    await contact.call('companies.remove', { id: company.id });
    for (const companyId of [company.id, randomUUID()]) {
      const email = uniqueEmail();
      expect(await errorOf(create({ email, companyId }))).toMatchObject({
        code: 'UNKNOWN_REFERENCE',
        details: { errors: [{ pointer: '/companyId' }] },
      });
      expect(await contact.query('SELECT 1 FROM contact WHERE email = $1', [email])).toHaveLength(0);
    }
  });

  it('says that identity is away rather than guess about an unknown owner', async () => {
    const email = uniqueEmail();
    expect(await errorOf(create({ email, ownerId: randomUUID() }))).toMatchObject({
      code: 'SERVICE_UNAVAILABLE',
    });
    expect(await contact.query('SELECT 1 FROM contact WHERE email = $1', [email])).toHaveLength(0);
  });
});
