import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { DomainError, type Principal } from '@relata/contracts';
import { RpcClient } from '@relata/messaging';
import { currentContext } from '@relata/platform';
import { IS_PUBLIC } from './public';

/** A key that was revoked, or may do something else now, counts so at every gateway within a second: this, and the way there. */
const CACHE_MS = 800;
const MAX_CACHED = 10_000;

interface Cached {
  principal: Promise<Principal | null>;
  until: number;
}

/** Every `/v1` route wants `Authorization: Bearer <key>`; identity knows whose it is. Keys are never kept, only their hash. */
@Injectable()
export class ApiKeyGuard implements CanActivate {
  private readonly cache = new Map<string, Cached>();

  constructor(
    private readonly reflector: Reflector,
    private readonly rpc: RpcClient,
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
    const key = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (!key) throw new DomainError('UNAUTHENTICATED', 'Send your API key: Authorization: Bearer rel_…');
    const principal = await this.principalOf(createHash('sha256').update(key).digest('hex'));
    if (!principal)
      throw new DomainError('UNAUTHENTICATED', 'The API key is not known, has expired or was revoked.');
    return principal;
  }

  private async principalOf(keyHash: string): Promise<Principal | null> {
    const cached = this.cache.get(keyHash);
    if (cached && cached.until > Date.now()) return cached.principal;
    if (this.cache.size >= MAX_CACHED) this.cache.clear();
    const principal = this.rpc.call<Principal | null>('identity', 'credentials.verify', { keyHash });
    this.cache.set(keyHash, { principal, until: Date.now() + CACHE_MS });
    principal.catch(() => this.cache.delete(keyHash));
    return principal;
  }
}
