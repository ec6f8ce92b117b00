import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  REFERENCE_OWNERS,
  fieldErrors,
  notFound,
  snapshotOf,
  unknownReference,
  type DomainError,
  type EventEnvelope,
  type ReferenceType,
  type ReferenceView,
} from '@relata/contracts';
import { EventLog, RpcClient, type EventContext } from '@relata/messaging';
import { currentRights } from '@relata/platform';
import { copyColumns, reachSql } from '../access/reach-sql';
import type { Draft } from '../records/record-kind';
import type { RecordEntity } from '../records/record.entity';
import { oneAtATime } from '../sql/one-at-a-time';
import { Parameters } from '../sql/parameters';
import type { Merge, Move } from './merge';
import { toReference } from './to-reference';

/** A field that points at another service's record. */
export interface ReferenceClaim {
  type: ReferenceType;
  id: string;
  /** Where it stands in the body: `/companyId`. */
  pointer: string;
}

/** The claims that a body makes: its members that `types` knows, where they are given. */
export function referenceClaims<T extends object>(
  input: T,
  types: Partial<Record<keyof T, ReferenceType>>,
): ReferenceClaim[] {
  return Object.entries(types).flatMap(([field, type]) => {
    const id = (input as Record<string, unknown>)[field];
    return typeof id === 'string' ? [{ type: type as ReferenceType, id, pointer: `/${field}` }] : [];
  });
}

interface ReferenceState {
  id: string;
  merged_into_id: string | null;
  deleted_at: Date | null;
}

const MAX_MERGES = 10;
const MOST_KNOWN = 10_000;
/** Of advisory locks on a reference, with or without a row; they hold until the transaction ends. */
const LOCK_KEY = `hashtextextended(current_schema() || id::text, 7201003)`;

/**
 * This service's copies of other services' records: kept from their events, and asked for where an event has
 * not arrived yet.
 */
@Injectable()
export class References {
  /** Of which users a copy is here: each write names one, and copies stay. */
  private readonly knownUsers = new Set<string>();

  constructor(
    private readonly eventLog: EventLog,
    private readonly rpc: RpcClient,
  ) {}

  /** Keeps the newest state that events tell of, a batch of them together. Call it from a `@Projection` method. */
  project(context: EventContext, event: EventEnvelope): void {
    context.together(this.keep, toReference(event.recordtype as ReferenceType, snapshotOf(event)));
  }

  /** Keeps what an owner just told, unless something newer is known. */
  async learn(references: ReferenceView[]): Promise<void> {
    if (references.length > 0) await this.eventLog.transaction((manager) => this.keep(manager, references));
  }

  /**
   * Makes sure, before any transaction, that a copy of each record is here; asks its owner where not. Throws
   * UNKNOWN_REFERENCE naming the field, SERVICE_UNAVAILABLE when the owner is away.
   */
  async require(claims: ReferenceClaim[]): Promise<void> {
    const missing = await this.learnMissing(claims);
    const unknown = missing.length > 0 ? await this.missing(claims) : [];
    if (unknown.length > 0) throw unknownReferences(unknown);
  }

  /**
   * As `require`, but what the owners do not know either is none of its business. Answers what had to be asked for: of a
   * merged record the survivor, too.
   */
  async learnMissing(claims: ReferenceClaim[]): Promise<ReferenceClaim[]> {
    const asked: ReferenceClaim[] = [];
    const found: ReferenceView[] = [];
    let missing = await this.missing(claims);
    for (let merges = 0; missing.length > 0 && merges < MAX_MERGES; merges++) {
      asked.push(...missing);
      const told = await this.ask(missing);
      found.push(...told);
      missing = await this.missing(survivorsOf(missing, told), true);
    }
    // Together: who sees that a record was merged must find its survivor.
    await this.learn(found);
    return asked;
  }

  /** Records as their owners know them; those that there are. */
  private async ask(claims: ReferenceClaim[]): Promise<ReferenceView[]> {
    const found: ReferenceView[] = [];
    for (const type of new Set(claims.map((claim) => claim.type))) {
      const ids = [...new Set(claims.filter((claim) => claim.type === type).map((claim) => claim.id))];
      found.push(
        ...(await this.rpc.ask<ReferenceView[]>(REFERENCE_OWNERS[type], 'references.byIds', { type, ids })),
      );
    }
    return found;
  }

