import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { DomainError, SHOWN_ONCE } from '@relata/contracts';
import { EventLog } from '../events/event-log';

/** Answers are kept so long at least; older ones are thrown away now and then. */
const KEPT_HOURS = 48;
const CLEAN_EVERY_MS = 10 * 60_000;
/** So long after a request's deadline who has claimed it is taken for dead, and another may do it. */
const GRACE_SECONDS = 7;
const WAIT_MS = 5_000;
const LOOK_EVERY_MS = 50;
/** The waiting request must itself be answered in time. */
const MARGIN_MS = 300;
/** Who does work of several transactions says so often that he lives; silent for so long, he is taken for dead. */
const SIGN_OF_LIFE_MS = 1_000;
const DEAD_AFTER_SECONDS = 8;

/** An answer as JSON text. */
export interface WriteAnswer {
  json: string;
  /** Whether an equal request was answered so before. */
  isReplayed: boolean;
}

/** A write and the key that it was asked for under. */
interface Keyed {
  principalId: string;
  verb: string;
  key: string;
  hash: Buffer;
  claim: string;
  /** How long the claim holds. */
  seconds: number;
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
  private cleanedAt = 0;

  constructor(
    private readonly dataSource: DataSource,
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
    return this.byOne(keyedOf(verb, request, by, seconds), by.deadline, (keyed) =>
      this.eventLog.asOne(async (manager) => {
        const result = await work();
        const json = JSON.stringify(result ?? null);
        const isSecret = Object.hasOwn(SHOWN_ONCE, verb);
        await keep(manager, keyed, isSecret ? withoutSecret(verb, result) : json);
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
    const first = keyedOf(verb, request, by, DEAD_AFTER_SECONDS);
    return this.byOne(first, by.deadline, async (keyed) => {
      // What cannot be renewed runs out.
      const life = setInterval(() => void this.renew(keyed).catch(() => undefined), SIGN_OF_LIFE_MS);
      try {
        return await work((manager, json) => keep(manager, keyed, json));
      } finally {
        clearInterval(life);
      }
    });
  }

  /** Has one of equal requests do the work, and the others wait for its answer. */
  private async byOne(
    keyed: Keyed,
    deadline: number,
    work: (keyed: Keyed) => Promise<string>,
  ): Promise<WriteAnswer> {
    const until = Math.min(Date.now() + WAIT_MS, deadline - MARGIN_MS);
    for (;;) {
      const known = await this.claim(keyed);
      if (known === undefined) return { json: await this.perform(keyed, work), isReplayed: false };
      if (!known.hash.equals(keyed.hash)) throw mismatch();
      if (known.answer !== null) return { json: known.answer, isReplayed: true };
      if (Date.now() > until) throw inProgress();
      await delay(LOOK_EVERY_MS);
    }
  }

  /** Takes the key, or answers what is known of who has it. */
  private async claim(keyed: Keyed): Promise<{ hash: Buffer; answer: string | null } | undefined> {
    await this.clean();
    const { principalId, verb, key, hash, claim, seconds } = keyed;
    const claimed: unknown[] = await this.dataSource.query(
      `INSERT INTO idempotency_key AS known (principal_id, verb, key, request_hash, claim, claimed_until, created_at)
       VALUES ($1, $2, $3, $4, $5, now() + make_interval(secs => $6), now())
       ON CONFLICT (principal_id, verb, key) DO UPDATE SET claim = excluded.claim, claimed_until = excluded.claimed_until
       WHERE known.answer IS NULL AND known.claimed_until < now() AND known.request_hash = excluded.request_hash
       RETURNING 1`,
      [principalId, verb, key, hash, claim, seconds],
    );
    if (claimed.length > 0) return undefined;
    const [known]: { hash: Buffer; answer: string | null }[] = await this.dataSource.query(
      'SELECT request_hash AS hash, answer FROM idempotency_key WHERE principal_id = $1 AND verb = $2 AND key = $3',
      [principalId, verb, key],
    );
    // It was refused, and given up, since.
    return known ?? { hash, answer: null };
  }

  private async perform(keyed: Keyed, work: (keyed: Keyed) => Promise<string>): Promise<string> {
    try {
      return await work(keyed);
    } catch (error) {
      await this.dataSource
        .query(`DELETE FROM idempotency_key WHERE ${CLAIMED} AND answer IS NULL`, nameOf(keyed))
        // The claim ends by itself.
        .catch(() => undefined);
      throw error;
    }
  }

  private async renew(keyed: Keyed): Promise<void> {
    await this.dataSource.query(
      `UPDATE idempotency_key SET claimed_until = now() + make_interval(secs => $5) WHERE ${CLAIMED} AND answer IS NULL`,
      [...nameOf(keyed), keyed.seconds],
    );
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

/** The row of a key, while the claim holds. */
const CLAIMED = 'principal_id = $1 AND verb = $2 AND key = $3 AND claim = $4';

function nameOf({ principalId, verb, key, claim }: Keyed): string[] {
  return [principalId, verb, key, claim];
}

function keyedOf(verb: string, request: unknown, by: KeyedRequest, seconds: number): Keyed {
  const { principalId, key } = by;
  return { principalId, verb, key, hash: hashOf(request), claim: randomUUID(), seconds };
}

async function keep(manager: EntityManager, keyed: Keyed, json: string): Promise<void> {
  const [, count]: [unknown, number] = await manager.query(
    `UPDATE idempotency_key SET answer = $5 WHERE ${CLAIMED}`,
    [...nameOf(keyed), json],
  );
  if (count === 0) throw inProgress();
}

/** Of equal JSON values, whatever the order of their members, the same; a password could be guessed by it, so has no part in it. */
function hashOf(request: unknown): Buffer {
  return createHash('sha256')
    .update(JSON.stringify(sorted(request)))
    .digest();
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(
    members.map(([name, member]) => [name, name === 'password' ? null : sorted(member)]),
  );
}

/** What is shown once is kept nowhere, so a repeated answer is without it. */
function withoutSecret(verb: string, result: unknown): string {
  return JSON.stringify({ ...(result as object), [SHOWN_ONCE[verb] ?? '']: null, secretShownOnce: true });
}

function mismatch(): DomainError {
  return new DomainError(
    'IDEMPOTENCY_MISMATCH',
    'Another request was sent with this Idempotency-Key. Give each request a key of its own.',
  );
}

function inProgress(): DomainError {
  return new DomainError(
    'IDEMPOTENCY_IN_PROGRESS',
    'A request with this Idempotency-Key is being answered. Send it again in a moment.',
  );
}
