import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CreateTeamRequest, TeamView, UpdateTeamRequest } from '@relata/contracts';
import { RecordStores, type RecordStore } from '@relata/database';
import type { TeamEntity } from './team.entity';
import { teamKind, toTeamView } from './team.mapper';

@Injectable()
export class TeamsService {
  readonly store: RecordStore<TeamEntity, TeamView>;

  constructor(stores: RecordStores) {
    this.store = stores.define(teamKind);
  }

  async get(id: string): Promise<TeamView> {
    return toTeamView(await this.store.get(id));
  }

  async create(request: CreateTeamRequest): Promise<TeamView> {
    return toTeamView(await this.store.create({ values: request }));
  }

  /** Ids by lower-case name; a team that is missing is made in the caller's transaction. */
  async idsByName(manager: EntityManager, names: string[]): Promise<Map<string, string>> {
    const wanted = new Map(names.map((name) => [name.toLowerCase(), name]));
    const known = await this.store.findByKey('name', [...wanted.keys()], manager);
    const missing = [...wanted].filter(([key]) => !known.has(key)).map(([, name]) => ({ values: { name } }));
    const made = await this.store.createMany(manager, missing);
    return new Map([...known.values(), ...made].map((team) => [team.name.toLowerCase(), team.id]));
  }

  async update(id: string, request: UpdateTeamRequest, ifMatch?: number): Promise<TeamView> {
    return toTeamView(
      await this.store.change(id, () => [{ event: 'team.updated', set: request }], { ifMatch }),
    );
  }

  async remove(id: string, ifMatch?: number): Promise<void> {
    await this.store.remove(id, { ifMatch });
  }

  async restore(id: string): Promise<TeamView> {
    return toTeamView(await this.store.restore(id));
  }
}