  /**
   * The id that a reference means now: that of the survivor when the record was merged. The copy stays locked
   * until the transaction ends, so a merge that arrives meanwhile waits and then sees what we write. Throws
   * UNKNOWN_REFERENCE for a record that is deleted, unknown, or hidden from the caller.
   */
  async resolve(manager: EntityManager, claim: ReferenceClaim): Promise<string> {
    let id = claim.id;
    for (let merges = 0; merges < MAX_MERGES; merges++) {
      const parameters = new Parameters(claim.type, id);
      const rows: (ReferenceState & { mayRead: boolean })[] = await manager.query(
        `SELECT id, merged_into_id, deleted_at, ${mayReadSql(claim.type, parameters)} AS "mayRead"
         FROM reference WHERE type = $1 AND id = $2 FOR SHARE`,
        parameters.values,
      );
      const state = rows[0];
      if (state?.merged_into_id) id = state.merged_into_id;
      else if (!state?.mayRead || (state.deleted_at && id === claim.id))
        throw unknownReference(claim.type, claim.id, claim.pointer);
      else return id;
    }
    throw unknownReference(claim.type, claim.id, claim.pointer);
  }

  /**
   * Contacts became part of others: from here on what is written for them goes to the survivors, and what was
   * written for them can be seen. Answers what is to be moved where, under the ids that the survivors go by now.
   * Whoever points at contacts moves its records then, in the same transaction: by these events and not by
   * `contact.merged`, as the two may come apart, or in the other order.
   */
  async absorb(manager: EntityManager, merges: Merge[]): Promise<Move[]> {
    await manager.query(`SELECT pg_advisory_xact_lock(${LOCK_KEY}) FROM unnest($1::uuid[]) AS id`, [
      merges.map(({ event }) => event.subject).sort(),
    ]);
    await this.keep(
      manager,
      merges.map(({ event }) => toReference('contact', snapshotOf(event))),
    );
    const survivors = merges.map(({ event }) => event.data.survivorId);
    const current = await this.follow(manager, survivors);
    return merges.map(({ event, context }, index) => {
      const survivor = survivors[index] as string;
      return { from: event.subject, to: current.get(survivor) ?? survivor, context };
    });
  }

  /**
   * The ids that contacts go by now, for effects of events: those may tell of a contact that was merged since.
   * One that is merged later moves what this transaction writes.
   */
  async follow(manager: EntityManager, ids: string[]): Promise<Map<string, string>> {
    const current = new Map(ids.map((id) => [id, id]));
    if (ids.length === 0) return current;
    for (let merges = 0; merges < MAX_MERGES; merges++) {
      const reached = [...new Set(current.values())].sort();
      // Survivors too: they may be merged on meanwhile. A contact that is not known yet has no row to lock.
      await manager.query(`SELECT pg_advisory_xact_lock_shared(${LOCK_KEY}) FROM unnest($1::uuid[]) AS id`, [
        reached,
      ]);
      const rows: ReferenceState[] = await manager.query(
        `SELECT id, merged_into_id FROM reference
         WHERE type = 'contact' AND id = ANY($1::uuid[]) AND merged_into_id IS NOT NULL`,
        [reached],
      );
      if (rows.length === 0) break;
      const next = new Map(rows.map((row) => [row.id, row.merged_into_id as string]));
      for (const [id, known] of current) current.set(id, next.get(known) ?? known);
    }
    return current;
  }

  /** The id that a record goes by now, as far as this service knows: a merged one's survivor. */
  async current(type: ReferenceType, id: string): Promise<string> {
    let current = id.toLowerCase();
    for (let merges = 0; merges < MAX_MERGES; merges++) {
      const rows: ReferenceState[] = await this.eventLog.manager.query(
        'SELECT id, merged_into_id, deleted_at FROM reference WHERE type = $1 AND id = $2',
        [type, current],
      );
      const next = rows[0]?.merged_into_id;
      if (!next) break;
      current = next;
    }
    return current;
  }

  /** Throws NOT_FOUND unless the caller may see the record; FORBIDDEN for a kind of records. */
  async requireVisible(type: 'contact' | 'company' | 'deal', id: string): Promise<void> {
    if (currentRights().require(type, 'read') === 'all') return;
    const parameters = new Parameters(type, id);
    const rows: unknown[] = await this.eventLog.manager.query(
      `SELECT 1 FROM reference WHERE type = $1 AND id = $2 AND ${mayReadSql(type, parameters)}`,
      parameters.values,
    );
    if (rows.length === 0) throw notFound(type, id);
  }

