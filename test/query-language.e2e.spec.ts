import { WholeSystem, eventually, unique, uniqueEmail, type ApiAnswer } from '@relata/testing';

jest.setTimeout(90_000);

let relata: WholeSystem;
beforeAll(async () => {
  relata = await WholeSystem.start();
});
afterAll(() => relata.stop());

const post = (path: string, body: object, headers = {}) => relata.post(path, body, headers);
const get = (path: string, headers = {}) => relata.api('GET', path, undefined, headers);
const search = (resource: string, body: object, headers = {}) =>
  relata.api('POST', `/${resource}/search`, body, headers);
const namesOf = ({ body }: ApiAnswer) => body.data.map(({ name }: { name: string }) => name).sort();

it('lists by and, or, not, over pages, as the list with parameters does', async () => {
  const owner = (await post('/users', { name: unique('Owner') })).id;
  for (const amount of ['100', '200', '300', '400', null])
    await post('/deals', { name: `D${amount}`, amount, ownerId: owner });
  const mine = { field: 'ownerId', value: owner };
  const filter = [
    mine,
    { or: [{ field: 'amount', op: 'lt', value: 200 }, { not: { field: 'amount', op: 'lte', value: 300 } }] },
  ];
  expect(namesOf(await search('deals', { filter }))).toEqual(['D100', 'D400', 'Dnull']);
  const between = { and: [mine, { field: 'amount', op: 'between', value: [200, '300'] }] };
  expect(namesOf(await search('deals', { filter: between }))).toEqual(['D200', 'D300']);
  expect(namesOf(await get(`/deals?filter[ownerId]=${owner}&filter[amount][between]=200,300`))).toEqual([
    'D200',
    'D300',
  ]);
  const seen: string[] = [];
  for (let cursor: string | undefined; ;) {
    const { body } = await search('deals', { filter: mine, sort: ['-amount'], limit: 2, cursor });
    seen.push(...body.data.map(({ name }: { name: string }) => name));
    if (!body.page.hasMore) break;
    cursor = body.page.nextCursor;
  }
  expect(seen).toEqual(['Dnull', 'D400', 'D300', 'D200', 'D100']);
  const { body } = await search('deals', { filter: mine, count: 'exact', limit: 1 });
  expect(body.page.total).toBe(5);
});

it('filters by days that are meant by a word', async () => {
  const owner = (await post('/users', { name: unique('Owner') })).id;
  const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
  for (const offset of [-40, -3, 0, 5])
    await post('/deals', { name: `D${offset}`, expectedCloseDate: day(offset), ownerId: owner });
  const names = async (condition: string) =>
    namesOf(await get(`/deals?filter[ownerId]=${owner}&filter[expectedCloseDate]${condition}`));
  expect(await names('=last_30_days')).toEqual(['D-3', 'D0']);
  expect(await names('=next_7_days')).toEqual(['D0', 'D5']);
  expect(await names('[lt]=today')).toEqual(['D-3', 'D-40']);
  const created = await get(`/deals?filter[ownerId]=${owner}&filter[createdAt]=today&count=exact`);
  expect(created.body.page.total).toBe(4);
});

it('knows who asks as me, in fields that name users', async () => {
  const user = await post('/users', { name: unique('Me'), roleId: '01980000-0000-7000-8000-000000000005' });
  const { key } = await post('/api-keys', { name: unique('Key'), userId: user.id });
  const me = { authorization: `Bearer ${key}` };
  const other = (await post('/users', { name: unique('Other') })).id;
  const word = unique('Me');
  await post('/deals', { name: `${word} mine` }, me);
  await post('/deals', { name: `${word} other`, ownerId: other }, me);
  await post('/deals', { name: `${word} nobody`, ownerId: null }, me);
  const names = async (condition: string) =>
    namesOf(await get(`/deals?q=${word}&filter[ownerId]${condition}`, me));
  expect(await names('=me')).toEqual([`${word} mine`]);
  expect(await names('[ne]=me')).toEqual([`${word} nobody`, `${word} other`]);
  expect(await names(`[in]=me,${other}`)).toEqual([`${word} mine`, `${word} other`]);
  expect(await names(`[nin]=me,${other}`)).toEqual([`${word} nobody`]);
  // To somebody else it is somebody else.
  expect(namesOf(await get(`/deals?q=${word}&filter[ownerId]=me`))).toEqual([]);
  const task = await post('/tasks', { title: word }, me);
  for (const field of ['assignedToId', 'createdById'])
    expect((await get(`/tasks?filter[${field}]=me`, me)).body.data).toEqual([task]);
  const asOf = new Date(Date.now() + 1_000).toISOString();
  expect(namesOf(await get(`/deals?filter[ownerId]=me&asOf=${asOf}`, me))).toEqual([`${word} mine`]);
  expect(await get('/deals?filter[companyId]=me', me)).toMatchObject({ status: 400 });
});

