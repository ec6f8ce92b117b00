import { randomUUID } from 'node:crypto';
import { REP_ROLE } from '@relata/contracts';
import { WholeSystem, eventually, unique, uniqueEmail, type ApiAnswer } from '@relata/testing';

jest.setTimeout(90_000);

/** A change of rights counts everywhere within this time. */
const AT_ONCE = { withinMs: 1_000 };

let relata: WholeSystem;
beforeAll(async () => {
  relata = await WholeSystem.start();
});
afterAll(() => relata.stop());

const post = async (path: string, body: object, key?: string) => {
  const answer = await as(key, 'POST', path, body);
  expect(answer.status).toBeLessThan(300);
  return answer.body;
};
const as = (key: string | undefined, method: string, path: string, body?: unknown): Promise<ApiAnswer> =>
  relata.api(method, path, body, key === undefined ? {} : { authorization: `Bearer ${key}` });

interface Person {
  id: string;
  key: string;
}

/** Somebody with a key of his own, who acts in the role of his. */
async function person(body: object = {}): Promise<Person> {
  const user = await post('/users', { name: unique('Person'), ...body });
  const { key } = await post('/api-keys', { name: unique('Key'), userId: user.id });
  return { id: user.id, key };
}

const role = (permissions: object, fields: object = {}) =>
  post('/roles', { name: unique('role'), permissions, fields });
const idsOf = (answer: ApiAnswer): string[] => answer.body.data.map((record: { id: string }) => record.id);

it('starts with five roles, of which admin stays as it is', async () => {
  const { body } = await relata.api('GET', '/roles?sort=name');
  expect(body.data.map((one: { name: string }) => one.name)).toEqual(
    expect.arrayContaining(['admin', 'integration', 'manager', 'rep', 'viewer']),
  );
  const { id } = body.data.find((one: { name: string }) => one.name === 'admin');
  expect(await relata.api('PATCH', `/roles/${id}`, { permissions: {} })).toMatchObject({ status: 409 });
  expect(await relata.api('DELETE', `/roles/${id}`)).toMatchObject({ status: 409 });
});

it('names what is wrong with the rules of a role', async () => {
  const { status, body } = await relata.api('POST', '/roles', {
    name: unique('role'),
    permissions: { contact: { read: 'some', fly: 'all' }, unicorn: {} },
    fields: { deal: { ammount: 'hidden', amount: 'secret' }, team: {} },
  });
  expect(status).toBe(422);
  expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
    '/permissions/contact/read',
    '/permissions/contact/fly',
    '/permissions/unicorn',
    '/fields/deal/ammount',
    '/fields/deal/amount',
    '/fields/team',
  ]);
});

it('shows a rep what is his, and nothing of others', async () => {
  const [anna, ben] = [await person(), await person()];
  const hers = await post('/contacts', { email: uniqueEmail(), firstName: 'Hers' }, anna.key);
  expect(hers.ownerId).toBe(anna.id);
  expect(await as(ben.key, 'GET', `/contacts/${hers.id}`)).toMatchObject({
    status: 404,
    body: { code: 'NOT_FOUND' },
  });
  for (const [method, path, body] of [
    ['PATCH', `/contacts/${hers.id}`, { title: 'Mine' }],
    ['DELETE', `/contacts/${hers.id}`],
    ['GET', `/contacts/${hers.id}/history`],
    ['POST', `/contacts/${hers.id}/merge`, { duplicateIds: [randomUUID()] }],
    ['PUT', `/contacts/${hers.id}/shares/${ben.id}`, { type: 'user', level: 'write' }],
  ] as const)
    expect(await as(ben.key, method, path, body)).toMatchObject({ status: 404 });
  await eventually(async () => {
    expect(idsOf(await as(anna.key, 'GET', `/contacts/${hers.id}/timeline`))).toHaveLength(1);
  });
  expect(await as(ben.key, 'GET', `/contacts/${hers.id}/timeline`)).toMatchObject({ status: 404 });
  expect(idsOf(await as(ben.key, 'GET', '/contacts?count=exact'))).not.toContain(hers.id);
  // A reference to it is a reference to nothing, and its e-mail is taken by nobody he could name.
  expect(await as(ben.key, 'POST', '/deals', { name: 'Deal', contactId: hers.id })).toMatchObject({
    status: 422,
    body: { code: 'UNKNOWN_REFERENCE' },
  });
  const taken = await as(ben.key, 'POST', '/contacts', { email: hers.email });
  expect(taken).toMatchObject({ status: 409, body: { code: 'DUPLICATE' } });
  expect(taken.body.existingId).toBeUndefined();
  expect((await as(anna.key, 'POST', '/contacts', { email: hers.email })).body.existingId).toBe(hers.id);
});

