import { randomUUID } from 'node:crypto';
import type { CompanyView } from '@relata/contracts';
import { errorOf, outcomesOf, startTestService, unique, type TestService } from '@relata/testing';
import { contactService } from '../contact.service-definition';

let contact: TestService;
beforeAll(async () => {
  contact = await startTestService(contactService);
});
afterAll(async () => contact.system.stop());

const create = (body: Record<string, unknown>) => contact.call<CompanyView>('companies.create', { body });
const domain = () => `${unique('acme')}.example`;

it('makes one company of parallel creates with one domain in different cases', async () => {
  const name = domain();
  const spellings = [name, name.toUpperCase()];
  const attempts = Array.from({ length: 20 }, (_, index) =>
    create({ name: 'Acme', domain: spellings[index % 2] }),
  );
  const { answers, errors } = await outcomesOf(attempts);
  expect(answers).toEqual([expect.objectContaining({ domain: name })]);
  expect(errors).toHaveLength(19);
  for (const error of errors)
    expect(error).toMatchObject({ code: 'DUPLICATE', details: { existingId: answers[0]!.id } });
});

it('allows companies of one name, and without a domain', async () => {
  const name = unique('Acme');
  const [one, two] = [await create({ name }), await create({ name, domain: null })];
  expect(one.id).not.toBe(two.id);
});

it('refuses a restore whose domain is taken', async () => {
  const first = await create({ name: 'Acme', domain: domain() });
  await contact.call('companies.remove', { id: first.id });
  const second = await create({ name: 'Acme two', domain: first.domain });
  expect(await errorOf(contact.call('companies.restore', { id: first.id }))).toMatchObject({
    code: 'DUPLICATE',
    details: { existingId: second.id },
  });
});

it('keeps money exactly as a decimal string', async () => {
  const made = await create({ name: 'Acme', annualRevenue: '12345678901234.0001' });
  const { annualRevenue } = await contact.call<CompanyView>('companies.get', { id: made.id });
  expect(annualRevenue).toBe('12345678901234.0001');
});

it('keeps the contacts of a deleted company pointing at it', async () => {
  const { id } = await create({ name: unique('Acme') });
  const person = await contact.call<{ id: string }>('contacts.create', {
    body: { email: `${randomUUID()}@example.org`, companyId: id },
  });
  await contact.call('companies.remove', { id });
  expect(await contact.call('contacts.get', { id: person.id })).toMatchObject({ companyId: id });
  expect(await contact.call('companies.getMany', { ids: [id] })).toEqual([
    expect.objectContaining({ id, deletedAt: expect.any(String) as string }),
  ]);
});
