import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CreateUserRequest, REP_ROLE } from '@relata/contracts';
import {
  ImportTargets,
  type Change,
  type Draft,
  type ImportHistory,
  type ImportTarget,
} from '@relata/database';
import { TeamsService } from '../teams/teams.service';
import type { UserEntity } from './user.entity';
import { UsersService } from './users.service';

/** Users from a file, recognised by external id or name. `team` names a team, which is made if it is missing. */
@Injectable()
export class UserImport implements ImportTarget<UserEntity> {
  readonly resource = 'users';
  readonly store;
  readonly request = CreateUserRequest;
  readonly fields = { name: 'text', email: 'text', team: 'text' } as const;
  readonly references = {};
  readonly sideEffects = ['teamId'];
  readonly matchBy = { field: 'name', by: 'name' } as const;

  constructor(
    targets: ImportTargets,
    users: UsersService,
    private readonly teams: TeamsService,
  ) {
    this.store = users.store;
    targets.add(this);
  }

  defaults(): Record<string, unknown> {
    return {};
  }

  async prepare(manager: EntityManager, inputs: Record<string, unknown>[]): Promise<void> {
    const names = [...new Set(inputs.map((input) => input.team).filter((team) => typeof team === 'string'))];
    const ids = await this.teams.idsByName(manager, names);
    for (const input of inputs)
      if (typeof input.team === 'string') input.teamId = ids.get(input.team.toLowerCase());
  }

  create({ team: _, ...input }: Record<string, unknown>, { createdAt }: ImportHistory): Draft<UserEntity> {
    const values = { roleId: REP_ROLE.id, status: 'active', kind: 'person', ...input } as const;
    return { values, ...(createdAt ? { createdAt } : {}) };
  }

  update(_user: UserEntity, { team: _, ...input }: Record<string, unknown>): Change<UserEntity>[] {
    return [{ event: 'user.updated', set: input }];
  }
}
