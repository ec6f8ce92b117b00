import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { DomainError, invalid } from '@relata/contracts';

/** Answers are kept so long at least; older ones are thrown away now and then. */
const KEPT_HOURS = 48;
const CLEAN_EVERY_MS = 10 * 60_000;
const WAIT_MS = 5_000;
const LOOK_EVERY_MS = 50;
/** The waiting request must itself be answered in time. */
const MARGIN_MS = 300;
/** Of a request that fits; whoever nests deeper would exhaust the stack. */
const MOST_LEVELS = 100;
/** The row of a key, while the claim holds. */
const CLAIMED = 'principal_id = $1 AND verb = $2 AND key = $3 AND claim = $4';

/** What a key was sent with. */
export interface KeyOfRequest {
  principalId: string;
  /** What was asked for: `contacts.create`, or a route, where several services answer it. */
  verb: string;
  key: string;
  /** Of equal requests the same: `hashOfRequest`. */
  hash: Buffer;
}

/** Who does what was asked for under a key. */
export interface Claim extends KeyOfRequest {
  id: string;
  /** How long it holds. */
  seconds: number;
}

/** Which request each key stands for, who does it, and what it was answered. */
@Injectable()
export class KeyClaims {
  private cleanedAt = 0;

  constructor(private readonly dataSource: DataSource) {}

  /**
   * Takes the key, or answers what an equal request was answered under it; waits up to five seconds, and no longer than
   * `deadline`, for one that goes on. Throws IDEMPOTENCY_MISMATCH for another request, IDEMPOTENCY_IN_PROGRESS when the equal
   * one goes on for longer.
   */
  async take(claim: Claim, deadline: number): Promise<string | undefined> {
    const until = Math.min(Date.now() + WAIT_MS, deadline - MARGIN_MS);
    for (;;) {
      const known = await this.claim(claim);
      if (known === undefined) return undefined;
      if (!known.hash.equals(claim.hash)) throw keyMismatch();
      if (known.answer !== null) return known.answer;
      if (Date.now() > until) throw inProgress();
      await delay(LOOK_EVERY_MS);
    }
  }

  /** Keeps the answer. Throws IDEMPOTENCY_IN_PROGRESS when somebody else has taken over the request. */
  async keep(claim: Claim, json: string, manager: EntityManager): Promise<void> {
    const [, count]: [unknown, number] = await manager.query(
      `UPDATE idempotency_key SET answer = $5 WHERE ${CLAIMED}`,
      [...nameOf(claim), json],
    );
    if (count === 0) throw inProgress();
  }

  /** Keeps the answer, whoever has the claim now: what equal requests did is one. */
  async settle({ principalId, verb, key, hash }: KeyOfRequest, json: string): Promise<void> {
    await this.dataSource.query(
      'UPDATE idempotency_key SET answer = $5 WHERE principal_id = $1 AND verb = $2 AND key = $3 AND request_hash = $4',
      [principalId, verb, key, hash, json],
    );
  }

  /** The claim holds for its time from now on; when that is none, an equal request may go on at once. */
  async renew(claim: Claim): Promise<void> {
    await this.dataSource.query(
      `UPDATE idempotency_key SET claimed_until = now() + make_interval(secs => $5) WHERE ${CLAIMED} AND answer IS NULL`,
      [...nameOf(claim), claim.seconds],
    );
  }

  /** Nothing was done: the key is free, for any request. */
  async release(claim: Claim): Promise<void> {
    await this.dataSource.query(
      `DELETE FROM idempotency_key WHERE ${CLAIMED} AND answer IS NULL`,
      nameOf(claim),
    );
  }

  /** Takes the key, or answers what is known of who has it. */
  private async claim(claim: Claim): Promise<{ hash: Buffer; answer: string | null } | undefined> {
    await this.clean();
    const { principalId, verb, key, hash, id, seconds } = claim;
    const claimed: unknown[] = await this.dataSource.query(
      `INSERT INTO idempotency_key AS known (principal_id, verb, key, request_hash, claim, claimed_until, created_at)
       VALUES ($1, $2, $3, $4, $5, now() + make_interval(secs => $6), now())
       ON CONFLICT (principal_id, verb, key) DO UPDATE SET claim = excluded.claim, claimed_until = excluded.claimed_until
       WHERE known.answer IS NULL AND known.claimed_until < now() AND known.request_hash = excluded.request_hash
       RETURNING 1`,
      [principalId, verb, key, hash, id, seconds],
    );
    if (claimed.length > 0) return undefined;
    const [known]: { hash: Buffer; answer: string | null }[] = await this.dataSource.query(
      'SELECT request_hash AS hash, answer FROM idempotency_key WHERE principal_id = $1 AND verb = $2 AND key = $3',
      [principalId, verb, key],
    );
    // It was refused, and given up, since.
    return known ?? { hash, answer: null };
  }

  private async clean(): Promise<void> {
    if (Date.now() - this.cleanedAt < CLEAN_EVERY_MS) return;
    this.cleanedAt = Date.now();
    await this.dataSource.query(
      'DELETE FROM idempotency_key WHERE created_at < now() - make_interval(hours => $1)',
      [KEPT_HOURS],
    );
  }
}

/** A claim of one's own, not yet taken; it holds for so many seconds. */
export function newClaim(of: KeyOfRequest, seconds: number): Claim {
  return { ...of, id: randomUUID(), seconds };
}

/**
 * Of equal JSON values, whatever the order of their members, the same; a password could be guessed by it, so has no part in it.
 * Throws VALIDATION_FAILED for values that are nested too deeply.
 */
export function hashOfRequest(request: unknown): Buffer {
  return createHash('sha256')
    .update(JSON.stringify(sorted(request)))
    .digest();
}

/** The refusal of a request whose key was sent with another one. */
export function keyMismatch(): DomainError {
  return new DomainError(
    'IDEMPOTENCY_MISMATCH',
    'Another request was sent with this Idempotency-Key. Give each request a key of its own.',
  );
}

function nameOf({ principalId, verb, key, id }: Claim): string[] {
  return [principalId, verb, key, id];
}

function sorted(value: unknown, level = 0): unknown {
  if (level > MOST_LEVELS) throw invalid('', 'too_deep', `A body has at most ${MOST_LEVELS} levels.`);
  if (Array.isArray(value)) return value.map((item) => sorted(item, level + 1));
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(
    members.map(([name, member]) => [name, name === 'password' ? null : sorted(member, level + 1)]),
  );
}

function inProgress(): DomainError {
  return new DomainError(
    'IDEMPOTENCY_IN_PROGRESS',
    'A request with this Idempotency-Key is being answered. Send it again in a moment.',
  );
}