describe('fields of related records', () => {
  it('filter contacts and deals, and tell nothing of what may not be seen', async () => {
    const industry = unique('industry');
    const company = await post('/companies', {
      name: unique('Acme'),
      domain: `${industry}.example`,
      industry,
    });
    const contact = await post('/contacts', { email: uniqueEmail(), companyId: company.id });
    const deal = await post('/deals', { name: unique('Deal'), companyId: company.id, contactId: contact.id });
    const idsOf = ({ body }: ApiAnswer) => body.data.map(({ id }: { id: string }) => id);
    const byIndustry = `filter[company.industry]=${industry}`;
    expect(idsOf(await get(`/contacts?${byIndustry}`))).toEqual([contact.id]);
    await eventually(async () => expect(idsOf(await get(`/deals?${byIndustry}`))).toEqual([deal.id]));
    expect(idsOf(await get(`/deals?filter[company.domain][startsWith]=${industry}`))).toEqual([deal.id]);
    await eventually(async () =>
      expect(idsOf(await get(`/deals?filter[contact.email]=${contact.email}`))).toEqual([deal.id]),
    );
    const not = {
      filter: [
        { field: 'id', value: deal.id },
        { field: 'company.industry', op: 'ne', value: 'x' },
      ],
    };
    expect(idsOf(await search('deals', not))).toEqual([deal.id]);

    const role = await post('/roles', {
      name: unique('blind'),
      permissions: { deal: { read: 'all' }, contact: { read: 'none' }, company: { read: 'own' } },
      fields: { company: { domain: 'hidden' } },
    });
    const user = await post('/users', { name: unique('Blind'), roleId: role.id });
    const { key } = await post('/api-keys', { name: unique('Key'), userId: user.id });
    const headers = { authorization: `Bearer ${key}` };
    expect(idsOf(await get(`/deals?${byIndustry}`, headers))).toEqual([]);
    expect(idsOf(await get(`/deals?filter[contact.email]=${contact.email}`, headers))).toEqual([]);
    expect(await get(`/deals?filter[company.domain]=x`, headers)).toMatchObject({ status: 400 });
  });

  it('are not for sorts', async () => {
    expect(await get('/deals?sort=company.name')).toMatchObject({ status: 400 });
  });
});

it('answers the fields that are asked for, and what they bring along', async () => {
  const { id, companyId } = await post('/contacts', {
    email: uniqueEmail(),
    firstName: 'Ada',
    companyId: (await post('/companies', { name: unique('Company') })).id,
  });
  expect((await get(`/contacts/${id}?fields=firstName`)).body).toEqual({ id, firstName: 'Ada' });
  const { body } = await get(`/contacts?filter[id]=${id}&fields=id,companyId&include=company`);
  expect(body.data).toEqual([
    { id, companyId, company: expect.objectContaining({ id: companyId }) as object },
  ]);
  const filter = { field: 'id', value: id };
  expect((await search('contacts', { filter, fields: ['firstName'] })).body.data).toEqual([
    { id, firstName: 'Ada' },
  ]);
});

it.each([
  ['/contacts?fields=fristName', 'firstName'],
  ['/contacts?filter[fristName]=x', 'firstName'],
  ['/contacts?filter[firstName][contians]=x', 'contains'],
  ['/contacts?filtre=x', 'filter'],
  ['/contacts?sort=-creatdAt', 'createdAt'],
  ['/deals?filter[compny.name]=x', 'company.name'],
  ['/contacts/01a20644-b1bc-726a-a213-000000000001?inclde=company', 'include'],
  ['/users/01a20644-b1bc-726a-a213-000000000001?fields=name', 'query parameter'],
  ['/deals?filter[expectedCloseDate]=someday', 'last_N_days'],
])('refuses %s, and names %s', async (path, word) => {
  const { status, body } = await get(path);
  expect(status).toBe(400);
  expect(body.detail).toContain(word);
});

it.each([
  [{ filter: 'x' }, '/filter'],
  [{ filter: { and: {} } }, '/filter/and'],
  [{ filter: { or: [{ not: 1 }] } }, '/filter/or/0/not'],
  [{ filter: { field: 'name', value: 'x', colour: 1 } }, '/filter'],
  [{ filter: { field: 'name', op: 'liek', value: 'x' } }, '/filter/op'],
  [{ filter: { field: 'name', value: null } }, '/filter/value'],
  [{ filter: [{ field: 'name', op: 'in', value: 'x' }] }, '/filter/0/value'],
  [{ filter: { field: 'name', op: 'in', value: [{}] } }, '/filter/value/0'],
  [{ limit: 1000 }, '/limit'],
  [{ sort: 'name' }, '/sort'],
  [{ colour: 'red' }, '/colour'],
])('refuses the search %j', async (body, pointer) => {
  const answer = await search('deals', body);
  expect(answer.status).toBe(422);
  expect(answer.body.errors[0].pointer).toBe(pointer);
});

it.each([
  ['/contacts/:id', 'include=company&include=company&fields=id'],
  ['/contacts', 'include=company&include=company&fields=id'],
  ['/contacts/:id/history', 'cursor=9223372036854775808'],
  ['/contacts/:id/history', 'cursor=1&cursor=2'],
  ['/contacts/:id/history', 'cursor=0'],
  ['/imports/:id/errors', 'cursor=9223372036854775808'],
])('refuses %s?%s', async (path, question) => {
  const { id } = await post('/contacts', { email: uniqueEmail() });
  expect(await get(`${path.replace(':id', id)}?${question}`)).toMatchObject({ status: 400 });
});

it('filters by one of several ids, and refuses what is no id, and what has no order', async () => {
  const { id: manager } = await relata.post('/users', { name: unique('Manager') });
  const { id } = await relata.post('/teams', { name: unique('Team'), managerIds: [manager] });
  const idsOf = async (filter: string) =>
    ((await relata.api('GET', `/teams?filter[managerIds]${filter}`)).body.data as { id: string }[]).map(
      (team) => team.id,
    );
  expect(await idsOf(`=${manager}`)).toEqual([id]);
  expect(await idsOf(`[in]=${manager},${id}`)).toEqual([id]);
  expect(await idsOf('[isNull]=false')).toEqual([id]);
  expect(await idsOf(`[ne]=${manager}`)).not.toContain(id);
  for (const question of ['filter[managerIds]=x', `filter[managerIds][gte]=${manager}`, 'sort=managerIds'])
    expect(await relata.api('GET', `/teams?${question}`)).toMatchObject({ status: 400 });
});
