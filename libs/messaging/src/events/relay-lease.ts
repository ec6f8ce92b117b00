import type { DataSource, EntityManager } from 'typeorm';

/** How long a holder may stay silent before another takes over, by the database's clock. */
export const LEASE_SECONDS = 2;

/**
 * Takes or renews the lease of this schema's relay. Answers the epoch when `holder` has it, undefined when
 * another has. The epoch grows with every change of holder.
 */
export async function takeLease(
  source: DataSource | EntityManager,
  holder: string,
): Promise<string | undefined> {
  const rows: { epoch: string }[] = await source.query(
    `INSERT INTO relay_lease AS lease (id, holder, epoch, expires_at)
     VALUES (1, $1, 1, clock_timestamp() + make_interval(secs => $2))
     ON CONFLICT (id) DO UPDATE
       SET holder = excluded.holder,
           epoch = lease.epoch + (lease.holder <> excluded.holder)::int,
           expires_at = excluded.expires_at
       WHERE lease.holder = excluded.holder OR lease.expires_at < clock_timestamp()
     RETURNING epoch`,
    [holder, LEASE_SECONDS],
  );
  return rows[0]?.epoch;
}

/** Gives the lease back, so that a standby need not wait for it to run out. */
export async function releaseLease(source: DataSource, holder: string): Promise<void> {
  await source.query(`UPDATE relay_lease SET expires_at = clock_timestamp() WHERE id = 1 AND holder = $1`, [
    holder,
  ]);
}
