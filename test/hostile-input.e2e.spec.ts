import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { WholeSystem, unique, uniqueEmail, type ApiAnswer } from '@relata/testing';

let relata: WholeSystem;
beforeAll(async () => {
  relata = await WholeSystem.start();
}, 60_000);
afterAll(() => relata.stop());

/** A body that makes a record of each resource. */
const BODIES: Record<string, () => object> = {
  contacts: () => ({ email: uniqueEmail(), firstName: 'Ada' }),
  companies: () => ({ name: unique('Company') }),
  deals: () => ({ name: unique('Deal') }),
  activities: () => ({ type: 'call', subject: 'Hello' }),
  tasks: () => ({ title: 'Call back' }),
  users: () => ({ name: unique('User') }),
  teams: () => ({ name: unique('Team') }),
  'custom-fields': () => ({
    entityType: 'contact',
    fieldName: unique('field').replace(/\W/g, '_'),
    fieldType: 'text',
    fieldLabel: 'A field',
  }),
};
const RESOURCES = Object.keys(BODIES);

const made = async (resource: string): Promise<Record<string, unknown>> => {
  const answer = await relata.api('POST', `/${resource}`, BODIES[resource]!());
  expect({ resource, status: answer.status, body: answer.body }).toMatchObject({ status: 201 });
  return answer.body;
};

/** Refused in our form, naming what is wrong, or taken; never a crash. */
function expectDecent(answer: ApiAnswer, what: unknown): void {
  expect({ what, status: answer.status, crashed: answer.status >= 500 }).toMatchObject({
    what,
    crashed: false,
  });
  if (answer.status >= 400) {
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.body.detail).toMatch(/\w/);
  }
}

describe.each(RESOURCES)('%s', (resource) => {
  it('takes null where a field can be empty, and else refuses it by name', async () => {
    const record = await made(resource);
    for (const field of Object.keys(record)) {
      const answer = await relata.api('PATCH', `/${resource}/${record.id as string}`, { [field]: null });
      // Empty now, or refused by name: nothing between.
      const errors = (answer.body.errors ?? []) as { pointer: string }[];
      const named = [...new Set(errors.map((error) => error.pointer))];
      const isEmpty = answer.status === 200 && answer.body[field] === null;
      const isRefused = answer.status === 422 && named.length === 1 && named[0] === `/${field}`;
      expect({ field, status: answer.status, named, isDecent: isEmpty || isRefused }).toMatchObject({
        isDecent: true,
      });
    }
  });

  it('survives every kind of wrong value in every field', async () => {
    const record = await made(resource);
    const values = [1e308, -1, 0.1, '\0', '\ud800', [], {}, [[]], 'x'.repeat(100_000), true, '', '"\'; --'];
    for (const field of Object.keys(record)) {
      for (const value of values) {
        const answer = await relata.api('PATCH', `/${resource}/${record.id as string}`, { [field]: value });
        expectDecent(answer, { field, value: JSON.stringify(value).slice(0, 20) });
      }
    }
  });

  it('survives every kind of wrong body', async () => {
    const { id } = await made(resource);
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const bodies = [
      'null',
      '[]',
      '1',
      '"text"',
      '{',
      '\0',
      deep,
      `{"customFields":${deep}}`,
      '{"__proto__":{"x":1}}',
    ];
    const more = ['{"constructor":{"prototype":{"x":1}}}', '{"customFields":{"__proto__":{"x":1}}}'];
    for (const body of [...bodies, ...more]) {
      const changed = await relata.api('PATCH', `/${resource}/${id as string}`, body);
      expectDecent(changed, body.slice(0, 40));
      expect({ body: body.slice(0, 40), status: changed.status }).not.toMatchObject({ status: 200 });
      expectDecent(await relata.api('POST', `/${resource}`, body), body.slice(0, 40));
    }
    expect(({} as { x?: number }).x).toBeUndefined();
  });

  it('survives every kind of wrong question', async () => {
    const { id } = await made(resource);
    const questions = [
      ...['limit=0', 'limit=1e9', 'limit=x', 'q=%00', 'filter[id]=x', 'filter[createdAt][gte]=someday'],
      ...['sort=id;drop', 'filter[x][y][z]=1', 'filter=1', 'cursor=abc', `sort=${'id,'.repeat(2_000)}`],
      ...[
        'filter[version]=99999999999999',
        'filter[id][in]=',
        'filter[__proto__]=1',
        'count=some',
        'deleted=all',
      ],
    ];
    for (const question of questions) {
      const answer = await relata.api('GET', `/${resource}?${question}`);
      expectDecent(answer, question.slice(0, 40));
      // What this list has no use for, it refuses all the same.
      expect([question.slice(0, 40), answer.status]).toEqual([question.slice(0, 40), 400]);
    }
    for (const path of ['x', '%00', '00000000-0000-0000-0000-00000000000g', `${id as string}x`]) {
      const answer = await relata.api('GET', `/${resource}/${path}`);
      expect([path, answer.status, answer.body.detail]).toEqual([path, 400, expect.stringContaining('UUID')]);
    }
  });

  it('takes an empty body with the type of JSON where none is wanted', async () => {
    const { id } = await made(resource);
    const headers = { 'content-type': 'application/json' };
    expect((await relata.api('DELETE', `/${resource}/${id as string}`, undefined, headers)).status).toBe(204);
    if (resource === 'custom-fields') return;
    expect((await relata.api('POST', `/${resource}/${id as string}/restore`, '', headers)).status).toBe(200);
  });
});

