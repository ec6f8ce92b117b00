import { WholeSystem, unique, uniqueEmail, type ApiAnswer } from '@relata/testing';

jest.setTimeout(90_000);

let relata: WholeSystem;
beforeAll(async () => {
  relata = await WholeSystem.start();
});
afterAll(() => relata.stop());

const post = (path: string, body: object, headers = {}) => relata.post(path, body, headers);
const countOf = async (path: string, field: string, value: string): Promise<number> =>
  (await relata.api('GET', `${path}?filter[${field}]=${value}&count=exact`)).body.page.total;
const endOfLog = async () => (await relata.api('GET', '/events?after=now')).body.page.nextCursor as string;
const keyed = (method: string, path: string, key: string, body?: unknown): Promise<ApiAnswer> =>
  relata.api(method, path, body, { 'idempotency-key': key });

describe('Idempotency-Key', () => {
  it('gives equal requests one effect and one answer', async () => {
    const email = uniqueEmail();
    const key = unique('key');
    const first = await keyed('POST', '/contacts', key, { email, lastName: 'Once' });
    // The order of members is no difference.
    const second = await keyed('POST', '/contacts', key, { lastName: 'Once', email });
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
    expect(first.headers.get('idempotency-replayed')).toBeNull();
    expect(second.headers.get('idempotency-replayed')).toBe('true');
    expect(second.headers.get('location')).toBe(`/v1/contacts/${first.body.id}`);
    expect(await countOf('/contacts', 'email', email)).toBe(1);
  });

  it('answers a change as it was, though the record has changed since', async () => {
    const { id } = await post('/contacts', { email: uniqueEmail(), title: 'a' });
    const key = unique('key');
    const first = await keyed('PATCH', `/contacts/${id}`, key, { title: 'b' });
    await relata.api('PATCH', `/contacts/${id}`, { title: 'c' });
    expect(await keyed('PATCH', `/contacts/${id}`, key, { title: 'b' })).toMatchObject({
      status: 200,
      body: first.body,
    });
    expect((await relata.api('GET', `/contacts/${id}`)).body.title).toBe('c');
  });

  it('is one of its user and of its route, and takes no other request', async () => {
    const key = unique('key');
    const first = await keyed('POST', '/contacts', key, { email: uniqueEmail() });
    expect(await keyed('POST', '/contacts', key, { email: uniqueEmail() })).toMatchObject({
      status: 422,
      body: { code: 'IDEMPOTENCY_MISMATCH' },
    });
    expect(await keyed('POST', '/companies', key, { name: unique('Company') })).toMatchObject({
      status: 201,
    });
    const user = await post('/users', {
      name: unique('User'),
      roleId: '01980000-0000-7000-8000-000000000005',
    });
    const { key: other } = await post('/api-keys', { name: unique('Key'), userId: user.id });
    const headers = { 'idempotency-key': key, authorization: `Bearer ${other}` };
    const { status, body } = await relata.api('POST', '/contacts', { email: uniqueEmail() }, headers);
    expect(status).toBe(201);
    expect(body.id).not.toBe(first.body.id);
  });

  it('shows a key of the user’s that may do less nothing of what another was answered', async () => {
    const role = await post('/roles', {
      name: unique('role'),
      permissions: { contact: { read: 'all', create: 'all' } },
      fields: { contact: { title: 'hidden' } },
    });
    const { key: less } = await post('/api-keys', { name: unique('Key'), roleId: role.id });
    const [key, body] = [unique('key'), { email: uniqueEmail() }];
    expect(await keyed('POST', '/contacts', key, body)).toMatchObject({ status: 201 });
    const headers = { 'idempotency-key': key, authorization: `Bearer ${less}` };
    expect(await relata.api('POST', '/contacts', body, headers)).toMatchObject({
      status: 422,
      body: { code: 'IDEMPOTENCY_MISMATCH' },
    });
  });

  it('keeps nothing of a request that was refused', async () => {
    const key = unique('key');
    const email = uniqueEmail();
    const { id } = await post('/contacts', { email });
    expect(await keyed('POST', '/contacts', key, { email })).toMatchObject({ status: 409 });
    await relata.api('DELETE', `/contacts/${id}`);
    expect(await keyed('POST', '/contacts', key, { email })).toMatchObject({ status: 201 });
  });

  it('keeps no secret', async () => {
    const key = unique('key');
    const name = unique('Key');
    const first = await keyed('POST', '/api-keys', key, { name });
    expect(first.body.key).toMatch(/^rel_/);
    const second = await keyed('POST', '/api-keys', key, { name });
    expect(second).toMatchObject({
      status: 201,
      body: { id: first.body.id, key: null, secretShownOnce: true },
    });
  });

  it.each([
    ['an empty key', ''],
    ['a long key', 'x'.repeat(256)],
    ['a key that is not ASCII', 'ä'],
  ])('refuses %s', async (_, key) => {
    const answer = await keyed('POST', '/contacts', key, { email: uniqueEmail() });
    expect(answer).toMatchObject({ status: 400 });
  });
});

