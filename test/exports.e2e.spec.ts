import { parse } from 'csv-parse/sync';
import { WholeSystem, eventually, unique, uniqueEmail, type ApiAnswer } from '@relata/testing';

jest.setTimeout(90_000);

let relata: WholeSystem;
beforeAll(async () => {
  relata = await WholeSystem.start();
});
afterAll(() => relata.stop());

const bearer = (key: string) => ({ authorization: `Bearer ${key}` });
const post = (path: string, body: object, headers = {}) => relata.post(path, body, headers);

/** A key of somebody with these rights. */
async function keyOf(permissions: object, fields: object = {}): Promise<{ id: string; headers: object }> {
  const role = await post('/roles', {
    name: unique('role'),
    permissions: { ...permissions, export: { read: 'own', create: 'own', delete: 'own' } },
    fields,
  });
  const user = await post('/users', { name: unique('User'), roleId: role.id });
  const { key } = await post('/api-keys', { name: unique('Key'), userId: user.id });
  return { id: user.id, headers: bearer(key) };
}

async function file(id: string, headers: object = bearer(relata.apiKey)): Promise<Response> {
  return fetch(`${relata.url}/v1/exports/${id}/file`, { headers: headers as Record<string, string> });
}

/** Asks for an export, waits for it, and answers the job and the file. */
async function exported(body: object, headers = {}): Promise<{ job: ApiAnswer['body']; text: string }> {
  const { id } = await post('/exports', body, headers);
  const job = await eventually(async () => {
    const answer = await relata.api('GET', `/exports/${id}`, undefined, headers);
    expect(['completed', 'failed']).toContain(answer.body.status);
    return answer.body;
  });
  const text = await (await file(id, { ...bearer(relata.apiKey), ...headers })).text();
  return { job, text };
}

const rowsOf = (text: string) => parse<Record<string, string>>(text, { columns: true });

it('writes every record that the filter leaves, with custom fields as columns', async () => {
  const department = unique('department');
  await post('/custom-fields', {
    entityType: 'contact',
    fieldName: 'shoeSize',
    fieldType: 'number',
    fieldLabel: 'Shoe size',
  });
  const operations = Array.from({ length: 450 }, (_, index) => ({
    op: 'create',
    body: { email: uniqueEmail(), department, lastName: `No ${index}`, customFields: { shoeSize: index } },
  }));
  await post('/contacts/batch', { operations });
  await post('/contacts', { email: uniqueEmail() });
  const { job, text } = await exported({
    resource: 'contacts',
    filter: { field: 'department', value: department },
    sort: ['createdAt'],
  });
  expect(job).toMatchObject({ status: 'completed', rows: 450, resource: 'contacts', format: 'csv' });
  const rows = rowsOf(text);
  expect(rows).toHaveLength(450);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(450);
  const seventh = rows.find(({ lastName }) => lastName === 'No 7');
  expect(seventh).toMatchObject({ department, 'customFields.shoeSize': '7', externalKeys: '[]', phone: '' });
});

it('writes a line of JSON a record, with the fields that were asked for', async () => {
  const name = unique('Deal');
  const { id } = await post('/deals', { name, amount: '12.50' });
  const { text } = await exported({
    resource: 'deals',
    format: 'ndjson',
    filter: { field: 'name', value: name },
    fields: ['name', 'amount'],
  });
  expect(text).toBe(`${JSON.stringify({ id, name, amount: '12.50' })}\n`);
});

