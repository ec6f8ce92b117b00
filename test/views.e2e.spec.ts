import { WholeSystem, eventually, unique, uniqueEmail, type ApiAnswer } from '@relata/testing';

jest.setTimeout(90_000);

let relata: WholeSystem;
beforeAll(async () => {
  relata = await WholeSystem.start();
});
afterAll(() => relata.stop());

type Headers = Record<string, string>;

const INTEGRATION = '01980000-0000-7000-8000-000000000005';
const post = (path: string, body: object, headers: Headers = {}) => relata.post(path, body, headers);
const get = (path: string, headers: Headers = {}) => relata.api('GET', path, undefined, headers);
const namesOf = ({ body }: ApiAnswer) => body.data.map(({ name }: { name: string }) => name);
const idsOf = ({ body }: ApiAnswer) => body.data.map(({ id }: { id: string }) => id);

interface Person {
  id: string;
  headers: Headers;
}

/** Somebody with a role of his own, or that role. */
async function person(
  role: string | { permissions: object; fields?: object },
  more: object = {},
): Promise<Person> {
  const roleId =
    typeof role === 'string' ? role : (await post('/roles', { name: unique('role'), ...role })).id;
  const { id } = await post('/users', { name: unique('User'), roleId, ...more });
  const { key } = await post('/api-keys', { name: unique('Key'), userId: id });
  return { id, headers: { authorization: `Bearer ${key}` } };
}

const OWN_VIEWS = { view: { read: 'own', create: 'own', update: 'own', delete: 'own' } };
const SEES_DEALS = { permissions: { deal: { read: 'all' }, company: { read: 'all' }, ...OWN_VIEWS } };

/** Deals of one word, with these amounts. */
async function deals(amounts: (string | null)[], more: object = {}): Promise<string> {
  const word = unique('Deal');
  for (const amount of amounts) await post('/deals', { name: `${word} ${amount}`, amount, ...more });
  return word;
}

