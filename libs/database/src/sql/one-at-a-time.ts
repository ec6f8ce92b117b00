import type { EntityManager } from 'typeorm';

/** Sets our locks apart from whatever else takes advisory locks in the database. */
const SEED = 7_201_004;

/** Waits until no other transaction of this service does the same work; the lock holds until this one ends. */
export async function oneAtATime(manager: EntityManager, work: string): Promise<void> {
  await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended(current_schema() || $1, ${SEED}))`, [
    work,
  ]);
}
