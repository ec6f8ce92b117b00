import { DomainError, invalid, type BatchOperationRequest, type UpsertedRecord } from '@relata/contracts';
import type { BatchTarget } from './batch-targets';

type Upsert = Pick<BatchOperationRequest, 'externalKey' | 'by' | 'body'>;

/**
 * Makes a record, or changes the live one that is known by an external key or by a unique field of the body. One that another
 * request makes meanwhile is changed. Throws DUPLICATE when it may not be seen by the caller.
 */
export async function upsert(target: BatchTarget, operation: Upsert): Promise<UpsertedRecord> {
  const found = await change(target, operation);
  if (found) return found;
  try {
    return { outcome: 'created', data: await target.create(withKey(operation)) };
  } catch (error) {
    if (!(error instanceof DomainError && error.code === 'DUPLICATE')) throw error;
    const made = await change(target, operation);
    if (made) return made;
    throw error;
  }
}

async function change(target: BatchTarget, operation: Upsert): Promise<UpsertedRecord | undefined> {
  const { namespace, key } = nameOf(operation);
  const known = (await target.store.findByKey(namespace, [key])).get(key);
  if (!known || (await target.store.views([known.id])).length === 0) return undefined;
  const body = operation.body ?? {};
  const data = await (target.put ? target.put(known.id, body) : target.update(known.id, body));
  return { outcome: data.version === known.version ? 'unchanged' : 'updated', data };
}

/** Under which the record is known. Throws VALIDATION_FAILED when the body does not have it. */
function nameOf({ externalKey, by, body }: Upsert): { namespace: string; key: string } {
  if (externalKey) return { namespace: `external:${externalKey.system}`, key: externalKey.key };
  const value = by === undefined ? undefined : body?.[by];
  if (by !== undefined && typeof value === 'string') return { namespace: by, key: value.toLowerCase() };
  const field = by ?? 'externalKeys';
  throw invalid(`/${field}`, 'required', `The record is known by ${field}: the body must have it.`);
}

function withKey({ externalKey, body = {} }: Upsert): Record<string, unknown> {
  if (!externalKey) return body;
  const { externalKeys = [], ...rest } = body as { externalKeys?: { system: string; key: string }[] };
  const isGiven = externalKeys.some(
    ({ system, key }) => system === externalKey.system && key === externalKey.key,
  );
  return { ...rest, externalKeys: isGiven ? externalKeys : [...externalKeys, externalKey] };
}
