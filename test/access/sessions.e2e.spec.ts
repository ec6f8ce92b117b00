import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  SignJWT,
  createLocalJWKSet,
  exportJWK,
  generateKeyPair,
  importJWK,
  jwtVerify,
  type CryptoKey,
  type JSONWebKeySet,
  type JWTPayload,
} from 'jose';
import { WholeSystem, eventually, unique, uniqueEmail, type ApiAnswer } from '@relata/testing';

jest.setTimeout(90_000);

const PASSWORD = 'a long password';
const OUTSIDE = 'https://id.outside.example';

/** An identity provider as others run them: its keys over HTTP. */
class OutsideIssuer {
  private constructor(
    private readonly server: Server,
    private readonly key: CryptoKey,
  ) {}

  static async start(): Promise<OutsideIssuer> {
    const { privateKey, publicKey } = await generateKeyPair('ES256');
    const keys = [{ ...(await exportJWK(publicKey)), kid: 'one', alg: 'ES256' }];
    const server = createServer((_, answer) =>
      answer.setHeader('content-type', 'application/json').end(JSON.stringify({ keys })),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new OutsideIssuer(server, privateKey);
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/jwks`;
  }

  token(claims: JWTPayload): Promise<string> {
    return new SignJWT({ iss: OUTSIDE, aud: 'relata', ...claims })
      .setProtectedHeader({ alg: 'ES256', kid: 'one' })
      .setIssuedAt()
      .setExpirationTime(claims.exp ?? '5m')
      .sign(this.key);
  }

  stop(): void {
    this.server.close();
  }
}

let issuer: OutsideIssuer;
let relata: WholeSystem;
beforeAll(async () => {
  issuer = await OutsideIssuer.start();
  const trusted = { issuer: OUTSIDE, audience: 'relata', jwksUrl: issuer.url };
  const bySystem = { ...trusted, issuer: `${OUTSIDE}/keys`, system: 'okta' };
  relata = await WholeSystem.start({ env: { TRUSTED_ISSUERS: JSON.stringify([trusted, bySystem]) } });
});
afterAll(async () => {
  await relata.stop();
  issuer.stop();
});

interface Session {
  id: string;
  token: string;
  refreshToken: string;
  userId: string;
}

async function user(more: object = {}): Promise<{ id: string; email: string }> {
  const body = { name: unique('User'), email: uniqueEmail(), password: PASSWORD, ...more };
  return (await relata.api('POST', '/users', body)).body;
}

const signIn = async (email: string): Promise<Session> =>
  (await relata.api('POST', '/sessions', { email, password: PASSWORD }, { authorization: '' })).body;
const as = (token: string, path = '/contacts', method = 'GET', body?: object): Promise<ApiAnswer> =>
  relata.api(method, path, body, { authorization: `Bearer ${token}` });
const jwks = async () => (await (await fetch(`${relata.url}/.well-known/jwks.json`)).json()) as JSONWebKeySet;

it('signs in to an access token that anybody can verify by the published keys', async () => {
  const { id, email } = await user();
  const session = await signIn(email);
  const { payload, protectedHeader } = await jwtVerify(session.token, createLocalJWKSet(await jwks()), {
    issuer: 'relata',
    audience: 'relata-api',
    algorithms: ['EdDSA'],
  });
  expect(payload).toMatchObject({ sub: id, sid: session.id });
  expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(600);
  expect(protectedHeader).toMatchObject({ alg: 'EdDSA', typ: 'at+jwt' });
  expect(JSON.stringify(await jwks())).not.toContain('"d"');
  expect(await as(session.token)).toMatchObject({ status: 200 });
  const { body } = await as(session.token, '/contacts', 'POST', { email: uniqueEmail() });
  expect(body.ownerId).toBe(id);
});

it('says where the session is', async () => {
  const { email } = await user();
  const { headers, body } = await relata.api('POST', '/sessions', { email, password: PASSWORD });
  expect(headers.get('location')).toBe(`/v1/sessions/${body.id}`);
});

it('refuses every token that it has not signed itself for this use', async () => {
  const { id, email } = await user();
  const { id: sid } = await signIn(email);
  const [published] = (await jwks()).keys;
  const { privateKey } = await generateKeyPair('EdDSA');
  const claims = { sid, sub: id, iss: 'relata', aud: 'relata-api' };
  const signed = (alg: string, key: CryptoKey | Uint8Array, header: object = {}, payload: JWTPayload = {}) =>
    new SignJWT({ ...claims, ...payload })
      .setProtectedHeader({ alg, typ: 'at+jwt', kid: published?.kid ?? '', ...header })
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(key);
  const part = (json: object) => Buffer.from(JSON.stringify(json)).toString('base64url');
  const asSecret = new TextEncoder().encode(JSON.stringify(published));
  for (const token of [
    `${part({ alg: 'none', typ: 'at+jwt' })}.${part({ ...claims, exp: 4_102_444_800 })}.`,
    await signed('HS256', asSecret),
    await signed('EdDSA', privateKey),
    await signed('EdDSA', privateKey, { kid: 'unknown' }),
    await signed('EdDSA', privateKey, {
      jwk: await exportJWK((await generateKeyPair('EdDSA', { extractable: true })).publicKey),
    }),
    'x.y.z',
    'rel_unknown',
  ])
    expect(await as(token)).toMatchObject({ status: 401, body: { code: 'UNAUTHENTICATED' } });
});

it('keeps tokens of the former key after a rotation', async () => {
  const { email } = await user();
  const before = await signIn(email);
  expect((await relata.api('POST', '/signing-keys/rotate')).status).toBe(200);
  expect(await as(before.token)).toMatchObject({ status: 200 });
  await eventually(async () => {
    const { token } = await signIn(email);
    expect(JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()).kid).toBe(
      (await jwks()).keys[0]?.kid,
    );
    expect(await as(token)).toMatchObject({ status: 200 });
  });
  expect(await as(before.token, '/signing-keys/rotate', 'POST')).toMatchObject({ status: 403 });
});

it('refreshes, and refuses everything of an ended session within a second', async () => {
  const { email } = await user();
  const first = await signIn(email);
  const { status, body: second } = await relata.api(
    'POST',
    '/sessions/refresh',
    { refreshToken: first.refreshToken },
    { authorization: '' },
  );
  expect(status).toBe(200);
  expect(second).toMatchObject({ id: first.id });
  expect(await relata.api('POST', '/sessions/refresh', { refreshToken: first.refreshToken })).toMatchObject({
    status: 409,
  });
  expect(await as(second.token, `/sessions/${first.id}`, 'DELETE')).toMatchObject({ status: 204 });
  await eventually(
    async () => {
      for (const { token } of [first, second]) expect(await as(token)).toMatchObject({ status: 401 });
    },
    { withinMs: 1_000 },
  );
  expect(await relata.api('POST', '/sessions/refresh', { refreshToken: second.refreshToken })).toMatchObject({
    status: 401,
  });
});

it('shows everybody the own sessions, and ends no other’s', async () => {
  const [anna, ben] = [await user(), await user()];
  const [hers, his] = [await signIn(anna.email), await signIn(ben.email)];
  const { body } = await as(hers.token, '/sessions');
  expect(body.data.map((session: Session) => session.id)).toEqual([hers.id]);
  expect(await as(hers.token, `/sessions/${his.id}`, 'DELETE')).toMatchObject({ status: 404 });
  expect(await as(his.token)).toMatchObject({ status: 200 });
});

it('takes tokens of a trusted issuer, for the user whom they name', async () => {
  const { id, email } = await user();
  const { body: keyed } = await relata.api('POST', '/users', {
    name: unique('User'),
    externalKeys: [{ system: 'okta', key: unique('00u') }],
  });
  const verified = await issuer.token({ sub: 'x', email, email_verified: true });
  const { body } = await as(verified, '/contacts', 'POST', { email: uniqueEmail() });
  expect(body.ownerId).toBe(id);
  const bySystem = await issuer.token({ iss: `${OUTSIDE}/keys`, sub: keyed.externalKeys[0].key });
  expect((await as(bySystem, '/contacts', 'POST', { email: uniqueEmail() })).body.ownerId).toBe(keyed.id);
  for (const claims of [
    { sub: 'x', email },
    { sub: 'x', email, email_verified: false },
    { sub: 'x', email: uniqueEmail(), email_verified: true },
    { sub: 'x', email, email_verified: true, aud: 'others' },
    { sub: 'x', email, email_verified: true, iss: 'https://id.stranger.example' },
    { sub: 'x', email, email_verified: true, exp: Math.floor(Date.now() / 1000) - 60 },
    { sub: id, sid: id, iss: 'relata', aud: 'relata-api' },
  ])
    expect(await as(await issuer.token(claims))).toMatchObject({ status: 401 });
});

it('does not sign with what it publishes', async () => {
  const [key] = (await jwks()).keys;
  await expect(
    importJWK(key ?? {}, 'EdDSA').then((imported) =>
      new SignJWT({}).setProtectedHeader({ alg: 'EdDSA' }).sign(imported),
    ),
  ).rejects.toThrow();
});
