import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SHOWN_ONCE } from '@relata/contracts';
import { EventLog } from '../events/event-log';
import { KeyClaims, hashOfRequest, newClaim, type Claim } from './key-claims';

/** So long after a request's deadline who has claimed it is taken for dead, and another may do it. */
const GRACE_SECONDS = 7;
/** Who does work of several transactions says so often that he lives; silent for so long, he is taken for dead. */
const SIGN_OF_LIFE_MS = 1_000;
const DEAD_AFTER_SECONDS = 8;

/** An answer as JSON text. */
export interface WriteAnswer {
  json: string;
  /** Whether an equal request was answered so before. */
  isReplayed: boolean;
}

/** Who asked for a write under which key, and until when he waits. */
export interface KeyedRequest {
  principalId: string;
  key: string;
  /** Milliseconds since the epoch. */
  deadline: number;
}

/** Keeps an answer in a transaction. Throws IDEMPOTENCY_IN_PROGRESS when somebody else has taken over the request. */
export type KeepAnswer = (manager: EntityManager, json: string) => Promise<void>;

/** Has equal writes under one key take effect once, and answers each with the same bytes. */
@Injectable()
export class Idempotency {
  constructor(
    private readonly claims: KeyClaims,
    private readonly eventLog: EventLog,
  ) {}

  /**
   * Does `work`, unless an equal request has done it. What `work` writes and its answer are one
   * transaction; what is refused leaves nothing, and can be tried again. Throws IDEMPOTENCY_MISMATCH for another request
   * under the same key, IDEMPOTENCY_IN_PROGRESS when an equal one goes on for longer than one can wait.
   */
  async once(
    verb: string,
    request: unknown,
    by: KeyedRequest,
    work: () => Promise<unknown>,
  ): Promise<WriteAnswer> {
    const seconds = Math.max(0, by.deadline - Date.now()) / 1000 + GRACE_SECONDS;
    return this.byOne(claimOf(verb, request, by, seconds), by.deadline, (claim) =>
      this.eventLog.asOne(async (manager) => {
        const result = await work();
        const json = JSON.stringify(result ?? null);
        const isSecret = Object.hasOwn(SHOWN_ONCE, verb);
        await this.claims.keep(claim, isSecret ? withoutSecret(verb, result) : json, manager);
        return json;
      }),
    );
  }

  /**
   * As `once`, for work of several transactions: it calls what it is given in the one that decides, and answers the JSON that
   * it had kept there.
   */
  async onceInSteps(
    verb: string,
    request: unknown,
    by: KeyedRequest,
    work: (keepAnswer: KeepAnswer) => Promise<string>,
  ): Promise<WriteAnswer> {
    return this.byOne(claimOf(verb, request, by, DEAD_AFTER_SECONDS), by.deadline, async (claim) => {
      // What cannot be renewed runs out.
      const life = setInterval(() => void this.claims.renew(claim).catch(() => undefined), SIGN_OF_LIFE_MS);
      try {
        return await work((manager, json) => this.claims.keep(claim, json, manager));
      } finally {
        clearInterval(life);
      }
    });
  }

  /** Has one of equal requests do the work, and the others wait for its answer. */
  private async byOne(
    claim: Claim,
    deadline: number,
    work: (claim: Claim) => Promise<string>,
  ): Promise<WriteAnswer> {
    const known = await this.claims.take(claim, deadline);
    if (known !== undefined) return { json: known, isReplayed: true };
    try {
      return { json: await work(claim), isReplayed: false };
    } catch (error) {
      // The claim ends by itself.
      await this.claims.release(claim).catch(() => undefined);
      throw error;
    }
  }
}

function claimOf(verb: string, request: unknown, by: KeyedRequest, seconds: number): Claim {
  const { principalId, key } = by;
  return newClaim({ principalId, verb, key, hash: hashOfRequest(request) }, seconds);
}

/** What is shown once is kept nowhere, so a repeated answer is without it. */
function withoutSecret(verb: string, result: unknown): string {
  return JSON.stringify({ ...(result as object), [SHOWN_ONCE[verb] ?? '']: null, secretShownOnce: true });
}
