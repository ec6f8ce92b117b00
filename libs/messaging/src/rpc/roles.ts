import { Injectable } from '@nestjs/common';
import {
  ADMIN_ROLE,
  DomainError,
  Rights,
  permissionsNow,
  type AccessContext,
  type Principal,
  type RoleRules,
} from '@relata/contracts';
import { currentContext, runInContext } from '@relata/platform';
import { RpcClient } from './rpc-client';

/** What identity tells of a role. */
export interface RoleVersion extends RoleRules {
  version: number;
  /** The resources that there were when the permissions were saved; absent where an older identity answers. */
  knownResources?: string[];
}

const MAX_KEPT = 1_000;

/**
 * The rules of roles as this service knows them. A request names its role's version, so a change takes effect with the
 * first request that was let in by it: whoever knows an older version asks identity once.
 */
@Injectable()
export class Roles {
  private readonly known = new Map<string, RoleVersion>();

  constructor(private readonly rpc: RpcClient) {}

  /** What the sender of a request may do. Throws SERVICE_UNAVAILABLE when identity is to be asked and away. */
  rightsOf({ id, access }: Principal): Rights | Promise<Rights> {
    if (!access) return Rights.NOTHING;
    const rights = (rules: RoleRules) =>
      new Rights({ id, teamPath: access.teamPath, managedTeamIds: access.managedTeamIds }, rules);
    if (access.roleId === ADMIN_ROLE.id) return rights(ADMIN_ROLE.rules);
    const known = this.known.get(access.roleId);
    return known && known.version >= access.roleVersion ? rights(known) : this.learn(access).then(rights);
  }

  /** Does what another service asks for in the name of who asked that one: within what he may do, as of a request of the gateway. */
  async asCaller<T>(work: () => Promise<T>): Promise<T> {
    const context = currentContext();
    return runInContext(context, work, await this.rightsOf(context.principal));
  }

  /**
   * What a user may do by now, in the role in which work was asked for that is done later. Throws SERVICE_UNAVAILABLE when
   * identity is away, FORBIDDEN for a user who is disabled or gone.
   */
  async rightsNow({ id, access }: Principal): Promise<Rights> {
    const payload = { userId: id, roleId: access?.roleId ?? null };
    const principal = id && (await this.rpc.ask<Principal | null>('identity', 'credentials.ofUser', payload));
    if (!principal)
      throw new DomainError('FORBIDDEN', 'The user who asked for this was disabled or is gone.');
    return this.rightsOf(principal);
  }

  private async learn({ roleId }: AccessContext): Promise<RoleRules> {
    const role = await this.rpc.ask<RoleVersion | null>('identity', 'roles.rules', { id: roleId });
    // A role that was deleted meanwhile allows nothing.
    if (!role) return { permissions: {}, fields: {} };
    if (this.known.size >= MAX_KEPT) this.known.clear();
    const rules = { ...role, permissions: permissionsNow(role.permissions, role.knownResources ?? []) };
    this.known.set(roleId, rules);
    return rules;
  }
}
