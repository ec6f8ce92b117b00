import { startTestService, type TestService } from '@relata/testing';
import { contactService } from '../apps/contact/src/contact.service-definition';
import { FieldChanges } from './field-changes';
import { manyContacts } from './many-contacts';

const CONTACTS = 100_000;

let contact: TestService;
beforeAll(async () => {
  contact = await startTestService(contactService);
  await contact.query(
    manyContacts(
      `jsonb_build_object('score', row % 1000, 'renewal', (date '2020-01-01' + row % 3000)::text)`,
    ),
    [CONTACTS],
  );
}, 120_000);
afterAll(() => contact.system.stop());

it('no write waits while fields are added, relabelled, made required, indexed and removed', async () => {
  const steps = await new FieldChanges(contact).all();
  process.stdout.write(`${CONTACTS} contacts\n${FieldChanges.table(steps)}\n`);
  for (const { name, writes, blocked } of steps)
    expect({ name, writes: writes > 0, blocked }).toEqual({ name, writes: true, blocked: 0 });
  // Values of removed fields stay: nobody has rewritten the rows.
  const [row] = await contact.query<{ held: string }>(
    `SELECT count(*) AS held FROM contact WHERE custom_fields ? 'renewal'`,
  );
  expect(Number(row?.held)).toBe(CONTACTS);
}, 120_000);
