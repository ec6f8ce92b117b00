import { randomUUID } from 'node:crypto';
import { connect, type NatsConnection } from 'nats';
import type { EventEnvelope } from '@relata/contracts';
import { serversOf } from '@relata/messaging';
import { WholeSystem, asyncApi, eventually, unique, uniqueEmail, type ApiAnswer } from '@relata/testing';

let relata: WholeSystem;
let nats: NatsConnection;
beforeAll(async () => {
  relata = await WholeSystem.start();
  nats = await connect(serversOf(relata.natsUrlOf('consumer')));
}, 60_000);
afterAll(async () => {
  await nats.close();
  await relata.stop();
});

const api: WholeSystem['api'] = (...request) => relata.api(...request);
const contact = async (body: Record<string, unknown> = {}) =>
  (await api('POST', '/contacts', { email: uniqueEmail(), ...body })).body;
const deal = async (body: Record<string, unknown> = {}) =>
  (await api('POST', '/deals', { name: unique('Deal'), ...body })).body;

/** RFC 9457 with our code, and nothing of the inside. */
function expectProblem(answer: ApiAnswer, status: number, code: string): void {
  expect({ status: answer.status, code: answer.body.code }).toEqual({ status, code });
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  expect(answer.body).toMatchObject({
    type: expect.any(String) as string,
    title: expect.any(String) as string,
    status,
    detail: expect.any(String) as string,
    traceId: answer.headers.get('x-request-id'),
  });
  expect(JSON.stringify(answer.body)).not.toMatch(/node_modules|\.ts:|SELECT|QueryFailed/);
}

const ROUTES = ['/contacts', '/companies', '/deals', '/pipelines', '/users', '/teams', '/api-keys'];

describe('keys', () => {
  it.each(ROUTES)('%s wants one', async (path) => {
    for (const authorization of [
      '',
      'Bearer',
      'Bearer rel_nonsense',
      'Basic YTpi',
      `bearer  ${relata.apiKey}`,
    ]) {
      const answer = await api('GET', path, undefined, { authorization });
      expectProblem(answer, 401, 'UNAUTHENTICATED');
      expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    }
    expect((await api('GET', path)).status).toBe(200);
  });

  it('can be made for a user, act for them, and be revoked', async () => {
    const user = (await api('POST', '/users', { name: unique('Bob'), email: uniqueEmail('bob') })).body;
    const made = await api('POST', '/api-keys', { name: 'test', userId: user.id });
    expect(made.status).toBe(201);
    const authorization = `Bearer ${made.body.key}`;
    const person = await api('POST', '/contacts', { email: uniqueEmail() }, { authorization });
    expect(person.body).toMatchObject({ ownerId: user.id });
    expect((await api('GET', `/api-keys/${made.body.id}`)).body).not.toHaveProperty('key');
    expect((await api('DELETE', `/api-keys/${made.body.id}`)).status).toBe(204);
    await eventually(async () =>
      expect((await api('GET', '/contacts', undefined, { authorization })).status).toBe(401),
    );
  });
});

describe('questions', () => {
  it.each([
    '?colour=red',
    '?filter[colour]=red',
    '?filter[email][like]=x',
    '?sort=colour',
    '?limit=0',
    '?limit=x',
    '?limit=201',
    '?count=about',
    '?deleted=yes',
    '?cursor=x',
    '?include=colour',
    '?limit=1&limit=2',
    '?filter=x',
    '?filter[createdAt]=soon',
    '?filter[email]=%00',
  ])('%s is refused with the reason', async (query) => {
    const answer = await api('GET', `/contacts${query}`);
    expect(answer.status).toBe(400);
    expect(answer.body.code).toMatch(/^INVALID_(QUERY|CURSOR)$/);
    expectProblem(answer, 400, answer.body.code);
  });

  it('walks a filtered list by its cursors', async () => {
    const department = unique('dept');
    const made = await Promise.all(Array.from({ length: 7 }, () => contact({ department })));
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const next: ApiAnswer = await api(
        'GET',
        `/contacts?limit=3&sort=-createdAt,lastName&filter[department]=${department}${cursor && `&cursor=${cursor}`}`,
      );
      expect(next.status).toBe(200);
      seen.push(...next.body.data.map((each: { id: string }) => each.id));
      cursor = next.body.page.nextCursor;
    }
    expect(seen.sort()).toEqual(made.map((each) => each.id).sort());
  });

  it('finds by words in any order, ignoring case and accents', async () => {
    const word = unique('Zoé').replace('-', '');
    const { id } = await contact({ firstName: word, lastName: 'Müller' });
    const { body } = await api(
      'GET',
      `/contacts?q=${encodeURIComponent(`mULLER ${word.replace('é', 'e').toUpperCase()}`)}`,
    );
    expect(body.data.map((each: { id: string }) => each.id)).toEqual([id]);
  });

  it('says 404 for what is not there, and for a path that is none', async () => {
    expectProblem(await api('GET', `/contacts/${randomUUID()}`), 404, 'NOT_FOUND');
    expectProblem(await api('GET', '/colours'), 404, 'NOT_FOUND');
  });
});