it('adds up in reports what the reader may see', async () => {
  const [anna, ben] = [await person(), await person()];
  const { id } = await post('/deals', { name: 'Engine', amount: '500' }, anna.key);
  await post(`/deals/${id}/close`, { outcome: 'won' }, anna.key);
  const won = async (key: string) => (await as(key, 'GET', '/reports/outcomes')).body.data;
  await eventually(async () =>
    expect(await won(anna.key)).toMatchObject([{ won: 1, wonAmount: [{ amount: '500', currency: 'USD' }] }]),
  );
  expect(await won(ben.key)).toEqual([]);
  const stages = (await as(ben.key, 'GET', '/reports/pipeline')).body.data;
  expect(stages.every((stage: { count: number }) => stage.count === 0)).toBe(true);
  const blind = await role({ deal: { read: 'own' } }, { deal: { amount: 'hidden' } });
  await relata.api('PATCH', `/users/${ben.id}`, { roleId: blind.id });
  await eventually(
    async () =>
      expect(await as(ben.key, 'GET', '/reports/outcomes')).toMatchObject({
        status: 403,
        body: { code: 'FORBIDDEN' },
      }),
    AT_ONCE,
  );
});

it('counts a change of a role, of a user’s role, and of a user’s state everywhere within a second', async () => {
  const helper = await role({ contact: { read: 'all' } });
  const anna = await person({ roleId: helper.id });
  const status = async (path: string) => (await as(anna.key, 'GET', path)).status;
  const [contacts, deals] = ['/contacts?limit=1', '/deals?limit=1'];
  expect([await status(contacts), await status(deals)]).toEqual([200, 403]);
  await relata.api('PATCH', `/roles/${helper.id}`, { permissions: { deal: { read: 'all' } } });
  await eventually(
    async () => expect([await status(contacts), await status(deals)]).toEqual([403, 200]),
    AT_ONCE,
  );
  await relata.api('PATCH', `/users/${anna.id}`, { roleId: REP_ROLE.id });
  await eventually(
    async () => expect([await status(contacts), await status(deals)]).toEqual([200, 200]),
    AT_ONCE,
  );
  await relata.api('PATCH', `/users/${anna.id}`, { status: 'disabled' });
  await eventually(async () => expect(await status(contacts)).toBe(401), AT_ONCE);
  await relata.api('PATCH', `/users/${anna.id}`, { status: 'active' });
  await eventually(async () => expect(await status(contacts)).toBe(200), AT_ONCE);
});

it('shares a record with a user or a team, to read or to write', async () => {
  const team = await post('/teams', { name: unique('Team') });
  const [anna, ben] = [await person(), await person({ teamId: team.id })];
  const { id } = await post('/companies', { name: unique('Company') }, anna.key);
  const contact = await post('/contacts', { email: uniqueEmail(), companyId: id }, anna.key);
  const path = `/contacts/${contact.id}`;
  const share = (granteeId: string, body: object) => as(anna.key, 'PUT', `${path}/shares/${granteeId}`, body);
  expect((await share(team.id, { type: 'team', level: 'read' })).body).toMatchObject({
    readerIds: [team.id],
    editorIds: [],
  });
  expect(await as(ben.key, 'GET', path)).toMatchObject({ status: 200 });
  expect(idsOf(await as(ben.key, 'GET', '/contacts'))).toEqual([contact.id]);
  expect(await as(ben.key, 'PATCH', path, { title: 'Chief' })).toMatchObject({ status: 403 });
  expect((await share(ben.id, { type: 'user', level: 'write' })).body.editorIds).toEqual([ben.id]);
  expect(await as(ben.key, 'PATCH', path, { title: 'Chief' })).toMatchObject({ status: 200 });
  // Whoever may write because of a share neither takes the record, nor passes it on, nor deletes it.
  expect(await as(ben.key, 'PATCH', path, { ownerId: ben.id })).toMatchObject({ status: 403 });
  expect(await as(ben.key, 'DELETE', `${path}/shares/${team.id}`)).toMatchObject({ status: 403 });
  expect(await as(ben.key, 'DELETE', path)).toMatchObject({ status: 403 });
  await as(anna.key, 'DELETE', `${path}/shares/${team.id}`);
  await as(anna.key, 'DELETE', `${path}/shares/${ben.id}`);
  expect(await as(ben.key, 'GET', path)).toMatchObject({ status: 404 });
  expect(await share(anna.id.replace(/.{4}$/, '0000'), { type: 'user', level: 'read' })).toMatchObject({
    status: 422,
  });
  expect(
    await as(anna.key, 'PUT', `/pipelines/${contact.id}/shares/${ben.id}`, { type: 'user', level: 'read' }),
  ).toMatchObject({ status: 404 });
});