  /** `resolve` for many, in one question where nothing was merged: current ids by id. */
  async resolveMany(manager: EntityManager, claims: ReferenceClaim[]): Promise<Map<string, string>> {
    const unique = new Map(claims.map((claim) => [`${claim.type} ${claim.id.toLowerCase()}`, claim]));
    const ids = [...unique.values()].map(({ id }) => id);
    const parameters = new Parameters(ids);
    const mayRead = [...new Set(claims.map(({ type }) => type))].map(
      (type) => `WHEN '${type}' THEN ${mayReadSql(type, parameters)}`,
    );
    if (mayRead.length === 0) return new Map();
    const rows: (ReferenceState & { type: string })[] = await manager.query(
      `SELECT type, id, merged_into_id, deleted_at FROM reference
       WHERE id = ANY($1::uuid[]) AND CASE type ${mayRead.join(' ')} ELSE false END ORDER BY type, id FOR SHARE`,
      parameters.values,
    );
    const plain = new Set(
      rows.filter((row) => !row.merged_into_id && !row.deleted_at).map((row) => `${row.type} ${row.id}`),
    );
    const resolved = new Map<string, string>();
    for (const [key, claim] of unique)
      resolved.set(claim.id, plain.has(key) ? claim.id : await this.resolve(manager, claim));
    return resolved;
  }

  /** Drafts with what the references in `fields` mean now. Throws as `resolve`. */
  async resolveDrafts<E extends RecordEntity>(
    manager: EntityManager,
    drafts: Draft<E>[],
    fields: Partial<Record<keyof E, ReferenceType>>,
  ): Promise<Draft<E>[]> {
    const claims = drafts.map(({ values }) => referenceClaims(values as E, fields));
    const current = await this.resolveMany(manager, claims.flat());
    return drafts.map((draft, index) => {
      const resolved = (claims[index] ?? []).map(({ pointer, id }) => [
        pointer.slice(1),
        current.get(id) ?? id,
      ]);
      return { ...draft, values: { ...draft.values, ...(Object.fromEntries(resolved) as Partial<E>) } };
    });
  }

  /** `resolve` for several fields: what each means now, by the field's name (`/contactId` → `contactId`). */
  async resolveAll(manager: EntityManager, claims: ReferenceClaim[]): Promise<Record<string, string>> {
    const resolved: Record<string, string> = {};
    // In one order for all callers, so that two transactions cannot wait for each other.
    for (const claim of [...claims].sort((a, b) => a.type.localeCompare(b.type))) {
      resolved[claim.pointer.slice(1)] = await this.resolve(manager, claim);
    }
    return resolved;
  }

  /** Claims that no copy here answers; of a merged record, those to its survivor. A survivor may be deleted (`evenDeleted`). */
  private async missing(claims: ReferenceClaim[], evenDeleted = false): Promise<ReferenceClaim[]> {
    const unsure = claims.filter(({ type, id }) => type !== 'user' || !this.knownUsers.has(id));
    if (unsure.length === 0) return [];
    // A copy that says deleted may be late: the record may be back.
    const isSure = evenDeleted ? 'true' : '(deleted_at IS NULL OR merged_into_id IS NOT NULL)';
    const rows: Pick<ReferenceView, 'type' | 'id' | 'mergedIntoId'>[] = await this.eventLog.manager.query(
      `SELECT type, id, merged_into_id AS "mergedIntoId" FROM reference
         WHERE (type, id) IN (SELECT * FROM unnest($1::text[], $2::uuid[])) AND ${isSure}`,
      [unsure.map((claim) => claim.type), unsure.map((claim) => claim.id)],
    );
    const known = new Set(rows.map(({ type, id }) => `${type} ${id}`));
    if (this.eventLog.isOutermost) this.keepInMind(rows);
    const survivors = survivorsOf(unsure, rows);
    return [
      ...unsure.filter(({ type, id }) => !known.has(`${type} ${id.toLowerCase()}`)),
      // The event of the merge may have come before those of the survivor, or what told of it was no event.
      ...(survivors.length > 0 ? await this.missing(survivors, true) : []),
    ];
  }

