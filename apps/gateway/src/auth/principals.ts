import { Injectable } from '@nestjs/common';
import type { Principal } from '@relata/contracts';
import { RpcClient } from '@relata/messaging';

/** What was revoked, or may do something else now, counts so at every gateway within a second: this, and the way there. */
const CACHE_MS = 800;
const MAX_CACHED = 10_000;

interface Cached {
  principal: Promise<Principal | null>;
  until: number;
}

/** Whom credentials stand for, as identity knows it now. Secrets are never kept, only their hashes. */
@Injectable()
export class Principals {
  private readonly cache = new Map<string, Cached>();

  constructor(private readonly rpc: RpcClient) {}

  ofKey(keyHash: string, address: string): Promise<Principal | null> {
    return this.ask('credentials.ofKey', { keyHash, address });
  }

  ofSession(sessionId: string, userId: string): Promise<Principal | null> {
    return this.ask('credentials.ofSession', { sessionId, userId });
  }

  /** By e-mail or, with `system`, by that system's key. */
  ofName(system: string | null, name: string): Promise<Principal | null> {
    return this.ask('credentials.ofName', { system, name });
  }

  private ask(verb: string, payload: object): Promise<Principal | null> {
    const question = JSON.stringify([verb, payload]);
    const cached = this.cache.get(question);
    if (cached && cached.until > Date.now()) return cached.principal;
    if (this.cache.size >= MAX_CACHED) this.cache.clear();
    const principal = this.rpc.call<Principal | null>('identity', verb, payload);
    this.cache.set(question, { principal, until: Date.now() + CACHE_MS });
    principal.catch(() => this.cache.delete(question));
    return principal;
  }
}
