import { Injectable } from '@nestjs/common';
import { BOOKKEEPING_FIELDS } from '@relata/contracts';

type Json = Record<string, unknown>;

/** What an event set, of a row of `event`: one that keeps no `after` tells of a new record, whose snapshot says it. */
export const AFTER_SQL = `coalesce(after, snapshot - ARRAY[${BOOKKEEPING_FIELDS.map((field) => `'${field}'`).join(', ')}])`;

/** As `AFTER_SQL`, of a snapshot as its row keeps it. */
export function setByCreation(kept: Json): Json {
  const set = { ...kept };
  for (const field of BOOKKEEPING_FIELDS) delete set[field];
  return set;
}

/**
 * Snapshots as rows of events keep them: without fields in which nobody has set anything. A service's record stores tell of their types
 * before anything is written or read; snapshots of other types are kept whole. (docs/adr/0022)
 */
@Injectable()
export class Snapshots {
  /** By type, the JSON of such fields. */
  private readonly blanks = new Map<string, string>();
  /** The same, to look at only. */
  private readonly blankFields = new Map<string, [string, unknown][]>();

  /** `view` is the JSON of a record of which nothing is set. */
  learn(type: string, view: object): void {
    const blank = Object.entries(view).filter(([, value]) => isBlank(value));
    this.blanks.set(type, JSON.stringify(Object.fromEntries(blank)));
    this.blankFields.set(type, blank);
  }

  /** What a row keeps of a snapshot; what it leaves out is undefined. */
  kept(type: string, snapshot: object): Json {
    const kept: Json = { ...snapshot };
    for (const [field, blank] of this.blankFields.get(type) ?? [])
      if (isBlank(kept[field]) && isAlike(kept[field], blank)) kept[field] = undefined;
    return kept;
  }

  /** The snapshot, of what a row keeps of it. */
  whole(type: string, kept: object): Json {
    return Object.assign(this.blankOf(type), kept);
  }

  private blankOf(type: string): Json {
    return JSON.parse(this.blanks.get(type) ?? '{}') as Json;
  }
}

/** Whether a value says no more than that there is none. */
export function isBlank(value: unknown): boolean {
  return (
    value === null || value === undefined || (typeof value === 'object' && Object.keys(value).length === 0)
  );
}

/** Whether a blank value is the other one: null, a list or an object. */
function isAlike(value: unknown, other: unknown): boolean {
  return (value === null) === (other === null) && Array.isArray(value) === Array.isArray(other);
}
