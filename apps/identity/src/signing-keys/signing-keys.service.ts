import { Injectable } from '@nestjs/common';
import { SignJWT, exportJWK, generateKeyPair, importJWK } from 'jose';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { ACCESS_TOKEN, type JwksView } from '@relata/contracts';
import { oneAtATime } from '@relata/database';
import { currentRights } from '@relata/platform';
import { SigningKeyEntity } from './signing-key.entity';

const TOKEN_SECONDS = 10 * 60;
const DAY_MS = 24 * 60 * 60 * 1000;
/** A key signs for so long; then the next sign-in makes another. */
const MAX_AGE_MS = 30 * DAY_MS;
/** How often a replica looks whether another has made a key. */
const LOOK_MS = 10_000;

export interface AccessToken {
  token: string;
  expiresAt: Date;
}

/** Makes access tokens, and keeps the keys that sign them. */
@Injectable()
export class SigningKeysService {
  private current: { key: SigningKeyEntity; until: number } | undefined;

  constructor(private readonly dataSource: DataSource) {}

  /** A JWT (RFC 9068) for ten minutes, signed with Ed25519. */
  async sign(userId: string, sessionId: string): Promise<AccessToken> {
    const { id, privateJwk } = await this.currentKey();
    const issuedAt = Math.floor(Date.now() / 1000);
    const expiresAt = issuedAt + TOKEN_SECONDS;
    const token = await new SignJWT({ sid: sessionId })
      .setProtectedHeader({ alg: ACCESS_TOKEN.algorithm, typ: ACCESS_TOKEN.type, kid: id })
      .setIssuer(ACCESS_TOKEN.issuer)
      .setAudience(ACCESS_TOKEN.audience)
      .setSubject(userId)
      .setJti(uuidv7())
      .setIssuedAt(issuedAt)
      .setExpirationTime(expiresAt)
      .sign(await importJWK(privateJwk, ACCESS_TOKEN.algorithm));
    return { token, expiresAt: new Date(expiresAt * 1000) };
  }

  /** The public keys of all tokens that can be alive. */
  async jwks(): Promise<JwksView> {
    await this.currentKey();
    const keys: { public_jwk: object }[] = await this.dataSource.query(
      `SELECT public_jwk FROM signing_key
       WHERE retired_at IS NULL OR retired_at > now() - make_interval(secs => $1) ORDER BY created_at DESC`,
      [2 * TOKEN_SECONDS],
    );
    return { keys: keys.map((key) => key.public_jwk) };
  }

  /** Signs with a new key from now on; tokens of the former live to their end. Throws FORBIDDEN. */
  async rotate(): Promise<JwksView> {
    currentRights().requireAll('user', 'manage');
    await this.dataSource.transaction(async (manager) => {
      await oneAtATime(manager, 'signing keys');
      await this.replace(manager);
    });
    this.current = undefined;
    return this.jwks();
  }

  private async currentKey(): Promise<SigningKeyEntity> {
    if (this.current && this.current.until > Date.now()) return this.current.key;
    const key = await this.dataSource.transaction(async (manager) => {
      await oneAtATime(manager, 'signing keys');
      const known = await manager.findOneBy(SigningKeyEntity, { retiredAt: IsNull() });
      const isFresh = known && known.createdAt.getTime() > Date.now() - MAX_AGE_MS;
      return isFresh ? known : this.replace(manager);
    });
    this.current = { key, until: Date.now() + LOOK_MS };
    return key;
  }

  private async replace(manager: EntityManager): Promise<SigningKeyEntity> {
    const { privateKey, publicKey } = await generateKeyPair(ACCESS_TOKEN.algorithm, { extractable: true });
    const id = uuidv7();
    const now = new Date();
    await manager.update(SigningKeyEntity, { retiredAt: IsNull() }, { retiredAt: now });
    return manager.save(
      manager.create(SigningKeyEntity, {
        id,
        privateJwk: await exportJWK(privateKey),
        publicJwk: { ...(await exportJWK(publicKey)), kid: id, alg: ACCESS_TOKEN.algorithm, use: 'sig' },
        createdAt: now,
        retiredAt: null,
      }),
    );
  }
}