describe('as a record', () => {
  it('is made, changed, deleted and restored, and its history and events tell', async () => {
    const filter = {
      or: [
        { field: 'amount', op: 'gte', value: 1000 },
        { field: 'status', value: 'won' },
      ],
    };
    const body = {
      resource: 'deals',
      name: 'Big ones',
      filter,
      sort: ['-amount', 'name'],
      include: ['contact'],
    };
    const made = await relata.api('POST', '/views', body);
    expect(made.status).toBe(201);
    expect(made.headers.get('location')).toBe(`/v1/views/${made.body.id}`);
    expect(made.body).toMatchObject({
      resource: 'deals',
      visibility: 'private',
      filter: {
        or: [
          { field: 'amount', op: 'gte', value: '1000' },
          { field: 'status', op: 'eq', value: 'won' },
        ],
      },
      sort: ['-amount', 'name'],
      fields: [],
      include: ['contact'],
      q: null,
      version: 1,
    });
    const path = `/views/${made.body.id}`;
    const changed = await relata.api('PATCH', path, {
      name: 'All',
      filter: null,
      sort: null,
      visibility: 'shared',
    });
    expect(changed).toMatchObject({ status: 200, body: { name: 'All', filter: null, sort: [], version: 2 } });
    expect(changed.headers.get('etag')).toBe('"v2"');
    expect(await relata.api('PATCH', path, { name: 'x' }, { 'if-match': '"v1"' })).toMatchObject({
      status: 412,
    });
    expect(await get(path, { 'if-none-match': '"v2"' })).toMatchObject({ status: 304 });
    expect(await relata.api('DELETE', path)).toMatchObject({ status: 204 });
    expect(await get(path)).toMatchObject({ status: 404 });
    expect(idsOf(await get('/views?deleted=only'))).toContain(made.body.id);
    expect(await relata.api('POST', `${path}/restore`)).toMatchObject({ status: 200, body: { version: 4 } });
    const types = ['dealView.restored', 'dealView.deleted', 'dealView.updated', 'dealView.created'];
    const history = await get(`${path}/history`);
    expect(history.body.data.map(({ type }: { type: string }) => type)).toEqual(types);
    await eventually(async () => {
      const { body: log } = await get(`/events?after=start&record=dealView:${made.body.id}`);
      expect(log.data.map(({ type }: { type: string }) => type)).toEqual([...types].reverse());
    });
  });

  it('takes a key, and can be rehearsed', async () => {
    const body = { resource: 'tasks', name: unique('View') };
    const rehearsed = await relata.api('POST', '/views?dryRun=true', body);
    expect(rehearsed.body.dryRun.events).toMatchObject([{ type: 'activityView.created' }]);
    const send = () => relata.api('POST', '/views', body, { 'idempotency-key': body.name });
    const [first, second] = [await send(), await send()];
    expect(second.body).toEqual(first.body);
    expect(idsOf(await get(`/views?filter[name]=${body.name}`))).toEqual([first.body.id]);
  });

  it('is listed with those of all resources, page by page', async () => {
    const owner = await person(INTEGRATION);
    const made: string[] = [];
    for (const resource of ['contacts', 'deals', 'tasks', 'companies', 'activities', 'deals', 'contacts'])
      made.push((await post('/views', { resource, name: unique('View') }, owner.headers)).id);
    const seen: string[] = [];
    for (let cursor = ''; ;) {
      const { body } = await get(`/views?filter[ownerId]=me&limit=2${cursor}`, owner.headers);
      seen.push(...body.data.map(({ id }: { id: string }) => id));
      if (!body.page.nextCursor) break;
      cursor = `&cursor=${body.page.nextCursor}`;
    }
    expect(seen).toEqual(made.reverse());
    const deals = await get('/views?filter[resource]=deals&filter[ownerId]=me', owner.headers);
    expect(deals.body.data).toHaveLength(2);
  });

  it.each([
    [{ filter: { field: 'amuont', value: 1 } }, 400, 'amount'],
    [{ filter: { field: 'amount', op: 'gtt', value: 1 } }, 422, 'gte'],
    [{ filter: { field: 'amount', value: 'much' } }, 400, 'amount'],
    [{ filter: { field: 'customFields.nope', value: 'x' } }, 400, 'customFields.nope'],
    [{ filter: 'all' }, 422, '/filter'],
    [{ sort: ['-creatdAt'] }, 400, 'createdAt'],
    [{ fields: ['amuont'] }, 400, 'amount'],
    [{ include: ['contcat'] }, 400, 'contact'],
    [{ visibility: 'public' }, 422, '/visibility'],
    [{ resource: 'planets' }, 422, '/resource'],
    [{ name: '' }, 422, '/name'],
    [{ colour: 'red' }, 422, '/colour'],
    [{ ownerId: '01a20644-b1bc-726a-a213-000000000001' }, 422, '/ownerId'],
  ])('is refused with %j', async (body, status, word) => {
    const answer = await relata.api('POST', '/views', { resource: 'deals', name: 'View', ...body });
    expect(answer.status).toBe(status);
    expect(JSON.stringify(answer.body)).toContain(word);
  });

  it('is of one resource for good', async () => {
    const { id } = await post('/views', { resource: 'deals', name: 'View' });
    expect(await relata.api('PATCH', `/views/${id}`, { resource: 'tasks' })).toMatchObject({ status: 422 });
    expect(await relata.api('PATCH', `/views/${id}`, { sort: ['firstName'] })).toMatchObject({ status: 400 });
  });
});

