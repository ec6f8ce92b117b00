import { QueryFailedError, type EntityManager } from 'typeorm';
import { DomainError } from '@relata/contracts';
import type { RecordKind, UniqueKey } from './record-kind';
import type { RecordEntity } from './record.entity';
import { Parameters } from '../sql/parameters';

/** Name of the constraint that holds unique values apart. */
const UNIQUE = 'record_key_unique';

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

/** A unique value, and the record that has it or is to have it. */
export interface Claim extends UniqueKey {
  recordId: string;
}

/** The unique values of a record as it stands, as its claims. */
export function claimsOf<E extends RecordEntity>(kind: RecordKind<E>, record: E): Claim[] {
  return keysOf(kind, record).map((key) => ({ ...key, recordId: record.id }));
}

/** What a change of a record gives up, and what it claims. */
export function movedKeys<E extends RecordEntity>(
  kind: RecordKind<E>,
  before: E,
  after: E,
): { released: Claim[]; claimed: Claim[] } {
  const [held, wanted] = [claimsOf(kind, before), claimsOf(kind, after)];
  const [heldNames, wantedNames] = [new Set(held.map(keyName)), new Set(wanted.map(keyName))];
  return {
    released: held.filter((key) => !wantedNames.has(keyName(key))),
    claimed: wanted.filter((key) => !heldNames.has(keyName(key))),
  };
}

/** Each claim once. Throws DUPLICATE when two records claim the same. */
export function distinctClaims(type: string, claims: Claim[]): Claim[] {
  const distinct = new Map<string, Claim>();
  for (const claim of claims) {
    const other = distinct.get(keyName(claim));
    if (other && other.recordId !== claim.recordId) throw duplicate(type, claim, undefined);
    if (!other) distinct.set(keyName(claim), claim);
  }
  return [...distinct.values()];
}

/**
 * Claims unique values for records in their transaction. Waits for a concurrent claim to end, as an index
 * does. Throws DUPLICATE with `existingId` when another live record has one.
 */
export async function claimKeys(manager: EntityManager, type: string, claims: Claim[]): Promise<void> {
  if (claims.length === 0) return;
  const parameters = new Parameters(type);
  const taken: { namespace: string; key: string }[] = await manager.query(
    `INSERT INTO record_key (record_type, namespace, key, record_id)
     SELECT $1, namespace, key, record_id FROM ${claimRows(parameters, claims)}
     ORDER BY namespace, key
     ON CONFLICT DO NOTHING RETURNING namespace, key`,
    parameters.values,
  );
  if (taken.length === claims.length) return;
  const holders = await findByKeys(manager, type, claims);
  for (const claim of claims) {
    const holder = holders.get(keyName(claim));
    if (holder !== claim.recordId) throw duplicate(type, claim, holder);
  }
}

/** SQL of claims that are made along with the change that gives them to records: an error of the primary key when one is taken. */
export function claimSql(parameters: Parameters, type: string, claims: Claim[]): string {
  return `claimed AS (
    INSERT INTO record_key (record_type, namespace, key, record_id)
    SELECT ${parameters.add(type)}, namespace, key, record_id FROM ${claimRows(parameters, claims)}
    WHERE record_id IN (SELECT id FROM changed) ORDER BY namespace, key)`;
}

/** SQL of unique values that are given up along with the change of their records. */
export function releaseSql(parameters: Parameters, type: string, claims: Claim[]): string {
  return `released AS (${releaseText(parameters, type, claims)} AND claim.record_id IN (SELECT id FROM changed))`;
}

function releaseText(parameters: Parameters, type: string, claims: Claim[]): string {
  return `DELETE FROM record_key USING ${claimRows(parameters, claims)}
    WHERE record_type = ${parameters.add(type)} AND record_key.namespace = claim.namespace AND record_key.key = claim.key
    AND record_key.record_id = claim.record_id`;
}

function claimRows(parameters: Parameters, claims: Claim[]): string {
  const namespaces = parameters.add(claims.map(({ namespace }) => namespace));
  const keys = parameters.add(claims.map(({ key }) => key));
  const ids = parameters.add(claims.map(({ recordId }) => recordId));
  return `unnest(${namespaces}::text[], ${keys}::text[], ${ids}::uuid[]) AS claim (namespace, key, record_id)`;
}

/** Whether a statement failed because another live record has a unique value. */
export function isTaken(error: unknown): boolean {
  return (
    error instanceof QueryFailedError && (error.driverError as { constraint?: string }).constraint === UNIQUE
  );
}

/** Throws DUPLICATE, with `existingId`, for the first of these that another live record has. */
export async function refuseTaken(manager: EntityManager, type: string, claims: Claim[]): Promise<void> {
  const holders = await findByKeys(manager, type, claims);
  for (const claim of claims) {
    const holder = holders.get(keyName(claim));
    if (holder !== undefined && holder !== claim.recordId) throw duplicate(type, claim, holder);
  }
}

/** Has records give up unique values. */
export async function releaseKeys(manager: EntityManager, type: string, claims: Claim[]): Promise<void> {
  if (claims.length === 0) return;
  const parameters = new Parameters();
  await manager.query(releaseText(parameters, type, claims), parameters.values);
}

/** Keeps unique values that records gave up for `holder`, as far as nobody has them: until `releaseAll`, nobody can claim them. */
export async function holdKeys(
  manager: EntityManager,
  type: string,
  holder: string,
  keys: UniqueKey[],
): Promise<void> {
  if (keys.length === 0) return;
  await manager.query(
    `INSERT INTO record_key (record_type, namespace, key, record_id)
     SELECT DISTINCT $1::text, namespace, key, $2::uuid FROM unnest($3::text[], $4::text[]) AS held (namespace, key)
     ORDER BY namespace, key ON CONFLICT DO NOTHING`,
    [type, holder, keys.map(({ namespace }) => namespace), keys.map(({ key }) => key)],
  );
}

/** Has records, and others that hold unique values, hold none any more. */
export async function releaseAll(manager: EntityManager, holders: string[]): Promise<void> {
  await manager.query('DELETE FROM record_key WHERE record_id = ANY($1::uuid[])', [holders]);
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
