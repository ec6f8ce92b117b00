import { WholeSystem, uniqueEmail, unique } from '@relata/testing';

jest.setTimeout(90_000);

const ORIGIN = 'https://crm.example';
const LIMIT = 50;
const CANARY = 'canary-5f3a9c-must-not-be-logged';

let relata: WholeSystem;
beforeAll(async () => {
  const env = { CORS_ORIGINS: ORIGIN, REQUESTS_PER_MINUTE_PER_USER: String(LIMIT), LOG_LEVEL: 'trace' };
  relata = await WholeSystem.start({ env });
});
afterAll(() => relata.stop());

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(relata.url + path, { method, headers });
const key = () => ({ authorization: `Bearer ${relata.apiKey}` });

it('sends the headers that browsers go by, and none that tells versions', async () => {
  for (const path of ['/v1/contacts', '/docs', '/openapi.json', '/nothing']) {
    const { headers } = await get(path);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain(`default-src 'none'`);
    expect(headers.get('strict-transport-security')).toContain('max-age');
    for (const name of ['server', 'x-powered-by']) expect(headers.get(name)).toBeNull();
  }
});

it('shows the documentation page with everything that it brings', async () => {
  const page = await (await get('/docs')).text();
  const parts = [...page.matchAll(/(?:src|href)="(\.\/[^"]+)"/g)].map(
    ([, part]) => new URL(part ?? '', `${relata.url}/docs`),
  );
  expect(parts.length).toBeGreaterThan(3);
  for (const part of parts) expect((await fetch(part)).status).toBe(200);
});

it('lets pages of the origins in the list read, and of no other', async () => {
  const preflight = (origin: string) =>
    get(
      '/v1/contacts',
      { origin, 'access-control-request-method': 'GET', 'access-control-request-headers': 'authorization' },
      'OPTIONS',
    );
  expect((await preflight(ORIGIN)).headers.get('access-control-allow-origin')).toBe(ORIGIN);
  expect((await preflight('https://evil.example')).headers.get('access-control-allow-origin')).not.toBe(
    'https://evil.example',
  );
  const answer = await get('/v1/contacts', { ...key(), origin: 'https://evil.example' });
  expect(answer.headers.get('access-control-allow-origin')).not.toBe('https://evil.example');
  expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
});

it('answers errors without stack, SQL or version, and logs no secret', async () => {
  const { body: user } = await relata.api('POST', '/users', {
    name: unique('User'),
    email: uniqueEmail(),
    password: CANARY,
  });
  const { body: session } = await relata.api('POST', '/sessions', { email: user.email, password: CANARY });
  const made = await relata.api('POST', '/api-keys', { name: CANARY });
  await relata.api('GET', '/contacts', undefined, { authorization: `Bearer ${session.token}x` });
  await relata.api('POST', '/sessions/refresh', { refreshToken: session.refreshToken });
  await relata.api('POST', '/sessions', { email: user.email, password: `${CANARY}x` });
  for (const path of ['/contacts?filter[x]=1', '/contacts/x', '/events?after=x', `/contacts?q=${CANARY}`]) {
    const { body } = await relata.api('GET', path);
    expect(JSON.stringify(body)).not.toMatch(/\bat .*\.[jt]s:\d|SELECT |node_modules|fastify|nest/i);
  }
  const log = relata.launched.output + relata.launched.errors;
  expect(log).toContain('"route"');
  for (const secret of [CANARY, session.token, session.refreshToken, session.deviceToken, made.body.key])
    expect(log).not.toContain(secret);
});

it('refuses what exceeds a user’s limit, and says when to come again; others go on', async () => {
  const { body: user } = await relata.api('POST', '/users', { name: unique('User') });
  const { body } = await relata.api('POST', '/api-keys', { name: unique('Key'), userId: user.id });
  const mine = { authorization: `Bearer ${body.key}` };
  const answers = await Promise.all(Array.from({ length: LIMIT + 5 }, () => get('/v1/pipelines', mine)));
  const refused = answers.filter(({ status }) => status === 429);
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(LIMIT);
  expect(refused).toHaveLength(5);
  expect(await refused[0]?.json()).toMatchObject({ code: 'RATE_LIMITED', status: 429 });
  const { headers } = refused[0] as Response;
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  expect(Number(headers.get('retry-after'))).toBeLessThanOrEqual(60);
  expect(headers.get('ratelimit-policy')).toBe(`"user";q=${LIMIT};w=60`);
  expect(headers.get('ratelimit')).toMatch(/^"user";r=0;t=\d+$/);
  // Another key of the same user does not help; another user is not touched, and health is always told.
  const { body: second } = await relata.api('POST', '/api-keys', { name: unique('Key'), userId: user.id });
  expect((await get('/v1/pipelines', { authorization: `Bearer ${second.key}` })).status).toBe(429);
  expect((await get('/livez')).status).toBe(200);
});
