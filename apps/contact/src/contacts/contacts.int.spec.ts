import type { ContactView } from '@relata/contracts';
import { errorOf, eventually, startTestService, unique, type TestService } from '@relata/testing';
import { contactService } from '../contact.service-definition';

let contact: TestService;
beforeAll(async () => {
  contact = await startTestService(contactService);
});
afterAll(async () => contact.system.stop());

const create = (body: Record<string, unknown>) => contact.call<ContactView>('contacts.create', { body });
const email = (name = 'ada') => `${unique(name)}@example.org`;

describe('one e-mail, one contact', () => {
  it('makes one contact of 50 parallel creates of an e-mail in different cases', async () => {
    const address = email();
    const attempts = Array.from({ length: 50 }, (_, index) =>
      create({ firstName: 'Ada', email: index % 2 ? address.toUpperCase() : address }).then(
        (view) => ({ view, error: undefined }),
        (error: unknown) => ({ view: undefined, error }),
      ),
    );
    const outcomes = await Promise.all(attempts);
    const made = outcomes.flatMap(({ view }) => (view ? [view] : []));
    expect(made).toHaveLength(1);
    const refusals = outcomes.flatMap(({ error }) => (error ? [error] : []));
    expect(refusals).toHaveLength(49);
    for (const refusal of refusals) {
      expect(refusal).toMatchObject({ code: 'DUPLICATE', details: { existingId: made[0]!.id } });
    }
    const rows = await contact.query('SELECT 1 FROM contact WHERE lower(email) = $1', [address]);
    expect(rows).toHaveLength(1);
    await eventually(async () => {
      const events = await contact.system.published('CONTACT');
      expect(events.filter((event) => event.subject === made[0]!.id)).toHaveLength(1);
    });
  });
});
