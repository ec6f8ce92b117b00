import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { DomainError, type Principal } from '@relata/contracts';
import { currentContext } from '@relata/platform';
import { AccessTokens } from './access-tokens';
import { Principals } from './principals';
import { IS_PUBLIC } from './public';

const KEY_PREFIX = 'rel_';

/** Every `/v1` route wants `Authorization: Bearer <API key or access token>`; identity knows whose it is. */
@Injectable()
export class AuthenticationGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly principals: Principals,
    private readonly accessTokens: AccessTokens,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.reflector.getAllAndOverride<boolean>(IS_PUBLIC, [context.getHandler(), context.getClass()]))
      return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    currentContext().principal = await this.verify(request);
    return true;
  }

  /** Who sends the request, by what identity knows now. Throws UNAUTHENTICATED. */
  async verify(request: FastifyRequest): Promise<Principal> {
    const credential = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (!credential)
      throw new DomainError(
        'UNAUTHENTICATED',
        'Send your API key or access token: Authorization: Bearer rel_…',
      );
    const principal = await (credential.startsWith(KEY_PREFIX)
      ? this.principals.ofKey(createHash('sha256').update(credential).digest('hex'))
      : this.accessTokens.principalOf(credential));
    if (!principal)
      throw new DomainError(
        'UNAUTHENTICATED',
        'The API key or access token is not known, has expired or was revoked.',
      );
    return principal;
  }
}