it('explains which rule decides, and no more than may be seen', async () => {
  const [anna, ben] = [await person(), await person()];
  const { id } = await post('/deals', { name: 'Engine' }, anna.key);
  const why = async (key: string | undefined, query: string) =>
    (await as(key, 'GET', `/access/explain?${query}`)).body;
  const update = `resource=deal&action=update&id=${id}`;
  expect(await why(anna.key, update)).toMatchObject({ allowed: true, rule: 'scope', scope: 'own' });
  expect(await why(ben.key, update)).toMatchObject({ allowed: false, rule: 'not_visible' });
  await as(anna.key, 'PUT', `/deals/${id}/shares/${ben.id}`, { type: 'user', level: 'read' });
  expect(await why(ben.key, update)).toMatchObject({ allowed: false, rule: 'out_of_scope' });
  expect(await why(ben.key, update.replace('update', 'read'))).toMatchObject({
    allowed: true,
    rule: 'shared',
  });
  expect(await why(ben.key, 'resource=role&action=update')).toMatchObject({
    allowed: false,
    rule: 'scope_none',
  });
  expect(await why(undefined, `${update}&userId=${ben.id}`)).toMatchObject({
    allowed: false,
    rule: 'out_of_scope',
  });
  expect(await as(ben.key, 'GET', `/access/explain?${update}&userId=${anna.id}`)).toMatchObject({
    status: 403,
  });
  expect(await as(ben.key, 'GET', '/access/explain?resource=deal&action=fly')).toMatchObject({ status: 400 });
});

it('tells a reader of events that a record has left his scope, by its id alone', async () => {
  const [anna, ben] = [await person(), await person()];
  const { id } = await post('/contacts', { email: uniqueEmail(), firstName: 'Secret' }, anna.key);
  await relata.api('PATCH', `/contacts/${id}`, { ownerId: ben.id, firstName: 'Secret again' });
  const read = async (key: string) =>
    (await as(key, 'GET', '/events?limit=200')).body.data.filter(
      ({ subject }: { subject: string }) => subject === id,
    );
  await eventually(async () => {
    expect(await read(ben.key)).toMatchObject([{ type: 'contact.created' }, { type: 'contact.updated' }]);
  });
  const left = await read(anna.key);
  expect(left).toMatchObject([{ type: 'record.leftScope', recordtype: 'contact', subject: id, data: {} }]);
  expect(JSON.stringify(left)).not.toContain('Secret');
});

it('imports with the rights of who asked, and shows the job to nobody else', async () => {
  const [anna, ben] = [await person(), await person()];
  const hers = await post('/contacts', { email: uniqueEmail() }, anna.key);
  const send = async (key: string, csv: string) => {
    const form = new FormData();
    form.set(
      'options',
      JSON.stringify({
        resource: 'contacts',
        mapping: { mail: { field: 'email' }, title: { field: 'title' } },
      }),
    );
    form.set('file', new Blob([csv]), 'people.csv');
    return relata.api('POST', '/imports', form, { authorization: `Bearer ${key}` });
  };
  const { body } = await send(ben.key, `mail,title\n${uniqueEmail()},Boss\n${hers.email},Clerk\n`);
  await eventually(
    async () =>
      expect((await as(ben.key, 'GET', `/imports/${body.id}`)).body).toMatchObject({
        status: 'completed_with_errors',
        created: 1,
        failed: 1,
      }),
    { withinMs: 10_000 },
  );
  expect((await as(anna.key, 'GET', `/contacts/${hers.id}`)).body).toMatchObject({ title: null, version: 1 });
  expect(await as(anna.key, 'GET', `/imports/${body.id}`)).toMatchObject({ status: 404 });
  const viewer = await person({ roleId: (await role({ contact: { read: 'all' } })).id });
  expect(await send(viewer.key, 'mail,title\n')).toMatchObject({ status: 403 });
});

