import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  DomainError,
  Rights,
  type CreateSessionRequest,
  type ListQuery,
  type Page,
  type SessionRecordView,
  type SessionView,
  type SignInFailure,
} from '@relata/contracts';
import { EventLog } from '@relata/messaging';
import { currentContext, runInContext } from '@relata/platform';
import { hashOf, newSecret } from '../api-keys/secret';
import { SigningKeysService } from '../signing-keys/signing-keys.service';
import { hashPassword, verifyPassword } from '../users/password';
import type { UserEntity } from '../users/user.entity';
import { UsersService } from '../users/users.service';
import type { SessionEntity } from './session.entity';
import { SessionRecords } from './session-records';
import { SignInFailures, type Origin } from './sign-in-failures';
import { SignInGuesses } from './sign-in-guesses';

/** A session that is not refreshed for so long has ended. */
const UNUSED_MS = 30 * 24 * 60 * 60 * 1000;
/** A token that comes again within this time was sent twice at once; later, it was stolen. */
const TWICE_AT_ONCE_SECONDS = 10;
const MAX_DEVICE = 200;

/** Where a refresh token stands. */
interface TokenState {
  session_id: string;
  expired: boolean;
  used: boolean;
  just_used: boolean;
}

interface RefreshToken {
  token: string;
  expiresAt: Date;
}

@Injectable()
export class SessionsService {
  /** Compared against where there is no such user, so that both answers take the same time. */
  private readonly nobodysHash = hashPassword(newSecret('relr_'));

  constructor(
    private readonly records: SessionRecords,
    private readonly users: UsersService,
    private readonly guesses: SignInGuesses,
    private readonly failures: SignInFailures,
    private readonly signingKeys: SigningKeysService,
    private readonly eventLog: EventLog,
  ) {}

  async get(id: string): Promise<SessionRecordView> {
    return this.records.store.present(await this.records.store.get(id));
  }

  /** Signs in by e-mail and password. Throws UNAUTHENTICATED, in the same words whatever was wrong; RATE_LIMITED. */
  async create({ email, password, deviceToken }: CreateSessionRequest, origin: Origin): Promise<SessionView> {
    const key = email.toLowerCase();
    const user = (await this.users.store.findByKey('email', [key])).get(key);
    const from = { address: origin.address, device: origin.device?.slice(0, MAX_DEVICE) ?? null };
    const userId = user?.id ?? null;
    const attempt = await this.guesses.attempt(key, userId, deviceToken);
    if (attempt.refused) {
      const { isFirst, retryAfterSeconds } = attempt.refused;
      if (isFirst) await this.failures.tell('too_many_guesses', email, userId, from);
      throw new DomainError('RATE_LIMITED', 'Too many wrong passwords for this account. Try again later.', {
        retryAfterSeconds,
      });
    }
    const isRight = await verifyPassword(user?.passwordHash ?? (await this.nobodysHash), password);
    if (!user?.passwordHash || user.status !== 'active' || !isRight) {
      await this.failures.tell(failureOf(user, isRight), email, userId, from);
      throw new DomainError('UNAUTHENTICATED', 'The e-mail or the password is wrong.');
    }
    const values = { userId: user.id, ...from };
    const { session, refreshToken } = await this.inNameOf(user, () =>
      this.eventLog.transaction(async (manager) => {
        const [made] = await this.records.store.createMany(manager, [{ values }]);
        return { session: made as SessionEntity, refreshToken: await issue(manager, made as SessionEntity) };
      }),
    );
    const known = await this.guesses.succeeded(attempt, user.id);
    return { ...(await this.answer(user, session, refreshToken)), deviceToken: known };
  }

  /**
   * Another access token, and the refresh token's successor. Throws UNAUTHENTICATED for a token that is unknown, or whose
   * session has ended; CONFLICT for one that another request has just used; for one that was used before that it also ends the
   * session, as two have it (RFC 9700, 4.14.2).
   */
  async refresh(refreshToken: string): Promise<SessionView> {
    const tokenHash = hashOf(refreshToken);
    const outcome = await this.eventLog.transaction((manager) => this.use(manager, tokenHash));
    if (outcome === 'just_used')
      throw new DomainError('CONFLICT', 'Another request has just used this refresh token. Use its answer.');
    if (outcome === 'gone') throw new DomainError('UNAUTHENTICATED', 'The session has ended. Sign in again.');
    return this.answer(outcome.user, outcome.session, outcome.refreshToken);
  }

  list(query: ListQuery): Promise<Page<SessionRecordView>> {
    return this.records.store.list(query);
  }

  /** Signs out. Throws NOT_FOUND, FORBIDDEN. */
  async end(id: string): Promise<void> {
    await this.eventLog.transaction((manager) =>
      this.records.end(manager, id, 'signed_out', { action: 'delete' }),
    );
  }

  private async use(
    manager: EntityManager,
    tokenHash: string,
  ): Promise<
    'gone' | 'just_used' | { user: UserEntity; session: SessionEntity; refreshToken: RefreshToken }
  > {
    // The row's lock makes of many requests at once one that uses the token, and others that see it used.
    const [state]: TokenState[] = await manager.query(
      `SELECT session_id, expires_at < now() AS expired, used_at IS NOT NULL AS used, coalesce(used_at > now() - make_interval(secs => $2), false) AS just_used
       FROM refresh_token WHERE token_hash = $1 FOR UPDATE`,
      [tokenHash, TWICE_AT_ONCE_SECONDS],
    );
    if (!state || state.expired) return 'gone';
    const [session] = await this.records.store.getMany([state.session_id], manager);
    const [user] = session ? await this.users.store.getMany([session.userId], manager) : [];
    if (!session || session.endedAt || !user || user.deletedAt || user.status !== 'active') return 'gone';
    if (state.just_used) return 'just_used';
    if (state.used) {
      await this.inNameOf(user, () => this.records.end(manager, session.id, 'token_reused'));
      return 'gone';
    }
    await manager.query('UPDATE refresh_token SET used_at = now() WHERE token_hash = $1', [tokenHash]);
    return { user, session, refreshToken: await issue(manager, session) };
  }

  /** What a sign-in writes is the doing of the user who signs in. */
  private inNameOf<T>({ id, name }: UserEntity, work: () => Promise<T>): Promise<T> {
    return runInContext(
      { ...currentContext(), principal: { id, name, kind: 'user' } },
      work,
      Rights.EVERYTHING,
    );
  }

  private async answer(
    user: UserEntity,
    session: SessionEntity,
    refreshToken: RefreshToken,
  ): Promise<SessionView> {
    const { token, expiresAt } = await this.signingKeys.sign(user.id, session.id);
    return {
      id: session.id,
      token,
      expiresAt: expiresAt.toISOString(),
      refreshToken: refreshToken.token,
      refreshExpiresAt: refreshToken.expiresAt.toISOString(),
      userId: user.id,
      name: user.name,
    };
  }
}

function failureOf(user: UserEntity | undefined, isRight: boolean): SignInFailure {
  if (!user?.passwordHash) return 'unknown_account';
  return isRight ? 'disabled' : 'wrong_password';
}

async function issue(manager: EntityManager, { id }: SessionEntity): Promise<RefreshToken> {
  const token = newSecret('relr_');
  const expiresAt = new Date(Date.now() + UNUSED_MS);
  await manager.query('INSERT INTO refresh_token (token_hash, session_id, expires_at) VALUES ($1, $2, $3)', [
    hashOf(token),
    id,
    expiresAt,
  ]);
  return { token, expiresAt };
}