  /** (What a transaction learns, it may have to forget.) */
  private keepInMind(rows: { type: string; id: string }[]): void {
    if (this.knownUsers.size > MOST_KNOWN) this.knownUsers.clear();
    for (const { type, id } of rows) if (type === 'user') this.knownUsers.add(id);
  }

  private readonly keep = async (manager: EntityManager, references: ReferenceView[]): Promise<void> => {
    if (references.length === 0) return;
    await manager.query(
      `INSERT INTO reference AS known (type, id, version, name, owner_id, team_id, parent_id, reader_ids, merged_into_id, deleted_at, email, domain, industry)
       SELECT DISTINCT ON (type, id) type, id, version, name, "ownerId", "teamId", "parentId", "readerIds", "mergedIntoId", "deletedAt", email, domain, industry
       FROM json_to_recordset($1::json) AS new (type text, id uuid, version int, name text, "ownerId" uuid, "teamId" uuid,
                                                "parentId" uuid, "readerIds" uuid[], "mergedIntoId" uuid, "deletedAt" timestamptz,
                                                  email text, domain text, industry text)
       ORDER BY type, id, version DESC
       ON CONFLICT (type, id) DO UPDATE SET version = excluded.version, name = excluded.name, owner_id = excluded.owner_id,
         team_id = excluded.team_id, parent_id = excluded.parent_id, reader_ids = excluded.reader_ids, merged_into_id = excluded.merged_into_id, deleted_at = excluded.deleted_at,
         email = excluded.email, domain = excluded.domain, industry = excluded.industry
       WHERE known.version < excluded.version`,
      [JSON.stringify(references)],
    );
    if (references.some(({ type }) => type === 'user' || type === 'team'))
      await manager.transaction(refreshTeamPaths);
  };
}

/** Whether the caller may see the record that a row is the copy of; everybody may name himself. */
function mayReadSql(type: ReferenceType, parameters: Parameters): string {
  const rights = currentRights();
  const isUser = type === 'user';
  const reach = reachSql(rights, type, 'read', parameters, copyColumns('reference', isUser));
  return !isUser || reach === 'true' ? reach : `(${reach} OR id = ${parameters.add(rights.caller.id)}::uuid)`;
}

/**
 * Brings the team paths of users up to date with the copies of users and teams. Teams are few and change seldom, so all
 * are looked at; one transaction at a time, so that none works with what another is about to change.
 */
async function refreshTeamPaths(manager: EntityManager): Promise<void> {
  await oneAtATime(manager, 'team paths');
  await manager.query(
    `WITH RECURSIVE line AS (
       SELECT id, ARRAY[id] AS path FROM reference team
       WHERE type = 'team' AND NOT EXISTS (SELECT 1 FROM reference parent WHERE parent.type = 'team' AND parent.id = team.parent_id)
       UNION ALL
       SELECT team.id, line.path || team.id FROM reference team JOIN line ON team.parent_id = line.id
       WHERE team.type = 'team' AND team.id <> ALL(line.path)
     ), path_of AS (
       SELECT member.id, CASE WHEN member.team_id IS NULL THEN '{}' ELSE coalesce(line.path, ARRAY[member.team_id]) END AS path
       FROM reference member LEFT JOIN line ON line.id = member.team_id WHERE member.type = 'user'
     )
     UPDATE reference SET team_path = path_of.path FROM path_of
     WHERE reference.type = 'user' AND reference.id = path_of.id AND reference.team_path <> path_of.path`,
  );
}

/** The claims to what records were merged into, in place of those to the records. */
function survivorsOf(
  claims: ReferenceClaim[],
  records: Pick<ReferenceView, 'type' | 'id' | 'mergedIntoId'>[],
): ReferenceClaim[] {
  const into = new Map(records.map(({ type, id, mergedIntoId }) => [`${type} ${id}`, mergedIntoId]));
  return claims.flatMap((claim) => {
    const id = into.get(`${claim.type} ${claim.id.toLowerCase()}`);
    return id ? [{ ...claim, id }] : [];
  });
}

function unknownReferences(claims: ReferenceClaim[]): DomainError {
  const errors = claims.flatMap(
    ({ type, id, pointer }) => unknownReference(type, id, pointer).details.errors ?? [],
  );
  return fieldErrors('UNKNOWN_REFERENCE', errors);
}
