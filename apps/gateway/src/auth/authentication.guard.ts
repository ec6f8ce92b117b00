import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { hash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError, type Principal } from '@relata/contracts';
import { currentContext } from '@relata/platform';
import { RateLimits } from '../limits/rate-limits';
import { AccessTokens } from './access-tokens';
import { Principals } from './principals';
import { IS_PUBLIC } from './public';

const API = '/v1/';
const KEY_PREFIX = 'rel_';
/** Three parts of base64url: RFC 7519. Keys that the configuration names may look like anything else. */
const JWT = /^[\w-]+\.[\w-]+\.[\w-]*$/;

/** Every `/v1` route wants `Authorization: Bearer <API key or access token>`; identity knows whose it is. */
@Injectable()
export class AuthenticationGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly principals: Principals,
    private readonly accessTokens: AccessTokens,
    private readonly rateLimits: RateLimits,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    // Health is asked for by those who would end a gateway that refuses to tell.
    if (request.url.startsWith(API)) await this.rateLimits.count('address', request.ip, reply);
    if (this.reflector.getAllAndOverride<boolean>(IS_PUBLIC, [context.getHandler(), context.getClass()]))
      return true;
    const credential = credentialOf(request);
    const principal = await this.principalOf(credential, request.ip);
    await this.rateLimits.count('user', principal.id ?? '', reply);
    await this.rateLimits.count('key', credential.hash, reply);
    currentContext().principal = principal;
    return true;
  }

  /** Who sends the request, by what identity knows now. Throws UNAUTHENTICATED. */
  verify(request: FastifyRequest): Promise<Principal> {
    return this.principalOf(credentialOf(request), request.ip);
  }

  private async principalOf({ secret, hash }: Credential, address: string): Promise<Principal> {
    const principal = await (secret.startsWith(KEY_PREFIX) || !JWT.test(secret)
      ? this.principals.ofKey(hash, address)
      : this.accessTokens.principalOf(secret));
    if (!principal)
      throw new DomainError(
        'UNAUTHENTICATED',
        'The API key or access token is not known, has expired or was revoked.',
      );
    return principal;
  }
}

/** An API key or access token. */
interface Credential {
  secret: string;
  hash: string;
}

/** Throws UNAUTHENTICATED. */
function credentialOf({ headers }: FastifyRequest): Credential {
  const secret = /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1];
  if (!secret)
    throw new DomainError(
      'UNAUTHENTICATED',
      'Send your API key or access token: Authorization: Bearer rel_…',
    );
  return { secret, hash: hash('sha256', secret) };
}
