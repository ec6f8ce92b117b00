import { isDeepStrictEqual } from 'node:util';
import type { RecordKind } from './record-kind';
import type { RecordEntity } from './record.entity';

type Json = Record<string, unknown>;

/**
 * What several changes of a record come to: the fields that differ, as they were before the first and as the last left them, null where
 * there was nothing. Custom fields each by its own name: `customFields.tier`.
 */
export interface NetChange {
  before: Json;
  after: Json;
}

const CUSTOM = 'customFields.';

/** The changes in their order; each tells of all fields that it changed. */
export function netChange(changes: readonly { before: object; after: object }[]): NetChange {
  const before: Json = {};
  const after: Json = {};
  for (const change of changes) {
    const [was, is] = [flat(change.before), flat(change.after)];
    for (const field of new Set([...Object.keys(was), ...Object.keys(is)])) {
      // What it was before the first of them.
      if (!Object.hasOwn(before, field)) before[field] = was[field] ?? null;
      after[field] = is[field] ?? null;
    }
  }
  const differ = Object.keys(after).filter((field) => !isDeepStrictEqual(before[field], after[field]));
  return { before: pick(before, differ), after: pick(after, differ) };
}

/** Custom fields beside the others, as `customFields.<name>`. */
export function flat(json: object): Json {
  const { customFields, ...fields } = json as Json;
  const custom = Object.entries((customFields ?? {}) as Json);
  return { ...fields, ...Object.fromEntries(custom.map(([name, value]) => [CUSTOM + name, value])) };
}

/** The fields of a record as it is now, to be compared with those that events tell of. */
export function flatView<E extends RecordEntity>({ toView }: Pick<RecordKind<E>, 'toView'>, record: E): Json {
  return flat(JSON.parse(JSON.stringify(toView(record))) as Json);
}

/** A patch that gives the fields these values; null where there was none. */
export function deep(fields: readonly string[], values: Json): Json {
  const customFields: Json = {};
  const patch: Json = {};
  for (const field of fields) {
    if (isCustom(field)) customFields[field.slice(CUSTOM.length)] = values[field] ?? null;
    else patch[field] = values[field] ?? null;
  }
  return Object.keys(customFields).length > 0 ? { ...patch, customFields } : patch;
}

/** Whether it is a custom field, as `flat` names them. */
export function isCustom(field: string): boolean {
  return field.startsWith(CUSTOM);
}

function pick(values: Json, fields: readonly string[]): Json {
  return Object.fromEntries(fields.map((field) => [field, values[field]]));
}