describe('bodies', () => {
  it.each([
    ['an unknown field', { email: 'a@example.org', colour: 'red' }, '/colour'],
    ['a bad e-mail', { email: 'nobody' }, '/email'],
    ['a field of another type', { email: 'a@example.org', title: 42 }, '/title'],
    [
      'a bad nested field',
      { email: 'a@example.org', externalKeys: [{ system: 'Hub Spot', key: 'x' }] },
      '/externalKeys/0/system',
    ],
    ['a missing e-mail', { lastName: 'Lovelace' }, '/email'],
    ['an id', { email: 'a@example.org', id: randomUUID() }, '/id'],
    ['a version', { email: 'a@example.org', version: 7 }, '/version'],
  ])('with %s are refused, pointing at it', async (_, body, pointer) => {
    const answer = await api('POST', '/contacts', body);
    expectProblem(answer, 422, 'VALIDATION_FAILED');
    expect(answer.body.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
  });

  it.each(['{', '[]', 'null', '"text"', '42'])('that are no object (%s) are refused', async (body) => {
    const answer = await api('POST', '/contacts', body);
    expect([400, 422]).toContain(answer.status);
    expectProblem(answer, answer.status, answer.body.code);
  });

  it.each(['a\u0000b', 'a\ud800b'])(
    'with a character that Postgres cannot keep (%j) are refused',
    async (title) => {
      const answer = await api('POST', '/contacts', { email: uniqueEmail(), title });
      expectProblem(answer, 422, 'VALIDATION_FAILED');
      expect(answer.body.errors[0].pointer).toBe('/title');
    },
  );

  it('over 4 MiB are refused', async () => {
    const answer = await api('POST', '/contacts', { email: uniqueEmail(), title: 'x'.repeat(5_000_000) });
    expectProblem(answer, 413, 'PAYLOAD_TOO_LARGE');
  });

  it('trap 7: of an unknown stage are refused with the stages there are', async () => {
    const answer = await api('PATCH', `/deals/${(await deal()).id}/stage`, { stage: 'nowhere' });
    expectProblem(answer, 422, 'VALIDATION_FAILED');
    expect(answer.body.stages).toContain('proposal');
  });

  it('as a merge patch are taken', async () => {
    const { id } = await contact({ title: 'CTO' });
    const answer = await api(
      'PATCH',
      `/contacts/${id}`,
      { title: null },
      { 'content-type': 'application/merge-patch+json' },
    );
    expect(answer.body).toMatchObject({ id, title: null });
  });

  it('that double a contact are refused with the one that exists', async () => {
    const { id, email } = await contact();
    const answer = await api('POST', '/contacts', { email: email.toUpperCase() });
    expectProblem(answer, 409, 'DUPLICATE');
    expect(answer.body.existingId).toBe(id);
  });
});

describe('versions', () => {
  it('are the ETag: 201 with Location, 304 when unchanged, 412 when changed meanwhile', async () => {
    const made = await api('POST', '/contacts', { email: uniqueEmail() });
    expect(made.status).toBe(201);
    expect(made.headers.get('etag')).toBe('"v1"');
    const location = made.headers.get('location');
    expect(location).toBe(`/v1/contacts/${made.body.id}`);
    const path = `/contacts/${made.body.id}`;

    const unchanged = await api('GET', path, undefined, { 'if-none-match': '"v1"' });
    expect([unchanged.status, unchanged.body]).toEqual([304, null]);

    const changed = await api('PATCH', path, { title: 'CTO' }, { 'if-match': '"v1"' });
    expect([changed.status, changed.headers.get('etag')]).toEqual([200, '"v2"']);
    expect((await api('GET', path, undefined, { 'if-none-match': '"v1"' })).status).toBe(200);

    expectProblem(
      await api('PATCH', path, { title: 'CEO' }, { 'if-match': '"v1"' }),
      412,
      'VERSION_MISMATCH',
    );
    expectProblem(await api('DELETE', path, undefined, { 'if-match': '"v1"' }), 412, 'VERSION_MISMATCH');
    expectProblem(await api('PATCH', path, { title: 'CEO' }, { 'if-match': 'seven' }), 400, 'INVALID_QUERY');
    expect((await api('GET', path)).body.title).toBe('CTO');
    expect((await api('DELETE', path, undefined, { 'if-match': '"v2"' })).status).toBe(204);
  });
});

describe('includes', () => {
  it('bring related records, deleted ones with deleted: true', async () => {
    const company = (await api('POST', '/companies', { name: unique('Acme') })).body;
    const person = await contact({ companyId: company.id });
    const sale = await deal({ contactId: person.id, companyId: company.id });
    const full = await api('GET', `/contacts/${person.id}?include=company,deals`);
    expect(full.body).toMatchObject({ company: { id: company.id }, deals: [{ id: sale.id }] });
    expect(full.body.company).not.toHaveProperty('deleted');

    expect((await api('DELETE', `/contacts/${person.id}`)).status).toBe(204);
    const kept = await api('GET', `/deals/${sale.id}?include=contact,company`);
    expect(kept.body).toMatchObject({
      contactId: person.id,
      contact: { id: person.id, deleted: true },
      company: { id: company.id },
    });
    const listed = await api('GET', `/deals?filter[contactId]=${person.id}&include=contact`);
    expect(listed.body.data).toEqual([
      expect.objectContaining({ contact: expect.objectContaining({ deleted: true }) as unknown }),
    ]);
  });
});

describe('the life of a contact', () => {
  it('goes through the trash and back', async () => {
    const { id } = await contact();
    expect((await api('DELETE', `/contacts/${id}`)).status).toBe(204);
    expectProblem(await api('GET', `/contacts/${id}`), 404, 'NOT_FOUND');
    const trash = await api('GET', `/contacts?deleted=only&filter[id]=${id}`);
    expect(trash.body.data).toHaveLength(1);
    const back = await api('POST', `/contacts/${id}/restore`);
    expect([back.status, back.body.id, back.body.deletedAt]).toEqual([200, id, null]);
  });

  it('ends in a merge: the old id answers with the survivor, and the deals follow', async () => {
    const [primary, duplicate] = [await contact(), await contact()];
    const sale = await deal({ contactId: duplicate.id });
    const merged = await api('POST', `/contacts/${primary.id}/merge`, { duplicateIds: [duplicate.id] });
    expect([merged.status, merged.body.id]).toEqual([200, primary.id]);
    expect((await api('GET', `/contacts/${duplicate.id}`)).body.id).toBe(primary.id);
    await eventually(async () =>
      expect((await api('GET', `/deals/${sale.id}`)).body.contactId).toBe(primary.id),
    );
  });

  it('has a history with before, after and who', async () => {
    const { id } = await contact({ title: 'CTO' });
    await api('PATCH', `/contacts/${id}`, { title: 'CEO' }, { 'x-request-id': 'my-request-42' });
    const { body } = await api('GET', `/contacts/${id}/history`);
    expect(body.data[0]).toMatchObject({
      type: 'contact.updated',
      version: 2,
      actorName: 'Administrator',
      requestId: 'my-request-42',
      changes: [{ field: 'title', before: 'CTO', after: 'CEO' }],
    });
  });
});

describe('requests', () => {
  it('keep the id that the client gave, if it is a decent one', async () => {
    const given = randomUUID();
    expect(
      (await api('GET', '/contacts?limit=1', undefined, { 'x-request-id': given })).headers.get(
        'x-request-id',
      ),
    ).toBe(given);
    const odd = await api('GET', '/contacts?limit=1', undefined, { 'x-request-id': 'a b"c' });
    expect(odd.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('leave no key and no e-mail in the log', async () => {
    const { email } = await contact();
    await api('POST', '/contacts', { email });
    const { output, errors } = relata.launched;
    expect(errors).not.toContain(relata.apiKey);
    expect(output + errors).not.toContain(email);
  });
});

describe('events, for any NATS client', () => {
  async function listening(subject: string, work: () => Promise<string>): Promise<EventEnvelope[]> {
    const events: EventEnvelope[] = [];
    const subscription = nats.subscribe(subject, {
      callback: (_, message) => events.push(message.json<EventEnvelope>()),
    });
    await nats.flush();
    const id = await work();
    try {
      return await eventually(() => {
        const own = events.filter((event) => event.subject === id);
        expect(own.length).toBeGreaterThan(0);
        return own;
      });
    } finally {
      subscription.unsubscribe();
    }
  }

  it('tell of contact.created on contact.*', async () => {
    const [event] = await listening('contact.*', async () => (await contact({ firstName: 'Ada' })).id);
    expect(event).toMatchObject({
      specversion: '1.0',
      type: 'contact.created',
      source: '/relata/contact',
      recordversion: 1,
      actorname: 'Administrator',
      data: { contact: { firstName: 'Ada', version: 1 } },
    });
  });

  it('tell of deal.stageChanged with from, to and the deal', async () => {
    const { id } = await deal({ amount: '1234.50' });
    const [event] = await listening('deal.stageChanged', async () => {
      const answer = await api('PATCH', `/deals/${id}/stage`, { stage: 'proposal' });
      expect(answer.body).toMatchObject({ id, stage: 'proposal', weightedAmount: '617.25' });
      return id;
    });
    expect(event!.data).toMatchObject({
      from: 'qualification',
      to: 'proposal',
      deal: { id, amount: '1234.50' },
    });
  });

  it('are what /asyncapi.json says', async () => {
    const answer = await fetch(`${relata.url}/asyncapi.json`);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual(asyncApi());
  });

  it('tell nothing of a refused write', async () => {
    const seen: EventEnvelope[] = [];
    const subscription = nats.subscribe('contact.*', {
      callback: (_, message) => seen.push(message.json<EventEnvelope>()),
    });
    await nats.flush();
    const { id, email } = await contact();
    expect((await api('POST', '/contacts', { email })).status).toBe(409);
    // Whatever the refused write had published would come before this.
    const { id: later } = await contact();
    await eventually(() => expect(seen.map((event) => event.subject)).toContain(later));
    const told = seen.filter((event) => JSON.stringify(event).includes(email));
    expect(told.map((event) => event.subject)).toEqual([id]);
    subscription.unsubscribe();
  });
});

describe('the seed’s routes', () => {
  it('work as written', async () => {
    const person = await api('POST', '/contacts', { firstName: 'Ada', email: uniqueEmail() });
    expect(person.status).toBe(201);
    expect((await api('GET', '/contacts')).body.data.length).toBeGreaterThan(0);
    expect((await api('PATCH', `/contacts/${person.body.id}`, { lastName: 'Lovelace' })).status).toBe(200);
    const sale = await api('POST', '/deals', { name: 'Engine', amount: 5000, contactId: person.body.id });
    expect([sale.status, sale.body.amount]).toEqual([201, '5000']);
    expect((await api('GET', '/deals')).status).toBe(200);
    const moved = await api('PATCH', `/deals/${sale.body.id}/stage`, { stage: 'proposal' });
    expect([moved.status, moved.body.stage]).toEqual([200, 'proposal']);
    const won = await api('POST', `/deals/${sale.body.id}/close`, { outcome: 'won', reason: 'price' });
    expect([won.status, won.body.status, won.body.stage]).toEqual([200, 'won', 'closed_won']);
    expect((await api('POST', `/deals/${sale.body.id}/reopen`, {})).body).toMatchObject({
      status: 'open',
      stage: 'proposal',
    });
    expect((await api('DELETE', `/contacts/${person.body.id}`)).status).toBe(204);
  });
});
