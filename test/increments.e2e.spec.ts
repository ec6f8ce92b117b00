import { WholeSystem, unique } from '@relata/testing';

/** The long form: `INCREMENTS=10000 npx jest test/increments`. */
const INCREMENTS = Number(process.env.INCREMENTS ?? 500);
const CLIENTS = 4;
const MS_EACH = 400;

jest.setTimeout(60_000 + INCREMENTS * MS_EACH);

let relata: WholeSystem;
beforeAll(async () => {
  relata = await WholeSystem.start();
});
afterAll(() => relata.stop());

it(`counts ${INCREMENTS} increments by If-Match of ${CLIENTS} clients at once, none lost and none done twice`, async () => {
  const fieldName = 'visits';
  await relata.post('/custom-fields', {
    entityType: 'company',
    fieldName,
    fieldType: 'number',
    fieldLabel: 'Visits',
  });
  const { id, version } = await relata.post('/companies', {
    name: unique('Company'),
    customFields: { [fieldName]: 0 },
  });
  const path = `/companies/${id}`;
  let left = INCREMENTS;
  let refused = 0;

  /** Reads and writes until its write is the one that finds what it read. */
  async function increment(): Promise<void> {
    for (;;) {
      const { body, headers } = await relata.api('GET', path);
      const next = { customFields: { [fieldName]: body.customFields[fieldName] + 1 } };
      const { status } = await relata.api('PATCH', path, next, { 'if-match': headers.get('etag')! });
      if (status === 200) return;
      expect(status).toBe(412);
      refused++;
    }
  }

  const client = async () => {
    while (left-- > 0) await increment();
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));

  const { body } = await relata.api('GET', path);
  expect(body).toMatchObject({ version: version + INCREMENTS, customFields: { [fieldName]: INCREMENTS } });
  // Else they never met.
  expect(refused).toBeGreaterThan(0);
});