it('lets nobody raise himself', async () => {
  const anna = await person({ password: 'a long password' });
  const roles = (await relata.api('GET', '/roles')).body.data;
  const admin = roles.find((one: { name: string }) => one.name === 'admin').id;
  for (const body of [{ roleId: admin }, { status: 'active' }, { teamId: null }, { email: uniqueEmail() }])
    expect(await as(anna.key, 'PATCH', `/users/${anna.id}`, body)).toMatchObject({ status: 403 });
  expect(await as(anna.key, 'POST', '/api-keys', { name: 'Mine', roleId: admin })).toMatchObject({
    status: 403,
  });
  const boss = (await relata.api('GET', `/users?filter[roleId]=${admin}`)).body.data[0];
  expect(await as(anna.key, 'POST', '/api-keys', { name: 'His', userId: boss.id })).toMatchObject({
    status: 403,
  });
  expect(await as(anna.key, 'POST', '/roles', { name: unique('role') })).toMatchObject({ status: 403 });
  expect(await as(anna.key, 'POST', '/users', { name: 'Friend' })).toMatchObject({ status: 403 });
  expect(await as(anna.key, 'PATCH', `/users/${anna.id}`, { password: 'another password' })).toMatchObject({
    status: 422,
  });
  const change = { password: 'another password', currentPassword: 'a long password' };
  expect(await as(anna.key, 'PATCH', `/users/${anna.id}`, change)).toMatchObject({ status: 200 });
  // What is for administrators.
  for (const path of ['/events/parked', '/users/no/such'])
    expect([403, 404]).toContain((await as(anna.key, 'GET', path)).status);
});

it('takes a key from its addresses alone, and shows when it was last used', async () => {
  const make = (ipRanges: string[]) => relata.api('POST', '/api-keys', { name: unique('Key'), ipRanges });
  const { body: elsewhere } = await make(['203.0.113.0/24', '2001:db8::/32']);
  const { body: here } = await make(['203.0.113.7', '127.0.0.0/8']);
  expect(await as(elsewhere.key, 'GET', '/contacts')).toMatchObject({ status: 401 });
  expect(await as(here.key, 'GET', '/contacts')).toMatchObject({ status: 200 });
  expect((await relata.api('GET', `/api-keys/${elsewhere.id}`)).body).toMatchObject({ lastUsedAt: null });
  const { lastUsedAt, lastUsedFrom } = (await relata.api('GET', `/api-keys/${here.id}`)).body;
  expect(Date.now() - Date.parse(lastUsedAt)).toBeLessThan(10_000);
  expect(lastUsedFrom).toBe('127.0.0.1');
  for (const bad of ['300.0.0.1', '10.0.0.0/33', 'here', '10.0.0.0/8/8'])
    expect(await make([bad])).toMatchObject({ status: 422, body: { errors: [{ pointer: '/ipRanges' }] } });
});

it('takes a company that the caller may not see for none', async () => {
  const { id: roleId } = await role({
    contact: { create: 'own', read: 'own' },
    company: { read: 'own' },
    user: { read: 'all' },
  });
  const anna = await person({ roleId });
  const { id } = await post('/companies', { name: unique('Company') });
  const body = { email: uniqueEmail(), companyId: id };
  expect(await as(anna.key, 'POST', '/contacts', body)).toMatchObject({
    status: 422,
    body: { code: 'UNKNOWN_REFERENCE', errors: [{ pointer: '/companyId' }] },
  });
});

it('leaves no password to a person who becomes a service account', async () => {
  const login = { email: uniqueEmail(), password: 'a long password' };
  const { body: user } = await relata.api('POST', '/users', { name: unique('User'), ...login });
  const signIn = async () => (await relata.api('POST', '/sessions', login)).status;
  expect(await signIn()).toBe(201);
  await relata.api('PATCH', `/users/${user.id}`, { kind: 'service' });
  expect(await signIn()).toBe(401);
});

it('keeps the last administrator', async () => {
  const { data } = (await relata.api('GET', '/users?sort=createdAt&limit=1')).body;
  for (const [method, body] of [
    ['PATCH', { status: 'disabled' }],
    ['PATCH', { roleId: REP_ROLE.id }],
    ['DELETE', undefined],
  ] as const)
    expect(await relata.api(method, `/users/${data[0].id}`, body)).toMatchObject({ status: 409 });
});

it('keeps teams a tree', async () => {
  const above = await post('/teams', { name: unique('Team') });
  const below = await post('/teams', { name: unique('Team'), parentId: above.id });
  expect(await relata.api('PATCH', `/teams/${above.id}`, { parentId: below.id })).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: '/parentId', code: 'ring' }] },
  });
  expect(await relata.api('PATCH', `/teams/${above.id}`, { parentId: above.id })).toMatchObject({
    status: 422,
  });
});
