import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import { DomainError, type RouteKey, type RouteKeyClaim, type SettledRouteKey } from '@relata/contracts';
import { KeyClaims, newClaim, type KeyOfRequest } from '@relata/messaging';
import { currentContext } from '@relata/platform';

/** Who has claimed a key and says nothing for so long, is taken for dead; who works on for longer is not disturbed by that. */
const CLAIM_SECONDS = 10;

/** Keys belong to who sends them: for routes that several services answer, they are known here, where users are. */
@Controller()
export class RouteKeysController {
  constructor(private readonly claims: KeyClaims) {}

  /** Throws IDEMPOTENCY_MISMATCH for another request under the key, IDEMPOTENCY_IN_PROGRESS while an equal one goes on. */
  @MessagePattern('routeKeys.claim')
  async claim(@Payload() key: RouteKey): Promise<RouteKeyClaim> {
    const claim = newClaim(keyOfRequest(key), CLAIM_SECONDS);
    const known = await this.claims.take(claim, currentContext().deadline ?? Date.now());
    return { claimId: known === undefined ? claim.id : null };
  }

  @MessagePattern('routeKeys.settle')
  async settle(@Payload() { claimId, outcome, ...key }: SettledRouteKey): Promise<void> {
    const claim = { ...keyOfRequest(key), id: claimId, seconds: 0 };
    // The answer is known to the service that gave it.
    if (outcome === 'done') await this.claims.settle(claim, 'null');
    else if (outcome === 'refused') await this.claims.release(claim);
    else await this.claims.renew(claim);
  }
}

function keyOfRequest({ route, key, hash }: RouteKey): KeyOfRequest {
  const { id } = currentContext().principal;
  if (id === null) throw new DomainError('UNAUTHENTICATED', 'Who has not signed in has no keys.');
  return { principalId: id, verb: route, key, hash: Buffer.from(hash, 'hex') };
}
