import {
  Injectable,
  UseInterceptors,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import {
  DomainError,
  type RouteKey,
  type RouteKeyClaim,
  type RouteKeyOutcome,
  type SettledRouteKey,
} from '@relata/contracts';
import { RpcClient, hashOfRequest, type CallOptions } from '@relata/messaging';
import { currentContext } from '@relata/platform';
import { statusOf } from './http-errors';

/** An equal request that goes on is waited for, up to five seconds. */
const CLAIM_MS = 7_000;

/**
 * The `Idempotency-Key` of routes that several services answer, by what the body or the record is. The service that does a
 * request keeps its key and answer, as ever; which request the key stands for is kept by identity, as the next request under
 * it may be another service's.
 */
@Injectable()
export class RouteKeys {
  constructor(private readonly rpc: RpcClient) {}

  /**
   * Does `work`, if the request's key was not sent with another request. Throws IDEMPOTENCY_MISMATCH if it was,
   * IDEMPOTENCY_IN_PROGRESS while an equal one goes on.
   *
   * @param route method and path, as registered
   * @param request what makes requests equal
   */
  async once<T>(route: string, request: unknown, work: () => Promise<T>): Promise<T> {
    const { idempotencyKey, dryRun, principal } = currentContext();
    if (idempotencyKey === undefined || dryRun || principal.id === null) return work();
    const hash = hashOfRequest([principal.access?.roleId ?? null, request]).toString('hex');
    const key: RouteKey = { route, key: idempotencyKey, hash };
    const { claimId } = await this.claim(key);
    if (claimId === null) return work();
    const settle = (outcome: RouteKeyOutcome) => this.settle({ ...key, claimId, outcome });
    try {
      const answer = await work();
      await settle('done');
      return answer;
    } catch (error) {
      await settle(isRefusal(error) ? 'refused' : 'unknown');
      throw error;
    }
  }

  private async claim(key: RouteKey): Promise<RouteKeyClaim> {
    try {
      return await this.ask<RouteKeyClaim>('routeKeys.claim', key, { timeoutMs: CLAIM_MS });
    } catch (error) {
      if (!(error instanceof DomainError && error.code === 'OUTCOME_UNKNOWN')) throw error;
      throw new DomainError(
        'SERVICE_UNAVAILABLE',
        'The identity service, which knows the keys, did not answer.',
      );
    }
  }

  /** What is not settled ends by itself: an equal request goes on after a while, another is refused. */
  private async settle(settled: SettledRouteKey): Promise<void> {
    await this.ask('routeKeys.settle', settled).catch(() => undefined);
  }

  /** As a write, which is sent once, but not under the key itself. */
  private ask<T>(verb: string, payload: object, options: CallOptions = {}): Promise<T> {
    const context = { ...currentContext(), idempotencyKey: undefined };
    return this.rpc.call<T>('identity', verb, payload, { ...options, writes: true, context });
  }
}

@Injectable()
class KeyPerRoute implements NestInterceptor {
  constructor(private readonly keys: RouteKeys) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { method, routeOptions, params, body } = context.switchToHttp().getRequest<FastifyRequest>();
    const route = `${method} ${routeOptions.url ?? ''}`;
    return from(this.keys.once(route, [params, body], () => lastValueFrom(next.handle())));
  }
}

/** Routes whose service the body or the record tells: a key stands for one request of the route, whatever service answers it. */
export const KeyedByRoute = () => UseInterceptors(KeyPerRoute);

/** Whether an error says that nothing was done, and nothing goes on. */
function isRefusal(error: unknown): boolean {
  const isRunning = error instanceof DomainError && error.code === 'IDEMPOTENCY_IN_PROGRESS';
  return !isRunning && statusOf(error) < 500;
}
