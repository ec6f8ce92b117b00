import { Injectable } from '@nestjs/common';
import {
  DomainError,
  type CreateUserRequest,
  type UpdateUserRequest,
  type UserView,
} from '@relata/contracts';
import { RecordStores, type Change, type RecordStore } from '@relata/database';
import { TeamsService } from '../teams/teams.service';
import { hashPassword } from './password';
import type { UserEntity } from './user.entity';
import { toUserView, userKind } from './user.mapper';

@Injectable()
export class UsersService {
  readonly store: RecordStore<UserEntity, UserView>;

  constructor(
    stores: RecordStores,
    private readonly teams: TeamsService,
  ) {
    this.store = stores.define(userKind);
  }

  async get(id: string): Promise<UserView> {
    return toUserView(await this.store.get(id));
  }

  async create(request: CreateUserRequest): Promise<UserView> {
    return toUserView(await this.store.create({ values: await this.valuesOf(request) }));
  }

  async update(id: string, request: UpdateUserRequest, ifMatch?: number): Promise<UserView> {
    const set = await this.valuesOf(request);
    // A new password changes nothing that may be shown, but must be told of.
    const change: Change<UserEntity> = {
      event: 'user.updated',
      set,
      ...(request.password === undefined ? {} : { details: { passwordChanged: true } }),
    };
    return toUserView(await this.store.change(id, () => [change], { ifMatch }));
  }

  async remove(id: string, ifMatch?: number): Promise<void> {
    await this.store.remove(id, { ifMatch });
  }

  async restore(id: string): Promise<UserView> {
    return toUserView(await this.store.restore(id));
  }

  /** Request to columns: the password hashed, the team known. Throws UNKNOWN_REFERENCE. */
  private async valuesOf({ password, ...rest }: UpdateUserRequest): Promise<Partial<UserEntity>> {
    if (rest.teamId) await this.requireTeam(rest.teamId);
    return { ...rest, ...(password === undefined ? {} : { passwordHash: await hashPassword(password) }) };
  }

  private async requireTeam(id: string): Promise<void> {
    const [team] = await this.teams.store.getMany([id]);
    if (team && !team.deletedAt) return;
    const message = `There is no team with id ${id}.`;
    throw new DomainError('UNKNOWN_REFERENCE', message, {
      errors: [{ pointer: '/teamId', code: 'unknown_reference', message }],
    });
  }
}
