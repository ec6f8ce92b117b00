import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { DomainError } from '@relata/contracts';
import { GatewayReplicas } from '@relata/messaging';
import { GatewayConfig } from '@relata/platform';

const WINDOW_SECONDS = 60;

/** What requests are counted by. */
type Counted = 'address' | 'key' | 'user';

/**
 * Requests a minute by address, credential and user. Counted in memory by each gateway, which takes its part of the limit:
 * the whole divided by the gateways that live. When clients are spread unevenly, or a gateway comes or goes within the minute,
 * what is let through differs from the limit by up to one gateway's part.
 */
@Injectable()
export class RateLimits {
  private readonly limits: Record<Counted, number>;
  private readonly limiters: Record<Counted, RateLimiterMemory>;

  constructor(
    config: GatewayConfig,
    private readonly replicas: GatewayReplicas,
  ) {
    this.limits = {
      address: config.requestsPerMinutePerAddress,
      key: config.requestsPerMinutePerKey,
      user: config.requestsPerMinutePerUser,
    };
    const limiter = (keyPrefix: Counted) =>
      new RateLimiterMemory({ keyPrefix, points: this.limits[keyPrefix], duration: WINDOW_SECONDS });
    this.limiters = { address: limiter('address'), key: limiter('key'), user: limiter('user') };
  }

  /** Counts a request and says in its answer what is left. Throws RATE_LIMITED. */
  async count(counted: Counted, who: string, reply: FastifyReply): Promise<void> {
    const limiter = this.limiters[counted];
    limiter.points = Math.max(1, Math.ceil(this.limits[counted] / this.replicas.count));
    const state = await limiter.consume(who).catch((refusal: unknown) => refusal);
    if (!(state instanceof RateLimiterRes)) throw state;
    // https://www.ietf.org/archive/id/draft-ietf-httpapi-ratelimit-headers-10.html
    const seconds = Math.ceil(state.msBeforeNext / 1_000);
    void reply.header('RateLimit-Policy', `"${counted}";q=${limiter.points};w=${WINDOW_SECONDS}`);
    void reply.header('RateLimit', `"${counted}";r=${state.remainingPoints};t=${seconds}`);
    if (state.consumedPoints <= limiter.points) return;
    throw new DomainError(
      'RATE_LIMITED',
      `Too many requests of this ${counted}. Try again in ${seconds} s.`,
      {
        retryAfterSeconds: seconds,
      },
    );
  }
}
