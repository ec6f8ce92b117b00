import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  ADMIN_ROLE,
  DomainError,
  REP_ROLE,
  fieldErrors,
  invalid,
  unknownReference,
  type CreateUserRequest,
  type UpdateUserRequest,
  type UserView,
} from '@relata/contracts';
import { BatchTargets, RecordStores, oneAtATime, type Change, type RecordStore } from '@relata/database';
import { EventLog } from '@relata/messaging';
import { currentRights } from '@relata/platform';
import { RolesService } from '../roles/roles.service';
import { SessionRecords } from '../sessions/session-records';
import { TeamsService } from '../teams/teams.service';
import { hashPassword, verifyPassword } from './password';
import type { UserEntity } from './user.entity';
import { userKind } from './user.mapper';

/** What users may change of themselves; the rest is for who may manage users. */
const OWN_FIELDS = ['name', 'password', 'currentPassword'];

@Injectable()
export class UsersService {
  readonly store: RecordStore<UserEntity, UserView>;

  constructor(
    stores: RecordStores,
    batches: BatchTargets,
    private readonly eventLog: EventLog,
    private readonly teams: TeamsService,
    private readonly roles: RolesService,
    private readonly sessions: SessionRecords,
  ) {
    this.store = stores.define(userKind);
    batches.add('users', this);
  }

  async get(id: string): Promise<UserView> {
    return this.store.present(await this.store.get(id));
  }

  /** Throws UNKNOWN_REFERENCE, VALIDATION_FAILED, FORBIDDEN. */
  async create(request: CreateUserRequest): Promise<UserView> {
    refuseManaged(request);
    const user = { roleId: REP_ROLE.id, status: 'active', kind: 'person', ...request } as const;
    const values = await this.valuesOf(user);
    const [made] = await this.eventLog.transaction(async (manager) => {
      await this.roles.hold(manager, user.roleId);
      return this.store.createMany(manager, [{ values }]);
    });
    return this.store.present(made as UserEntity);
  }

  /** Throws UNKNOWN_REFERENCE, FORBIDDEN, and CONFLICT for the last administrator. Another password ends all sessions. */
  async update(id: string, request: UpdateUserRequest, ifMatch?: number): Promise<UserView> {
    refuseManaged(request);
    const { currentPassword, ...rest } = request;
    const set = await this.valuesOf(rest);
    if (request.password !== undefined) await this.checkPassword(id, currentPassword);
    // A new password changes nothing that may be shown, but must be told of.
    const change: Change<UserEntity> = {
      event: 'user.updated',
      set,
      ...(request.password === undefined ? {} : { details: { passwordChanged: true } }),
    };
    return this.changeUser(async (manager) => {
      if (request.password !== undefined) await this.sessions.endAll(manager, id);
      return this.store.changeIn(
        manager,
        id,
        (user) => {
          if (request.password !== undefined && (request.kind ?? user.kind) === 'service')
            throw invalid('/password', 'service_account', 'A service account has no password.');
          return [change];
        },
        { ifMatch },
      );
    }, request.roleId);
  }

  async remove(id: string, ifMatch?: number): Promise<void> {
    await this.changeUser((manager) =>
      this.store.changeIn(manager, id, (_, now) => [this.store.deletion(now)], { ifMatch, action: 'delete' }),
    );
  }

  async restore(id: string): Promise<UserView> {
    return this.store.present(await this.store.restore(id));
  }

  /** Who may not manage users proves to be the person: a key that was lent must not lead to the account. */
  private async checkPassword(id: string, given: string | undefined): Promise<void> {
    if (currentRights().scope('user', 'manage') === 'all') return;
    const { passwordHash } = await this.store.get(id);
    if (passwordHash && given !== undefined && (await verifyPassword(passwordHash, given))) return;
    throw invalid('/currentPassword', 'wrong_password', 'Give the current password to set another.');
  }

  /** Makes a change, unless it leaves nobody who may do everything. */
  private async changeUser(
    work: (manager: EntityManager) => Promise<UserEntity>,
    roleId?: string,
  ): Promise<UserView> {
    const user = await this.eventLog.transaction(async (manager) => {
      await oneAtATime(manager, 'administrators');
      const had = await this.hasAdmin(manager);
      if (roleId) await this.roles.hold(manager, roleId);
      const changed = await work(manager);
      if (had && !(await this.hasAdmin(manager)))
        throw new DomainError('CONFLICT', 'This is the last active administrator. Make another one first.');
      return changed;
    });
    return this.store.present(user);
  }

  private async hasAdmin(manager: EntityManager): Promise<boolean> {
    const rows: unknown[] = await manager.query(
      `SELECT 1 FROM app_user WHERE role_id = $1 AND status = 'active' AND deleted_at IS NULL LIMIT 1`,
      [ADMIN_ROLE.id],
    );
    return rows.length > 0;
  }

  /** Request to columns: the password hashed, the team known. Throws UNKNOWN_REFERENCE, VALIDATION_FAILED. */
  private async valuesOf({ password, ...rest }: UpdateUserRequest): Promise<Partial<UserEntity>> {
    if (rest.kind === 'service' && password !== undefined)
      throw invalid('/password', 'service_account', 'A service account has no password.');
    if (rest.teamId) {
      const [team] = await this.teams.store.getMany([rest.teamId]);
      if (!team || team.deletedAt) throw unknownReference('team', rest.teamId, '/teamId');
    }
    // Who becomes a service account leaves the password behind.
    if (rest.kind === 'service') return { ...rest, passwordHash: null };
    return { ...rest, ...(password === undefined ? {} : { passwordHash: await hashPassword(password) }) };
  }
}

/** Throws FORBIDDEN for what only who may manage users can set: role, team, status, and how a user is recognised. */
function refuseManaged(request: UpdateUserRequest): void {
  if (currentRights().scope('user', 'manage') === 'all') return;
  const given = Object.entries(request).flatMap(([field, value]) => (value === undefined ? [] : [field]));
  const refused = given.filter((field) => !OWN_FIELDS.includes(field));
  if (refused.length === 0) return;
  const errors = refused.map((field) => ({
    pointer: `/${field}`,
    code: 'forbidden_field',
    message: `Only who may manage users can set ${field}.`,
  }));
  throw fieldErrors('FORBIDDEN', errors);
}
