import type { AuditEntryView } from '@relata/contracts';
import { WholeSystem, eventually, unique, uniqueEmail, type ApiAnswer } from '@relata/testing';

jest.setTimeout(90_000);

let relata: WholeSystem;
beforeAll(async () => {
  relata = await WholeSystem.start();
});
afterAll(() => relata.stop());

const post = (path: string, body: object, headers = {}) => relata.post(path, body, headers);
const bearer = (key: string) => ({ authorization: `Bearer ${key}` });
const audit = async (query: string): Promise<AuditEntryView[]> => {
  const { status, body } = await relata.api('GET', `/audit?${query}`);
  expect(status).toBe(200);
  return body.data;
};
const signIn = (email: string, password: string): Promise<ApiAnswer> =>
  relata.api('POST', '/sessions', { email, password }, { 'user-agent': 'a browser' });

it('tells what was done to a record, by whom and when, whichever service holds it', async () => {
  const contact = await post('/contacts', { email: uniqueEmail(), lastName: 'Before' });
  const between = new Date().toISOString();
  await relata.api('PATCH', `/contacts/${contact.id}`, { lastName: 'After' });
  const [updated, created] = await audit(`record=contact:${contact.id}`);
  expect(updated).toMatchObject({
    service: 'contact',
    type: 'contact.updated',
    recordType: 'contact',
    recordId: contact.id,
    actorName: expect.any(String) as string,
    changes: [{ field: 'lastName', before: 'Before', after: 'After' }],
  });
  expect(created).toMatchObject({ type: 'contact.created', version: 1 });
  expect((await audit(`record=contact:${contact.id}&until=${between}`)).map(({ type }) => type)).toEqual([
    'contact.created',
  ]);
  expect((await audit(`record=${contact.id}&since=${between}`)).map(({ type }) => type)).toEqual([
    'contact.updated',
  ]);
});

it('walks all of what somebody did over all services, each once, newest first', async () => {
  const user = await post('/users', { name: unique('Busy'), roleId: '01980000-0000-7000-8000-000000000005' });
  const { key } = await post('/api-keys', { name: unique('Key'), userId: user.id });
  const done = new Set<string>();
  for (let round = 0; round < 7; round++) {
    const contact = await post('/contacts', { email: uniqueEmail() }, bearer(key));
    const body = { type: 'note', subject: 'x', contactId: contact.id };
    done.add(contact.id).add((await post('/activities', body, bearer(key))).id);
  }
  const seen: AuditEntryView[] = [];
  for (let cursor = ''; ;) {
    const { body } = await relata.api('GET', `/audit?actor=${user.id}&limit=4${cursor}`);
    seen.push(...body.data);
    if (!body.page.hasMore) break;
    cursor = `&cursor=${body.page.nextCursor}`;
  }
  const times = seen.map(({ recordedAt }) => recordedAt);
  expect(times).toEqual([...times].sort().reverse());
  const made = seen.filter(({ type }) => type.endsWith('.created')).map(({ recordId }) => recordId);
  expect(made).toHaveLength(done.size);
  expect(new Set(made)).toEqual(done);
  expect(seen.filter(({ type }) => type === 'apiKey.used')).toHaveLength(1);
});

it('tells of sign-ins that failed, and why', async () => {
  const email = uniqueEmail();
  const password = 'a long password';
  const user = await post('/users', { name: unique('User'), email, password });
  await signIn(email, 'a wrong password');
  const { body: session } = await signIn(email, password);
  await relata.api('PATCH', `/users/${user.id}`, { status: 'disabled' });
  await signIn(email, password);
  const stranger = uniqueEmail();
  for (let guess = 0; guess < 13; guess++) await signIn(stranger, 'a wrong password');

  const { body } = await relata.api('GET', '/events?type=signIn.failed&limit=200');
  const failures = body.data.map((event: { data: { signIn: object } }) => event.data.signIn);
  const of = (who: string) => failures.filter((failure: { email: string }) => failure.email === who);
  expect(of(email)).toEqual([
    expect.objectContaining({
      userId: user.id,
      reason: 'wrong_password',
      device: 'a browser',
      address: '127.0.0.1',
    }),
    expect.objectContaining({ userId: user.id, reason: 'disabled' }),
  ]);
  expect(of(stranger).map(({ reason }: { reason: string }) => reason)).toEqual([
    ...Array.from({ length: 10 }, () => 'unknown_account'),
    'too_many_guesses',
  ]);
  for (const secret of [password, 'a wrong password']) expect(JSON.stringify(failures)).not.toContain(secret);
  const [created] = await audit(`record=session:${session.id}`);
  expect(created?.changes).toEqual(
    expect.arrayContaining([{ field: 'address', before: null, after: '127.0.0.1' }]),
  );
});

it('tells of the use of a key once an hour and address, and of a change of a role', async () => {
  const role = await post('/roles', { name: unique('role'), permissions: { contact: { read: 'all' } } });
  await relata.api('PATCH', `/roles/${role.id}`, { permissions: {} });
  expect((await audit(`record=role:${role.id}`)).map(({ type }) => type)).toEqual([
    'role.updated',
    'role.created',
  ]);
  const { id, key } = await post('/api-keys', { name: unique('Key') });
  for (let use = 0; use < 3; use++) await relata.api('GET', '/contacts?limit=1', undefined, bearer(key));
  const [used, ...others] = await audit(`record=apiKey:${id}`);
  expect(used).toMatchObject({ type: 'apiKey.used', details: { address: '127.0.0.1' } });
  expect(others.map(({ type }) => type)).toEqual(['apiKey.created']);
});

it('is for those whose role says so', async () => {
  const user = await post('/users', {
    name: unique('Viewer'),
    roleId: '01980000-0000-7000-8000-000000000004',
  });
  const { key } = await post('/api-keys', { name: unique('Key'), userId: user.id });
  for (const path of ['/audit', '/audit/verify', '/audit/seals/contact/1'])
    expect(await relata.api('GET', path, undefined, bearer(key))).toMatchObject({ status: 403 });
});

it.each([
  ['actor=anna', 'actor'],
  ['record=nothing', 'record'],
  ['since=yesterday', 'since'],
  ['limit=1000', 'limit'],
  ['cursor=x', 'cursor'],
  ['type=contact.created', 'type'],
])('refuses %s', async (query, word) => {
  const { status, body } = await relata.api('GET', `/audit?${query}`);
  expect(status).toBe(400);
  expect(JSON.stringify(body)).toContain(word);
});

it('proves over all services that nothing was altered', async () => {
  await eventually(async () => {
    const { body } = await relata.api('GET', '/audit/verify');
    expect(body).toMatchObject({ erased: 0, problems: [], next: null });
    expect(body.checked).toBeGreaterThan(50);
    expect(body.seals.map(({ service }: { service: string }) => service)).toEqual([
      'identity',
      'contact',
      'deal',
      'activity',
    ]);
  });
});
