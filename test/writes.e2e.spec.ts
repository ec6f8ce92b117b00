import { request } from 'node:http';
import { WholeSystem, eventually, unique, uniqueEmail, type ApiAnswer } from '@relata/testing';

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

describe('Idempotency-Key of a route that several services answer', () => {
  const field = (entityType: string) => ({
    entityType,
    fieldName: unique('f')
      .toLowerCase()
      .replace(/[^a-z0-9]/g, ''),
    fieldType: 'text',
    fieldLabel: 'F',
  });
  const create = (resource: string, body: object) => ({ op: 'create', resource, body });
  const contact = () => create('contacts', { email: uniqueEmail() });
  const deal = () => create('deals', { name: unique('Deal') });
  const batch = (...operations: object[]) => ({ operations });
  const MISMATCH = { status: 422, body: { code: 'IDEMPOTENCY_MISMATCH' } };

  it.each([
    ['/custom-fields', () => field('contact'), () => field('deal')],
    [
      '/views',
      () => ({ name: unique('View'), resource: 'contacts' }),
      () => ({ name: unique('View'), resource: 'deals' }),
    ],
    ['/exports', () => ({ resource: 'companies' }), () => ({ resource: 'tasks' })],
    ['/batch', () => batch(contact()), () => batch(deal())],
    ['/batch', () => batch(contact()), () => batch(contact(), deal())],
    ['/batch', () => batch(contact(), deal()), () => batch(deal())],
  ])('of %s takes no other request, whichever answers it', async (path, one, other) => {
    const [key, body] = [unique('key'), one()];
    const first = await keyed('POST', path, key, body);
    expect(first.status).toBeLessThan(300);
    expect(await keyed('POST', path, key, other())).toMatchObject(MISMATCH);
    const again = await keyed('POST', path, key, body);
    expect(again.body).toEqual(first.body);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
  });

  it('is free again when the request was refused', async () => {
    const key = unique('key');
    const bad = batch(create('contacts', { email: 'none' }));
    expect(await keyed('POST', '/batch', key, bad)).toMatchObject({ status: 422 });
    expect(await keyed('POST', '/batch', key, batch(deal()))).toMatchObject({ status: 200 });
  });

  it('knows records by their ids', async () => {
    const fields = await Promise.all(['contact', 'deal'].map((type) => post('/custom-fields', field(type))));
    const [one, other] = fields.map(({ id }) => `/custom-fields/${id}`) as [string, string];
    const key = unique('key');
    expect(await keyed('PATCH', one, key, { fieldLabel: 'New' })).toMatchObject({ status: 200 });
    expect(await keyed('PATCH', other, key, { fieldLabel: 'New' })).toMatchObject(MISMATCH);
  });

  it('has equal requests at once take effect once', async () => {
    const [key, body] = [unique('key'), batch(contact(), deal())];
    const answers = await Promise.all(Array.from({ length: 10 }, () => keyed('POST', '/batch', key, body)));
    for (const answer of answers) expect(answer).toMatchObject({ status: 200, body: answers[0]?.body });
  });

  describe('of an import', () => {
    const csv = (rows: number) => `mail\n${Array.from({ length: rows }, uniqueEmail).join('\n')}\n`;
    const formOf = (resource: string, file: string) => {
      const form = new FormData();
      form.set('options', JSON.stringify({ resource, mapping: { mail: 'email' } }));
      form.set('file', new Blob([file]), 'people.csv');
      return form;
    };
    const upload = (key: string, resource: string, file: string): Promise<ApiAnswer> =>
      relata.api('POST', '/imports', formOf(resource, file), { 'idempotency-key': key });

    /** Sends the first half of what `upload` sends, and hangs up. */
    async function cutOff(key: string, file: string): Promise<void> {
      const form = new Request(relata.url, { method: 'POST', body: formOf('contacts', file) });
      const whole = Buffer.from(await form.arrayBuffer());
      const asked = request(`${relata.url}/v1/imports`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${relata.apiKey}`,
          'idempotency-key': key,
          'content-type': form.headers.get('content-type') ?? '',
          'content-length': whole.length,
        },
      }).on('error', () => undefined);
      await new Promise((resolve) => asked.write(whole.subarray(0, whole.length / 2), resolve));
      asked.destroy();
    }

    it('stands for one file', async () => {
      const [key, file] = [unique('key'), csv(3)];
      const first = await upload(key, 'contacts', file);
      expect(first).toMatchObject({ status: 202 });
      expect(await upload(key, 'contacts', csv(3))).toMatchObject(MISMATCH);
      expect(await upload(key, 'users', file)).toMatchObject(MISMATCH);
      expect(await upload(key, 'contacts', file)).toMatchObject({ status: 202, body: { id: first.body.id } });
      await eventually(async () => {
        const job = await relata.api('GET', `/imports/${first.body.id}`);
        expect(job.body).toMatchObject({ status: 'completed', created: 3 });
      });
    });

    it('goes on with an upload that was cut off', async () => {
      const [key, file] = [unique('key'), csv(20_000)];
      await cutOff(key, file);
      const { body } = await eventually(
        async () => {
          const answer = await upload(key, 'contacts', file);
          expect(answer).toMatchObject({ status: 202 });
          return answer;
        },
        { withinMs: 30_000 },
      );
      await eventually(async () => {
        expect((await relata.api('GET', `/imports/${body.id}`)).body).toMatchObject({ total: 20_000 });
      });
    });
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