describe('in use', () => {
  it('lists what its filter and that of the request leave, in its order or another', async () => {
    const word = await deals(['100', '200', '300', '400', null]);
    const filter = { field: 'amount', op: 'gte', value: 200 };
    const { id } = await post('/views', {
      resource: 'deals',
      name: 'View',
      filter,
      sort: ['-amount'],
      q: word,
    });
    const amounts = ({ body }: ApiAnswer) => body.data.map(({ amount }: { amount: string }) => amount);
    expect(amounts(await get(`/deals?view=${id}`))).toEqual(['400', '300', '200']);
    expect(amounts(await get(`/deals?view=${id}&filter[amount][lt]=400`))).toEqual(['300', '200']);
    expect(amounts(await get(`/deals?view=${id}&sort=amount`))).toEqual(['200', '300', '400']);
    expect(amounts(await get(`/deals?view=${id}&q=300`))).toEqual(['300']);
    expect((await get(`/deals?view=${id}&count=exact&limit=1`)).body.page.total).toBe(3);
    const search = { view: id, filter: { not: { field: 'amount', value: '300' } } };
    expect(amounts(await relata.api('POST', '/deals/search', search))).toEqual(['400', '200']);
    const first = await get(`/deals?view=${id}&limit=2`);
    const { nextCursor } = first.body.page;
    expect(amounts(await get(`/deals?view=${id}&limit=2&cursor=${nextCursor}`))).toEqual(['200']);
    for (const other of [`view=${id}&sort=amount`, `view=${id}&filter[amount][lt]=400`, 'sort=-amount'])
      expect(await get(`/deals?${other}&cursor=${nextCursor}`)).toMatchObject({ status: 400 });
    // Whoever walks it while it changes begins anew.
    await relata.api('PATCH', `/views/${id}`, { sort: ['amount'] });
    expect(await get(`/deals?view=${id}&cursor=${nextCursor}`)).toMatchObject({
      status: 400,
      body: { code: 'INVALID_CURSOR' },
    });
  });

  it('answers its fields with what it brings along, unless the request wants others', async () => {
    const company = await post('/companies', { name: unique('Company') });
    const word = await deals(['100'], { companyId: company.id });
    const body = { resource: 'deals', name: 'View', q: word, fields: ['amount'], include: ['company'] };
    const { id } = await post('/views', body);
    const one = async (path: string) => (await get(path)).body.data[0];
    const deal = await one(`/deals?view=${id}`);
    expect(deal).toEqual({ id: deal.id, amount: '100', company });
    expect(await one(`/deals?view=${id}&fields=currency`)).toEqual({ id: deal.id, currency: 'USD' });
    expect(Object.keys(await one(`/deals?view=${id}&include=contact`)).length).toBeGreaterThan(10);
    const search = { view: id, fields: ['currency'], include: ['company'] };
    expect((await relata.api('POST', '/deals/search', search)).body.data).toEqual([
      { id: deal.id, currency: 'USD', company },
    ]);
    expect((await relata.api('POST', '/deals/search', { view: id })).body.data).toEqual([deal]);
  });

  it('is what an export holds', async () => {
    const word = await deals(['100', '200', '300']);
    const filter = { field: 'amount', op: 'gte', value: 200 };
    const view = { resource: 'deals', name: 'View', filter, q: word, sort: ['amount'], fields: ['amount'] };
    const { id } = await post('/views', view);
    const { id: job } = await post('/exports', { resource: 'deals', view: id });
    await eventually(async () =>
      expect((await get(`/exports/${job}`)).body).toMatchObject({ status: 'completed', rows: 2 }),
    );
    const headers = { authorization: `Bearer ${relata.apiKey}` };
    const file = await fetch(`${relata.url}/v1/exports/${job}/file`, { headers });
    const [head, ...rows] = (await file.text()).trim().split('\n');
    expect(head).toBe('id,amount');
    expect(rows.map((row) => row.split(',')[1])).toEqual(['200', '300']);
  });

  it('means who uses it by me, and shows nobody more than he may see', async () => {
    const [one, other] = [await person(INTEGRATION), await person(INTEGRATION)];
    const rep = await person('01980000-0000-7000-8000-000000000003');
    const word = unique('Deal');
    await post('/deals', { name: `${word} one` }, one.headers);
    await post('/deals', { name: `${word} other` }, other.headers);
    const filter = { field: 'ownerId', value: 'me' };
    const mine = await post('/views', {
      resource: 'deals',
      name: 'Mine',
      filter,
      q: word,
      visibility: 'shared',
    });
    const all = await post('/views', { resource: 'deals', name: 'All', q: word, visibility: 'shared' });
    expect(namesOf(await get(`/deals?view=${mine.id}`, one.headers))).toEqual([`${word} one`]);
    expect(namesOf(await get(`/deals?view=${mine.id}`, other.headers))).toEqual([`${word} other`]);
    expect(namesOf(await get(`/deals?view=${all.id}`, one.headers))).toHaveLength(2);
    expect(namesOf(await get(`/deals?view=${all.id}`, rep.headers))).toEqual([]);
  });

  it('says which field it names that is gone, or hidden', async () => {
    const fieldName = unique('tier').replace('-', '');
    const field = { entityType: 'deal', fieldName, fieldType: 'text', fieldLabel: 'Tier' };
    const { id: fieldId } = await post('/custom-fields', field);
    const filter = { field: `customFields.${fieldName}`, value: 'gold' };
    const view = { resource: 'deals', name: 'Gold', filter, visibility: 'shared' };
    const { id } = await post('/views', view);
    expect(await get(`/deals?view=${id}`)).toMatchObject({ status: 200 });
    await relata.api('DELETE', `/custom-fields/${fieldId}`);
    const uses = [
      get(`/deals?view=${id}`),
      relata.api('POST', '/deals/search', { view: id }),
      relata.api('POST', '/exports', { resource: 'deals', view: id }),
    ];
    for (const { status, body } of await Promise.all(uses)) {
      expect(status).toBe(400);
      expect(body.errors).toMatchObject([{ pointer: '/view', code: 'invalid_view' }]);
      expect(body.detail).toContain(`The view "Gold" names customFields.${fieldName}`);
    }
    // It can still be changed to one that works.
    expect(await relata.api('PATCH', `/views/${id}`, { name: 'Silver' })).toMatchObject({ status: 200 });
    expect(await relata.api('PATCH', `/views/${id}`, { filter: null })).toMatchObject({ status: 200 });

    const { permissions } = SEES_DEALS;
    const blind = await person({ permissions, fields: { deal: { amount: 'hidden' } } });
    const big = await post('/views', {
      ...view,
      name: 'Big',
      filter: { field: 'amount', op: 'gt', value: 1 },
    });
    const refused = await get(`/deals?view=${big.id}`, blind.headers);
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ pointer: '/view' }] } });
    expect(refused.body.detail).toContain('amount');
    // What the request itself asks is not the view's fault.
    const own = await get(`/deals?view=${id}&filter[amuont]=1`);
    expect(own.body.detail).toMatch(/^There is no field "amuont"/);
  });

  it.each([
    ['/contacts?view=', 400, 'is of deals, not of contacts'],
    ['/deals?asOf=2026-06-30T00:00:00Z&view=', 400, 'leave one out'],
  ])('is refused by %s', async (path, status, words) => {
    const { id } = await post('/views', { resource: 'deals', name: 'View' });
    const answer = await get(path + id);
    expect(answer.status).toBe(status);
    expect(answer.body.detail).toContain(words);
  });

  it('is refused when there is none, or none that may be seen', async () => {
    expect(await get('/deals?view=mine')).toMatchObject({ status: 400 });
    const { id } = await post('/views', { resource: 'deals', name: 'View' });
    const other = await person(INTEGRATION);
    const unknown = '01a20644-b1bc-726a-a213-000000000001';
    for (const answer of [
      await get(`/deals?view=${unknown}`),
      await get(`/deals?view=${id}`, other.headers),
      await relata.api('POST', '/deals/search', { view: unknown }),
      await relata.api('POST', '/exports', { resource: 'deals', view: unknown }),
    ])
      expect(answer).toMatchObject({
        status: 422,
        body: { code: 'UNKNOWN_REFERENCE', errors: [{ pointer: '/view' }] },
      });
  });
});

