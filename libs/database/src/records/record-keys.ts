import type { EntityManager } from 'typeorm';
import { DomainError } from '@relata/contracts';
import type { RecordKind, UniqueKey } from './record-kind';
import type { RecordEntity } from './record.entity';

/** The unique values of a record as it stands; a deleted record has none. */
export function keysOf<E extends RecordEntity>(kind: RecordKind<E>, record: E): UniqueKey[] {
  if (record.deletedAt) return [];
  const external = record.externalKeys.map(({ system, key }, index) => ({
    namespace: `external:${system}`,
    key,
    pointer: `/externalKeys/${index}`,
  }));
  return [...(kind.uniqueKeys?.(record) ?? []), ...external];
}

export interface Claim extends UniqueKey {
  recordId: string;
}

/**
 * Claims unique values for records in their transaction. Waits for a concurrent claim to end, as an index
 * does. Throws DUPLICATE with `existingId` when another live record has one.
 */
export async function claimKeys(manager: EntityManager, type: string, claims: Claim[]): Promise<void> {
  if (claims.length === 0) return;
  const taken: { namespace: string; key: string }[] = await manager.query(
    `INSERT INTO record_key (record_type, namespace, key, record_id)
     SELECT $1, namespace, key, record_id FROM unnest($2::text[], $3::text[], $4::uuid[]) AS claim (namespace, key, record_id)
     ORDER BY namespace, key
     ON CONFLICT DO NOTHING RETURNING namespace, key`,
    [
      type,
      claims.map((claim) => claim.namespace),
      claims.map((claim) => claim.key),
      claims.map((claim) => claim.recordId),
    ],
  );
  if (taken.length === claims.length) return;
  const holders = await findByKeys(manager, type, claims);
  for (const claim of claims) {
    const holder = holders.get(keyName(claim));
    if (holder !== claim.recordId) throw duplicate(type, claim, holder);
  }
}

export async function releaseKeys(
  manager: EntityManager,
  type: string,
  recordId: string,
  keys: UniqueKey[],
): Promise<void> {
  if (keys.length === 0) return;
  await manager.query(
    `DELETE FROM record_key WHERE record_type = $1 AND record_id = $2
     AND (namespace, key) IN (SELECT * FROM unnest($3::text[], $4::text[]))`,
    [type, recordId, keys.map((key) => key.namespace), keys.map((key) => key.key)],
  );
}

/** Name of a key in the map that `findByKeys` answers. */
export function keyName({ namespace, key }: { namespace: string; key: string }): string {
  return `${namespace}\u0000${key}`;
}

/** Ids of the live records that have these values, by `keyName`. */
export async function findByKeys(
  manager: EntityManager,
  type: string,
  keys: { namespace: string; key: string }[],
): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map();
  const rows: { namespace: string; key: string; record_id: string }[] = await manager.query(
    `SELECT namespace, key, record_id FROM record_key
     WHERE record_type = $1 AND (namespace, key) IN (SELECT * FROM unnest($2::text[], $3::text[]))`,
    [type, keys.map((key) => key.namespace), keys.map((key) => key.key)],
  );
  return new Map(rows.map((row) => [keyName(row), row.record_id]));
}

function duplicate(type: string, claim: Claim, existingId: string | undefined): DomainError {
  const what = claim.namespace.startsWith('external:')
    ? `the key "${claim.key}" of ${claim.namespace.slice('external:'.length)}`
    : `this ${claim.namespace}`;
  const message = `Another ${type} has ${what}.`;
  return new DomainError('DUPLICATE', message, {
    ...(existingId ? { existingId } : {}),
    errors: [{ pointer: claim.pointer, code: 'duplicate', message }],
  });
}
