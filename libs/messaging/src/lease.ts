import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';

/** How long a holder may stay silent before another takes over, by the database's clock. */
const LEASE_SECONDS = 2;
/** How often a holder says that it lives, and a standby looks. */
export const LEASE_TICK_MS = 500;

/** The holder was silent too long and another replica has taken over. */
export class LeaseLost extends Error {
  constructor(name: string) {
    super(`Another replica holds ${name} now.`);
  }
}

/**
 * The right of one replica to do a piece of work alone: a row with holder, epoch and expiry. A holder that dies,
 * or is stopped, loses it after two seconds of silence.
 */
export class Lease {
  readonly holder = randomUUID();

  constructor(
    private readonly source: DataSource,
    private readonly leases: Leases,
    readonly name: string,
  ) {}

  /**
   * Takes or renews it. Answers the epoch, which grows with every change of holder; undefined when another has it.
   * Never waits for another's lock: a replica that was stopped within a transaction may hold one.
   */
  async take(): Promise<string | undefined> {
    const [renewed]: [{ epoch: string }[], number] = await this.source.query(
      `UPDATE lease SET holder = $2, epoch = lease.epoch + (lease.holder <> $2)::int, expires_at = ${EXPIRY}
       FROM (SELECT name FROM lease WHERE name = $1 AND (holder = $2 OR expires_at < clock_timestamp())
             FOR UPDATE SKIP LOCKED) AS free
       WHERE lease.name = free.name RETURNING epoch`,
      [this.name, this.holder],
    );
    if (renewed[0]) return renewed[0].epoch;
    const made: { epoch: string }[] = await this.source.query(
      `INSERT INTO lease (name, holder, epoch, expires_at) VALUES ($1, $2, 1, ${EXPIRY})
       ON CONFLICT DO NOTHING RETURNING epoch`,
      [this.name, this.holder],
    );
    return made[0]?.epoch;
  }

  /**
   * Renews it, as the last statement of a transaction when `manager` is given: nobody can then take over before the
   * commit. Throws LeaseLost.
   */
  async renew(manager: EntityManager | DataSource = this.source): Promise<void> {
    const [, count]: [unknown, number] = await manager.query(RENEWAL, [this.name, this.holder]);
    if (count === 0) throw new LeaseLost(this.name);
  }

  /** Has it renewed from now on, until what is answered is called. `lost` is told when that fails, each time. */
  keep(lost: (error: Error) => void): () => void {
    return this.leases.keep(this, lost);
  }

  /** Gives it back, so that a standby need not wait for it to run out. */
  async release(): Promise<void> {
    await this.source.query(
      'UPDATE lease SET expires_at = clock_timestamp() WHERE name = $1 AND holder = $2',
      [this.name, this.holder],
    );
  }
}

const EXPIRY = `clock_timestamp() + make_interval(secs => ${LEASE_SECONDS})`;

/** Renews the lease named $1 of the holder $2; changes no row when another has it. */
export const RENEWAL = `UPDATE lease SET expires_at = ${EXPIRY} WHERE name = $1 AND holder = $2`;

/** The leases of a service. Those that it keeps are renewed together: each for itself would be a transaction of its own, twice a second. */
@Injectable()
export class Leases {
  private readonly kept = new Map<Lease, (error: Error) => void>();
  private ticker: NodeJS.Timeout | undefined;
  private isRenewing = false;

  constructor(private readonly source: DataSource) {}

  of(name: string): Lease {
    return new Lease(this.source, this, name);
  }

  /** For `Lease`. */
  keep(lease: Lease, lost: (error: Error) => void): () => void {
    this.kept.set(lease, lost);
    this.ticker ??= setInterval(() => void this.renew(), LEASE_TICK_MS);
    return () => {
      this.kept.delete(lease);
      if (this.kept.size > 0) return;
      clearInterval(this.ticker);
      this.ticker = undefined;
    };
  }

  private async renew(): Promise<void> {
    if (this.isRenewing) return;
    this.isRenewing = true;
    const kept = [...this.kept];
    const renewed = await this.renewed(kept.map(([{ holder }]) => holder)).catch((error: Error) => error);
    this.isRenewing = false;
    for (const [lease, lost] of kept) {
      if (renewed instanceof Set && renewed.has(lease.holder)) continue;
      // Who let it go meanwhile need not know.
      if (this.kept.get(lease) === lost) lost(renewed instanceof Set ? new LeaseLost(lease.name) : renewed);
    }
  }

  /** Renews the leases of these holders; answers those who still have one. */
  private async renewed(holders: string[]): Promise<Set<string>> {
    const [rows]: [{ holder: string }[], number] = await this.source.query(
      `UPDATE lease SET expires_at = ${EXPIRY} WHERE holder = ANY($1::text[]) RETURNING holder`,
      [holders],
    );
    return new Set(rows.map(({ holder }) => holder));
  }
}
