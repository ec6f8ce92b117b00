import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  decodeJwt,
  errors,
  jwtVerify,
  type JWTPayload,
  type JWTVerifyGetKey,
} from 'jose';
import { ACCESS_TOKEN, type JwksView, type Principal } from '@relata/contracts';
import { RpcClient } from '@relata/messaging';
import { GatewayConfig, type TrustedIssuer } from '@relata/platform';
import { Principals } from './principals';

/** Keys are asked for again after this time, and at once, though not more often than `AGAIN_MS`, for one that is unknown. */
const KEYS_MS = 60_000;
const AGAIN_MS = 2_000;
/** What issuers sign with; `none` and shared secrets are never taken. */
const OUTSIDE_ALGORITHMS = ['EdDSA', 'ES256', 'ES384', 'RS256', 'PS256'];
const CLOCK_SECONDS = 5;

/** Verifies access tokens: our own, and those of issuers outside that the configuration trusts. */
@Injectable()
export class AccessTokens {
  private keys: { set: JWTVerifyGetKey; at: number } | undefined;
  private readonly issuers: Map<string, { trusted: TrustedIssuer; keys: JWTVerifyGetKey }>;

  constructor(
    config: GatewayConfig,
    private readonly rpc: RpcClient,
    private readonly principals: Principals,
  ) {
    this.issuers = new Map(
      config.trustedIssuers.map((trusted) => [
        trusted.issuer,
        { trusted, keys: createRemoteJWKSet(new URL(trusted.jwksUrl)) },
      ]),
    );
  }

  /** Null for a token that is not signed by who it should be, not for us, expired, or of who is not let in. */
  async principalOf(token: string): Promise<Principal | null> {
    const issuer = issuerOf(token);
    if (issuer === undefined) return null;
    const outside = this.issuers.get(issuer);
    try {
      return await (outside ? this.ofOutsider(token, outside) : this.ofOurs(token));
    } catch (error) {
      // Everything that is wrong with a token is one of these; the rest, such as a service away, is not the token's fault.
      if (error instanceof errors.JOSEError) return null;
      throw error;
    }
  }

  private async ofOurs(token: string): Promise<Principal | null> {
    const { sub, sid } = await this.verifyOurs(token);
    if (!sub || typeof sid !== 'string' || !isUUID(sub) || !isUUID(sid)) return null;
    return this.principals.ofSession(sid, sub);
  }

  private async verifyOurs(token: string): Promise<JWTPayload> {
    const { issuer, audience, algorithm, type } = ACCESS_TOKEN;
    const verify = async () =>
      jwtVerify(token, await this.ownKeys(), {
        issuer,
        audience,
        typ: type,
        algorithms: [algorithm],
        clockTolerance: CLOCK_SECONDS,
        requiredClaims: ['exp', 'sub', 'sid'],
      });
    const verified = await verify().catch((error: unknown) => {
      if (!(error instanceof errors.JWKSNoMatchingKey) || !this.mayAskAgain()) throw error;
      this.keys = undefined;
      return verify();
    });
    return verified.payload;
  }

  private async ofOutsider(
    token: string,
    { trusted, keys }: { trusted: TrustedIssuer; keys: JWTVerifyGetKey },
  ): Promise<Principal | null> {
    const { payload } = await jwtVerify(token, keys, {
      issuer: trusted.issuer,
      audience: trusted.audience,
      algorithms: OUTSIDE_ALGORITHMS,
      clockTolerance: CLOCK_SECONDS,
      requiredClaims: ['exp', 'sub'],
    });
    if (trusted.system !== undefined) return this.principals.ofName(trusted.system, payload.sub ?? '');
    const { email, email_verified: isVerified } = payload;
    return typeof email === 'string' && isVerified === true ? this.principals.ofName(null, email) : null;
  }

  private async ownKeys(): Promise<JWTVerifyGetKey> {
    if (this.keys && this.keys.at > Date.now() - KEYS_MS) return this.keys.set;
    const jwks = await this.rpc.call<JwksView>('identity', 'signingKeys.jwks', {});
    this.keys = { set: createLocalJWKSet(jwks), at: Date.now() };
    return this.keys.set;
  }

  private mayAskAgain(): boolean {
    return this.keys !== undefined && this.keys.at < Date.now() - AGAIN_MS;
  }
}

/** What the token says of its issuer; undefined for what is no JWT. */
function issuerOf(token: string): string | undefined {
  try {
    return decodeJwt(token).iss;
  } catch {
    return undefined;
  }
}
