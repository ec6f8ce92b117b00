import { ADMIN_ROLE, type DomainError, type SessionRecordView, type SessionView } from '@relata/contracts';
import {
  errorOf,
  outcomesOf,
  startTestService,
  unique,
  uniqueEmail,
  type TestService,
} from '@relata/testing';
import { identityService } from '../identity.service-definition';

const PASSWORD = 'a long password';
const NOWHERE = { device: 'test', address: '192.0.2.1' };

let identity: TestService;
beforeAll(async () => {
  identity = await startTestService(identityService);
});
afterAll(() => identity.system.stop());

async function signIn(email = uniqueEmail()): Promise<SessionView> {
  const known = await identity.query('SELECT 1 FROM app_user WHERE email = $1', [email]);
  if (known.length === 0)
    await identity.call('users.create', { body: { name: unique('User'), email, password: PASSWORD } });
  return identity.call<SessionView>('sessions.create', {
    body: { email, password: PASSWORD },
    ...NOWHERE,
  });
}

const refresh = (refreshToken: string) =>
  identity.call<SessionView>('sessions.refresh', { body: { refreshToken } }, { writes: true });
const session = (id: string) => identity.call<SessionRecordView>('sessions.get', { id });

it('lets one of 50 parallel refreshes through; the others learn that it happened, and the session goes on', async () => {
  const { id, refreshToken } = await signIn();
  const { answers, errors } = await outcomesOf(Array.from({ length: 50 }, () => refresh(refreshToken)));
  expect(answers).toHaveLength(1);
  expect(new Set(errors.map((error: DomainError) => error.code))).toEqual(new Set(['CONFLICT']));
  expect((await refresh(answers[0]!.refreshToken)).id).toBe(id);
  expect(await session(id)).toMatchObject({ endedAt: null, version: 1 });
});

it('ends the session when a used token comes again later, and tells of it', async () => {
  const { id, refreshToken } = await signIn();
  const { refreshToken: successor } = await refresh(refreshToken);
  await identity.query(
    `UPDATE refresh_token SET used_at = used_at - interval '11 seconds' WHERE session_id = $1`,
    [id],
  );
  expect(await errorOf(refresh(refreshToken))).toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(await session(id)).toMatchObject({ endReason: 'token_reused' });
  expect(await errorOf(refresh(successor))).toMatchObject({ code: 'UNAUTHENTICATED' });
  const events = await identity.query(`SELECT type FROM event WHERE record_id = $1 ORDER BY version`, [id]);
  expect(events).toEqual([{ type: 'session.created' }, { type: 'session.ended' }]);
});

it('ends every session with a new password, and none of others', async () => {
  const email = uniqueEmail();
  const [first, second, other] = [await signIn(email), await signIn(email), await signIn()];
  await identity.call('users.update', { id: first.userId, body: { password: 'another password' } });
  for (const { id, refreshToken } of [first, second]) {
    expect(await session(id)).toMatchObject({ endReason: 'password_changed' });
    expect(await errorOf(refresh(refreshToken))).toMatchObject({ code: 'UNAUTHENTICATED' });
  }
  expect(await session(other.id)).toMatchObject({ endedAt: null });
});

it('answers a wrong password, a stranger and a disabled user in the same words', async () => {
  const email = uniqueEmail();
  const { userId } = await signIn(email);
  const attempt = (who: string, password: string) =>
    errorOf(identity.call('sessions.create', { body: { email: who, password }, ...NOWHERE }));
  const wrong = await attempt(email, 'not the password');
  const stranger = await attempt(uniqueEmail(), PASSWORD);
  await identity.call('users.update', { id: userId, body: { status: 'disabled' } });
  const disabled = await attempt(email, PASSWORD);
  expect(wrong.code).toBe('UNAUTHENTICATED');
  for (const error of [stranger, disabled])
    expect([error.code, error.message, error.details]).toEqual([wrong.code, wrong.message, wrong.details]);
});

it('signs with a new key after a rotation, and knows the former while its tokens live', async () => {
  const kids = async () =>
    (await identity.call<{ keys: { kid: string }[] }>('signingKeys.jwks')).keys.map(({ kid }) => kid);
  const before = await kids();
  await identity.call('signingKeys.rotate');
  const after = await kids();
  expect(after.slice(1)).toEqual(before);
  expect(before).not.toContain(after[0]);
  await identity.query(
    `UPDATE signing_key SET retired_at = now() - interval '1 hour' WHERE retired_at IS NOT NULL`,
  );
  expect(await kids()).toEqual([after[0]]);
  expect(await identity.query(`SELECT 1 FROM signing_key WHERE public_jwk ? 'd'`)).toEqual([]);
});

it('writes of every sign-in and every end who it was', async () => {
  const { id, userId } = await signIn();
  await identity.call('sessions.end', { id });
  const events = await identity.query(
    'SELECT type, actor_id FROM event WHERE record_id = $1 ORDER BY version',
    [id],
  );
  expect(events).toEqual([
    { type: 'session.created', actor_id: userId },
    { type: 'session.ended', actor_id: identity.system.principal.id },
  ]);
  expect(identity.system.principal.access?.roleId).toBe(ADMIN_ROLE.id);
});

it('lets an account be guessed at ten times an hour, and its owner in from a device that is known', async () => {
  const email = uniqueEmail();
  const { deviceToken, userId } = await signIn(email);
  const attempt = (password: string, token?: string) =>
    identity.call<SessionView>('sessions.create', {
      body: { email: email.toUpperCase(), password, ...(token ? { deviceToken: token } : {}) },
      device: null,
    });
  const { errors } = await outcomesOf(Array.from({ length: 25 }, () => attempt('a guess, no more')));
  const codes = errors.map(({ code }) => code);
  expect(codes.filter((code) => code === 'UNAUTHENTICATED')).toHaveLength(10);
  expect(codes.filter((code) => code === 'RATE_LIMITED')).toHaveLength(15);
  const limited = await errorOf(attempt(PASSWORD));
  expect(limited.code).toBe('RATE_LIMITED');
  expect(limited.details.retryAfterSeconds).toBeGreaterThan(3_500);
  // Another's device opens nothing.
  const { deviceToken: others } = await signIn();
  expect(await errorOf(attempt(PASSWORD, others))).toMatchObject({ code: 'RATE_LIMITED' });
  expect(await attempt(PASSWORD, deviceToken)).toMatchObject({ userId, deviceToken });
  await identity.query(`UPDATE sign_in_guess SET since = since - interval '61 minutes'`);
  expect(await attempt(PASSWORD)).toMatchObject({ userId });
});

it('counts guesses at accounts that do not exist in the same way', async () => {
  const email = uniqueEmail();
  const attempt = () =>
    errorOf(identity.call('sessions.create', { body: { email, password: 'x' }, ...NOWHERE }));
  const codes = [];
  for (let count = 0; count < 11; count++) codes.push((await attempt()).code);
  expect(codes).toEqual([...Array<string>(10).fill('UNAUTHENTICATED'), 'RATE_LIMITED']);
});

it('lets in nobody with a refresh token that was left unused for a month', async () => {
  const { refreshToken, refreshExpiresAt } = await signIn();
  expect(Date.parse(refreshExpiresAt) - Date.now()).toBeGreaterThan(29 * 24 * 60 * 60 * 1000);
  await identity.query(
    `UPDATE refresh_token SET expires_at = now() - interval '1 second' WHERE used_at IS NULL`,
  );
  expect(await errorOf(refresh(refreshToken))).toMatchObject({ code: 'UNAUTHENTICATED' });
});
