import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  invalid,
  unknownReference,
  type CreateTeamRequest,
  type TeamView,
  type UpdateTeamRequest,
} from '@relata/contracts';
import { BatchTargets, RecordStores, oneAtATime, type RecordStore } from '@relata/database';
import { EventLog } from '@relata/messaging';
import type { TeamEntity } from './team.entity';
import { teamKind } from './team.mapper';

/** These bound what travels with every request of a member or manager. */
const MAX_DEPTH = 10;
const MAX_MANAGED = 20;

@Injectable()
export class TeamsService {
  readonly store: RecordStore<TeamEntity, TeamView>;

  constructor(
    stores: RecordStores,
    batches: BatchTargets,
    private readonly eventLog: EventLog,
  ) {
    this.store = stores.define(teamKind);
    batches.add('teams', this);
  }

  async get(id: string): Promise<TeamView> {
    return this.store.present(await this.store.get(id));
  }

  /** Throws VALIDATION_FAILED, UNKNOWN_REFERENCE. */
  async create(request: CreateTeamRequest): Promise<TeamView> {
    const [team] = await this.eventLog.transaction(async (manager) => {
      const made = await this.store.createMany(manager, [{ values: { managerIds: [], ...request } }]);
      await this.checkPlace(manager, request);
      return made;
    });
    return this.store.present(team as TeamEntity);
  }

  /** Ids by lower-case name; a team that is missing is made in the caller's transaction. */
  async idsByName(manager: EntityManager, names: string[]): Promise<Map<string, string>> {
    const wanted = new Map(names.map((name) => [name.toLowerCase(), name]));
    const known = await this.store.findByKey('name', [...wanted.keys()], manager);
    const missing = [...wanted]
      .filter(([key]) => !known.has(key))
      .map(([, name]) => ({ values: { name, managerIds: [] } }));
    const made = await this.store.createMany(manager, missing);
    return new Map([...known.values(), ...made].map((team) => [team.name.toLowerCase(), team.id]));
  }

  /** Throws VALIDATION_FAILED for a team that would come below itself, UNKNOWN_REFERENCE. */
  async update(id: string, request: UpdateTeamRequest, ifMatch?: number): Promise<TeamView> {
    const team = await this.eventLog.transaction(async (manager) => {
      // Two that go below each other would not see it.
      if (request.parentId) await oneAtATime(manager, 'team places');
      const changed = await this.store.changeIn(
        manager,
        id,
        () => [{ event: 'team.updated', set: request }],
        {
          ifMatch,
        },
      );
      await this.checkPlace(manager, request);
      return changed;
    });
    return this.store.present(team);
  }

  async remove(id: string, ifMatch?: number): Promise<void> {
    await this.store.remove(id, { ifMatch });
  }

  async restore(id: string): Promise<TeamView> {
    return this.store.present(await this.store.restore(id));
  }

  /** Whether what was just written leaves every line of teams finite and short, and names people that there are. */
  private async checkPlace(
    manager: EntityManager,
    { parentId, managerIds }: UpdateTeamRequest,
  ): Promise<void> {
    if (parentId) await this.checkLines(manager, parentId);
    if (!managerIds || managerIds.length === 0) return;
    const rows: { id: string; managed: number }[] = await manager.query(
      `SELECT u.id, (SELECT count(*)::int FROM team WHERE u.id = ANY(manager_ids) AND deleted_at IS NULL) AS managed
       FROM app_user u WHERE u.id = ANY($1::uuid[]) AND u.deleted_at IS NULL`,
      [managerIds],
    );
    const missing = managerIds.find((id) => !rows.some((row) => row.id === id.toLowerCase()));
    if (missing) throw unknownReference('user', missing, '/managerIds');
    if (rows.some(({ managed }) => managed > MAX_MANAGED))
      throw invalid('/managerIds', 'too_many', `A user can manage at most ${MAX_MANAGED} teams.`);
  }

  private async checkLines(manager: EntityManager, parentId: string): Promise<void> {
    const [parent]: { deepest: number | null; known: boolean }[] = await manager.query(
      `WITH RECURSIVE above AS (
         SELECT id, parent_id FROM team WHERE id = $1
         UNION SELECT team.id, team.parent_id FROM team JOIN above ON team.id = above.parent_id
       ), top AS (
         SELECT id FROM above WHERE parent_id IS NULL
       ), line AS (
         SELECT id, 1 AS depth FROM top
         UNION ALL SELECT team.id, depth + 1 FROM team JOIN line ON team.parent_id = line.id WHERE depth <= ${MAX_DEPTH}
       )
       SELECT (SELECT max(depth) FROM line) AS deepest,
              EXISTS (SELECT 1 FROM team WHERE id = $1 AND deleted_at IS NULL) AS known`,
      [parentId],
    );
    if (!parent?.known) throw unknownReference('team', parentId, '/parentId');
    // A ring has no top.
    if (parent.deepest === null) throw invalid('/parentId', 'ring', 'A team cannot come below itself.');
    if (parent.deepest > MAX_DEPTH)
      throw invalid('/parentId', 'too_deep', `Teams can be nested ${MAX_DEPTH} levels deep.`);
  }
}