it('answers 404 in the form of every error where there is no route', async () => {
  const answer = await relata.api('GET', '/nowhere');
  expect([answer.status, answer.body.code]).toEqual([404, 'NOT_FOUND']);
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
});

it.each([
  { name: 'content-length: 40000000', frame: (part: Buffer) => part, end: '' },
  {
    name: 'transfer-encoding: chunked',
    frame: (part: Buffer) =>
      Buffer.concat([Buffer.from(`${part.length.toString(16)}\r\n`), part, Buffer.from('\r\n')]),
    end: '0\r\n\r\n',
  },
])('refuses 40 MB so that who is still sending sees it ($name)', async ({ name, frame, end }) => {
  const { host, hostname, port } = new URL(relata.url);
  const socket = connect(Number(port), hostname);
  const answers = text(socket);
  const head = [
    `POST /v1/contacts HTTP/1.1`,
    `Host: ${host}`,
    `Authorization: Bearer ${relata.apiKey}`,
    'Content-Type: application/json',
  ];
  socket.write([...head, name, '', ''].join('\r\n'));
  for (let sent = 0; sent < 40; sent++) {
    if (!socket.write(frame(Buffer.alloc(1_000_000, ' ')))) await once(socket, 'drain');
  }
  socket.write(`${end}GET /nowhere HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
  const [refused, next] = (await answers).split(/(?<=})(?=HTTP)/);
  expect(refused).toMatch(/^HTTP\/1.1 413 [^]*PAYLOAD_TOO_LARGE/);
  expect(next).toMatch(/^HTTP\/1.1 404 /);
});

it('answers a URL that is too long in the form of every error, and closes the connection', async () => {
  const answer = await relata.api('GET', `/contacts?q=${'x'.repeat(20_000)}`);
  expect(answer).toMatchObject({ status: 431, body: { status: 431, code: 'PAYLOAD_TOO_LARGE' } });
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  expect(answer.headers.get('connection')).toBe('close');
  expect(answer.headers.get('x-request-id')).toBe(answer.body.traceId);
});

it.each([101, 255])('takes a key of another system of %d characters', async (length) => {
  const path = `/companies/by-external/erp/${'ä'.repeat(length)}`;
  expect((await relata.api('PUT', path, { name: unique('Company') })).status).toBe(201);
});

it.each([
  ['too long', 'x'.repeat(2_000), 414, 'PAYLOAD_TOO_LARGE'],
  ['no percent-encoding', '%zz', 400, 'INVALID_QUERY'],
  ['no UTF-8', '%ff%fe', 400, 'INVALID_QUERY'],
])('answers a part of a path that is %s in the form of every error', async (_, part, status, code) => {
  const answer = await relata.api('GET', `/contacts/${part}`);
  expect(answer).toMatchObject({ status, body: { status, code } });
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  expect(answer.headers.get('x-request-id')).toBe(answer.body.traceId);
});

const part = (head: string, content: string) =>
  `--x\r\nContent-Disposition: form-data; ${head}\r\n\r\n${content}\r\n`;
const OPTIONS = part('name="options"', '{"resource":"contacts","mapping":{"Email":"email"}}');
const FILE = 'name="file"; filename="a.csv"';

it.each([
  ['has no boundary', 'multipart/form-data', OPTIONS],
  ['has another boundary', 'multipart/form-data; boundary=y', OPTIONS],
  ['has a boundary that is too long', `multipart/form-data; boundary=${'x'.repeat(300)}`, OPTIONS],
  ['ends in the middle', 'multipart/form-data; boundary=x', `${OPTIONS}--x\r\nContent-Disp`],
  ['ends in the file', 'multipart/form-data; boundary=x', OPTIONS + part(FILE, 'Email\r\na@b.example')],
  [
    'has a part that is not of its type',
    'multipart/form-data; boundary=x',
    `${part('name="options"\r\nContent-Type: application/json', '{')}--x--\r\n`,
  ],
  ['has no end', 'multipart/form-data; boundary=x', ''],
])('refuses an upload whose form %s', async (_, type, body) => {
  const answer = await relata.api('POST', '/imports', body, { 'content-type': type });
  expect(answer).toMatchObject({ status: 422, body: { code: 'VALIDATION_FAILED' } });
});