describe('among several', () => {
  it('is for its owner, for everybody who reads the resource, or for whom it is shared with', async () => {
    const team = await post('/teams', { name: unique('Team') });
    const owner = await person(SEES_DEALS);
    const [colleague, stranger] = [await person(SEES_DEALS, { teamId: team.id }), await person(SEES_DEALS)];
    const blind = await person({ permissions: { contact: { read: 'all' }, ...OWN_VIEWS } });
    const { id } = await post('/views', { resource: 'deals', name: 'View' }, owner.headers);
    const seenBy = async () => {
      const seen = [];
      for (const one of [owner, colleague, stranger, blind]) {
        const { status } = await get(`/views/${id}`, one.headers);
        expect(idsOf(await get('/views?limit=200', one.headers)).includes(id)).toBe(status === 200);
        seen.push(status === 200);
      }
      return seen;
    };
    expect(await seenBy()).toEqual([true, false, false, false]);
    const share = { type: 'team', level: 'write' };
    const shares = `/views/${id}/shares/${team.id}`;
    expect(await relata.api('PUT', shares, share, owner.headers)).toMatchObject({ status: 200 });
    await eventually(async () => expect(await seenBy()).toEqual([true, true, false, false]));
    const patch = (headers: Headers) =>
      relata.api('PATCH', `/views/${id}`, { name: unique('View') }, headers);
    expect(await patch(colleague.headers)).toMatchObject({ status: 200 });
    await relata.api('PATCH', `/views/${id}`, { visibility: 'shared' }, owner.headers);
    expect(await seenBy()).toEqual([true, true, true, false]);
    expect(await patch(stranger.headers)).toMatchObject({ status: 403 });
    expect(await relata.api('DELETE', `/views/${id}`, undefined, stranger.headers)).toMatchObject({
      status: 403,
    });
    expect(await relata.api('DELETE', shares, undefined, owner.headers)).toMatchObject({ status: 200 });
    expect(await patch(colleague.headers)).toMatchObject({ status: 403 });
    // The administrator may do everything with all of them.
    expect(await patch({})).toMatchObject({ status: 200 });
  });

  it('leaves the sight of others when it is shared no more, and events tell them so', async () => {
    const reader = await person(SEES_DEALS);
    const { id } = await post('/views', { resource: 'deals', name: 'View', visibility: 'shared' });
    await relata.api('PATCH', `/views/${id}`, { visibility: 'private', name: 'Secret' });
    await eventually(async () => {
      const { body } = await get(`/events?after=start&record=dealView:${id}`, reader.headers);
      expect(body.data.map(({ type }: { type: string }) => type)).toEqual(['record.leftScope']);
      expect(JSON.stringify(body)).not.toContain('Secret');
    });
  });

  it('wants the right to read what it lists', async () => {
    const blind = await person({ permissions: { contact: { read: 'all' }, ...OWN_VIEWS } });
    const body = { resource: 'deals', name: 'View' };
    expect(await relata.api('POST', '/views', body, blind.headers)).toMatchObject({ status: 403 });
    const without = await person({ permissions: { deal: { read: 'all' } } });
    expect(await relata.api('POST', '/views', body, without.headers)).toMatchObject({ status: 403 });
    expect(await get('/views', without.headers)).toMatchObject({ status: 403 });
    const contact = {
      resource: 'contacts',
      name: 'People',
      filter: { field: 'email', value: uniqueEmail() },
    };
    expect(await relata.api('POST', '/views', contact, blind.headers)).toMatchObject({ status: 201 });
  });
});