describe('dryRun', () => {
  const BOOKKEEPING = ['id', 'version', 'createdAt', 'updatedAt', 'dryRun'];
  const content = (body: object) =>
    Object.fromEntries(Object.entries(body).filter(([field]) => !BOOKKEEPING.includes(field)));

  /** Rehearses a write, then does it: the answers agree, and the first has changed nothing. */
  async function rehearseAndDo(method: string, path: string, body?: object): Promise<ApiAnswer> {
    const before = await endOfLog();
    const rehearsed = await relata.api(method, `${path}?dryRun=true`, body);
    expect(rehearsed).toMatchObject({ status: 200 });
    expect(rehearsed.headers.get('etag')).toBeNull();
    expect(rehearsed.headers.get('location')).toBeNull();
    const done = await relata.api(method, path, body);
    expect(done.status).toBeLessThan(300);
    const { body: log } = await relata.api('GET', `/events?after=${before}&limit=200`);
    const requests = log.data.map((event: { requestid: string }) => event.requestid);
    expect(requests).not.toContain(rehearsed.headers.get('x-request-id'));
    if (done.body) expect(content(rehearsed.body)).toEqual(content(done.body));
    return rehearsed;
  }

  it('tells what a creation would make, and makes nothing', async () => {
    const email = uniqueEmail();
    const { body } = await rehearseAndDo('POST', '/contacts', { email, lastName: 'Maybe' });
    expect(body.dryRun.events).toEqual([
      expect.objectContaining({
        type: 'contact.created',
        recordType: 'contact',
        after: expect.objectContaining({ email, lastName: 'Maybe' }),
      }),
    ]);
  });

  it('tells what a change, a stage, a merge and a deletion would write', async () => {
    const contact = await post('/contacts', { email: uniqueEmail(), title: 'a' });
    const duplicate = await post('/contacts', { email: uniqueEmail(), department: 'b' });
    const deal = await post('/deals', { name: unique('Deal'), contactId: contact.id });
    const typesOf = ({ body }: ApiAnswer) => body.dryRun.events.map(({ type }: { type: string }) => type);
    const changed = await rehearseAndDo('PATCH', `/contacts/${contact.id}`, { title: 'b' });
    expect(changed.body.dryRun.events).toMatchObject([
      { type: 'contact.updated', before: { title: 'a' }, after: { title: 'b' } },
    ]);
    expect(typesOf(await rehearseAndDo('PATCH', `/deals/${deal.id}/stage`, { stage: 'closed_won' }))).toEqual(
      ['deal.stageChanged', 'deal.won'],
    );
    const merge = await rehearseAndDo('POST', `/contacts/${contact.id}/merge`, {
      duplicateIds: [duplicate.id],
    });
    expect(typesOf(merge)).toEqual(expect.arrayContaining(['contact.merged', 'contact.absorbed']));
    expect(typesOf(await rehearseAndDo('DELETE', `/contacts/${contact.id}`))).toEqual(['contact.deleted']);
    expect((await relata.api('PATCH', `/deals/${deal.id}?dryRun=true`, {})).body.dryRun.events).toEqual([]);
  });

  it('refuses as the real one does', async () => {
    const email = uniqueEmail();
    await post('/contacts', { email });
    expect(await relata.api('POST', '/contacts?dryRun=true', { email })).toMatchObject({
      status: 409,
      body: { code: 'DUPLICATE' },
    });
    expect(await relata.api('POST', '/contacts?dryRun=true', { email: 'x' })).toMatchObject({ status: 422 });
  });

  it('does not use up a key', async () => {
    const key = unique('key');
    const body = { email: uniqueEmail() };
    expect(await keyed('POST', '/contacts?dryRun=true', key, body)).toMatchObject({ status: 200 });
    expect(await keyed('POST', '/contacts', key, body)).toMatchObject({ status: 201 });
  });

  it.each([
    ['POST', '/contacts?dryRun=yes'],
    ['POST', '/contacts?dryrun=true'],
    ['POST', '/events/replay?dryRun=true'],
    ['PATCH', '/contacts/01a20644-b1bc-726a-a213-000000000001?force=true'],
  ])('refuses %s %s', async (method, path) => {
    const body = path.startsWith('/events') ? { to: 'x', from: 'now' } : {};
    expect(await relata.api(method, path, body)).toMatchObject({ status: 400 });
  });
});