it('writes no cell that a spreadsheet takes for a formula', async () => {
  const department = unique('department');
  const starts = ['=', '+', '-', '@', '\t', '\r'];
  const operations = starts.map((start, index) => ({
    op: 'create',
    body: { email: uniqueEmail(), department, title: `${start}HYPERLINK("http://evil.example")${index}` },
  }));
  await post('/contacts/batch', { operations });
  const { text } = await exported({
    resource: 'contacts',
    filter: { field: 'department', value: department },
    fields: ['title'],
  });
  const cells = rowsOf(text).map(({ title = '' }) => title);
  expect(cells).toHaveLength(starts.length);
  for (const cell of cells) expect(cell).toMatch(/^'/);
});

it('holds what its owner may see and export, and no more', async () => {
  const name = unique('Deal');
  const { id, headers } = await keyOf(
    { deal: { read: 'all', create: 'own', export: 'own' } },
    { deal: { amount: 'hidden' } },
  );
  const mine = await post('/deals', { name, ownerId: id });
  await post('/deals', { name, amount: '99' });
  const filter = { field: 'name', value: name };
  const { text } = await exported({ resource: 'deals', filter }, headers);
  const rows = rowsOf(text);
  expect(rows.map((row) => row.id)).toEqual([mine.id]);
  expect(Object.keys(rows[0]!)).not.toContain('amount');
  expect(Object.keys(rows[0]!)).not.toContain('weightedAmount');
  const refused = { resource: 'deals', fields: ['amount'] };
  expect(await relata.api('POST', '/exports', refused, headers as Record<string, string>)).toMatchObject({
    status: 422,
  });
});

it('is for those who may export, and its file for its owner', async () => {
  const { headers } = await keyOf({ deal: { read: 'all' } });
  const reader = headers as Record<string, string>;
  expect(await relata.api('POST', '/exports', { resource: 'deals' }, reader)).toMatchObject({ status: 403 });
  const { job } = await exported({ resource: 'deals' });
  expect(await relata.api('GET', `/exports/${job.id}`, undefined, reader)).toMatchObject({ status: 404 });
  expect((await file(job.id, reader)).status).toBe(404);
  expect((await relata.api('GET', '/exports', undefined, reader)).body.data).toEqual([]);
});

it('is refused as soon as the role allows it no more', async () => {
  const { id, headers } = await keyOf({ contact: { read: 'all', export: 'all' } });
  const ask = () =>
    relata.api('POST', '/exports', { resource: 'contacts' }, headers as Record<string, string>);
  expect((await ask()).status).toBe(202);
  const { body: user } = await relata.api('GET', `/users/${id}`);
  await relata.api('PATCH', `/roles/${user.roleId}`, { permissions: { contact: { read: 'all' } } });
  await eventually(async () => expect((await ask()).status).toBe(403), { withinMs: 1_000 });
});

it('is in the audit trail, with what was asked for', async () => {
  const { job } = await exported({ resource: 'tasks', q: 'nothing at all' });
  const { body } = await relata.api('GET', `/audit?record=activityExport:${job.id}`);
  expect(body.data.map(({ type }: { type: string }) => type)).toEqual([
    'activityExport.ended',
    'activityExport.started',
    'activityExport.created',
  ]);
  expect(JSON.stringify(body.data[2].changes)).toContain('nothing at all');
  expect(body.data[0].actorName).not.toBe('system');
});

it('can be deleted, and its file with it', async () => {
  const { job } = await exported({ resource: 'companies' });
  expect((await file(job.id)).headers.get('content-disposition')).toContain(`companies-${job.id}.csv`);
  expect((await relata.api('DELETE', `/exports/${job.id}`)).status).toBe(204);
  expect((await file(job.id)).status).toBe(404);
});

it.each([
  [{ resource: 'planets' }, 422, '/resource'],
  [{ resource: 'deals', format: 'xlsx' }, 422, '/format'],
  [{ resource: 'deals', filter: { field: 'amuont', value: '1' } }, 400, 'amount'],
  [{ resource: 'deals', fields: ['amuont'] }, 400, 'amount'],
  [{ resource: 'deals', sort: ['-amuont'] }, 400, 'amount'],
])('refuses %j', async (body, status, word) => {
  const answer = await relata.api('POST', '/exports', body);
  expect(answer.status).toBe(status);
  expect(JSON.stringify(answer.body)).toContain(word);
});
