import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  DomainError,
  RESOURCES,
  fieldErrors,
  unknownReference,
  type CreateRoleRequest,
  type DefaultRole,
  type Permissions,
  type RoleView,
  type UpdateRoleRequest,
} from '@relata/contracts';
import { RecordStores, oneAtATime, type RecordStore } from '@relata/database';
import { EventLog, type RoleVersion } from '@relata/messaging';
import type { RoleEntity } from './role.entity';
import { roleKind } from './role.mapper';
import { checkRules, refuseAdminRole } from './role.rules';

@Injectable()
export class RolesService {
  readonly store: RecordStore<RoleEntity, RoleView>;

  constructor(
    stores: RecordStores,
    private readonly eventLog: EventLog,
  ) {
    this.store = stores.define(roleKind);
  }

  async get(id: string): Promise<RoleView> {
    return this.store.present(await this.store.get(id));
  }

  async create(request: CreateRoleRequest): Promise<RoleView> {
    checkRules(request);
    const { description = null, permissions = {}, fields = {} } = request;
    return this.store.present(
      await this.store.create({ values: { name: request.name, description, fields, ...saved(permissions) } }),
    );
  }

  /** Throws CONFLICT for the role `admin`. Takes effect with the next request of whoever has the role, within a second. */
  async update(id: string, request: UpdateRoleRequest, ifMatch?: number): Promise<RoleView> {
    checkRules(request);
    refuseAdminRole(id);
    const { permissions, ...rest } = request;
    const set = { ...rest, ...(permissions ? saved(permissions) : {}) };
    return this.store.present(
      await this.store.change(id, () => [{ event: 'role.updated', set }], { ifMatch }),
    );
  }

  /** Throws CONFLICT for the role `admin`, and for one that somebody has. */
  async remove(id: string, ifMatch?: number): Promise<void> {
    refuseAdminRole(id);
    await this.eventLog.transaction(async (manager) => {
      await this.store.lockMany(manager, [id], 'delete');
      await this.refuseHeld(manager, id);
      await this.store.changeIn(manager, id, (_, now) => [this.store.deletion(now)], {
        ifMatch,
        action: 'delete',
      });
    });
  }

  async restore(id: string): Promise<RoleView> {
    return this.store.present(await this.store.restore(id));
  }

  /** What services must know of a role; null when there is none. */
  async rules(id: string): Promise<RoleVersion | null> {
    const [role] = await this.store.getMany([id]);
    if (!role || role.deletedAt) return null;
    const { version, permissions, knownResources, fields } = role;
    return { version, permissions, knownResources, fields };
  }

  /** Keeps the role, which is not deleted, from being deleted until the transaction ends. Throws UNKNOWN_REFERENCE. */
  async hold(manager: EntityManager, id: string): Promise<void> {
    const rows: unknown[] = await manager.query(
      'SELECT 1 FROM role WHERE id = $1 AND deleted_at IS NULL FOR SHARE',
      [id],
    );
    if (rows.length === 0) throw unknownReference('role', id, '/roleId');
  }

  /** Sees to it that a role is there which every installation has. One that was changed since stays so. */
  async ensure({ id, name, description, rules }: DefaultRole): Promise<void> {
    await this.eventLog.transaction(async (manager) => {
      // Replicas start at once.
      await oneAtATime(manager, 'default roles');
      const [known] = await this.store.getMany([id], manager);
      const values = { name, description, fields: rules.fields, ...saved(rules.permissions) };
      if (!known) await this.store.createMany(manager, [{ id, values }]);
    });
  }

  private async refuseHeld(manager: EntityManager, id: string): Promise<void> {
    const [held]: { users: number; keys: number }[] = await manager.query(
      `SELECT (SELECT count(*)::int FROM app_user WHERE role_id = $1 AND deleted_at IS NULL) AS users,
              (SELECT count(*)::int FROM api_key WHERE role_id = $1 AND deleted_at IS NULL) AS keys`,
      [id],
    );
    if (!held || held.users + held.keys === 0) return;
    throw new DomainError(
      'CONFLICT',
      `The role is that of ${held.users} users and ${held.keys} API keys. Give them another first.`,
    );
  }
}

/** Permissions that name whatever there is by now that they allow. */
function saved(permissions: Permissions): Pick<RoleEntity, 'permissions' | 'knownResources'> {
  return { permissions, knownResources: [...RESOURCES] };
}

/** The refusal of a role that the caller may not give. */
export function roleNotGiven(): DomainError {
  const message = 'Only who may manage users can give a role.';
  return fieldErrors('FORBIDDEN', [{ pointer: '/roleId', code: 'forbidden_role', message }]);
}
