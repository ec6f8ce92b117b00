import { Injectable } from '@nestjs/common';
import type { Principal } from '@relata/contracts';
import { DataSource } from 'typeorm';
import { ApiKeyUses } from '../api-keys/api-key-uses';

interface PrincipalRow {
  id: string;
  name: string;
  role_id: string;
  role_version: number;
  team_path: string[];
  managed_team_ids: string[];
}

/** Who acts under a user and, where the credential has one of its own, a role: parameters $1 and on as `source` says. */
const PRINCIPAL = (source: string) => `
  WITH RECURSIVE credential AS (${source}),
  line AS (
    SELECT team.id, team.parent_id, 1 AS height FROM credential JOIN app_user u ON u.id = credential.user_id JOIN team ON team.id = u.team_id
    UNION ALL
    SELECT team.id, team.parent_id, height + 1 FROM line JOIN team ON team.id = line.parent_id
  )
  SELECT u.id, u.name, role.id AS role_id, role.version AS role_version,
         (SELECT coalesce(array_agg(id ORDER BY height DESC), '{}') FROM line) AS team_path,
         (SELECT coalesce(array_agg(id), '{}') FROM team WHERE u.id = ANY(manager_ids) AND deleted_at IS NULL) AS managed_team_ids
  FROM credential JOIN app_user u ON u.id = credential.user_id JOIN role ON role.id = coalesce(credential.role_id, u.role_id)
  WHERE u.deleted_at IS NULL AND u.status = 'active' AND role.deleted_at IS NULL`;

/** A key by its hash, and the address that it came from. */
const BY_KEY = PRINCIPAL(`
  SELECT user_id, role_id FROM api_key WHERE key_hash = $1 AND deleted_at IS NULL AND (expires_at IS NULL OR expires_at > now())
  AND (ip_ranges = '{}' OR $2::inet <<= ANY(ip_ranges::inet[]))`);

/** A user by a session that has not ended. */
const BY_SESSION = PRINCIPAL(
  'SELECT user_id, NULL::uuid AS role_id FROM session WHERE id = $1 AND user_id = $2 AND ended_at IS NULL',
);

/** A user by a value that is unique: an e-mail, or a key of another system. */
const BY_NAME = PRINCIPAL(
  `SELECT record_id AS user_id, NULL::uuid AS role_id FROM record_key WHERE record_type = 'user' AND namespace = $1 AND key = $2`,
);

/** A user, in the role named or the own one: for work that was asked for and is done later. */
const BY_USER = PRINCIPAL('SELECT $1::uuid AS user_id, $2::uuid AS role_id');

/** Whom credentials stand for now, and what they may do. */
@Injectable()
export class CredentialsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly uses: ApiKeyUses,
  ) {}

  /** Null when the key is unknown, expired, revoked or not taken from there, or its user is disabled or gone. */
  async byKey(keyHash: string, address: string): Promise<Principal | null> {
    const principal = toPrincipal(await this.dataSource.query(BY_KEY, [keyHash, address]));
    if (principal) await this.uses.note(keyHash, address, principal);
    return principal;
  }

  /** Null when the session has ended, or the user is disabled or gone. */
  async bySession(sessionId: string, userId: string): Promise<Principal | null> {
    return toPrincipal(await this.dataSource.query(BY_SESSION, [sessionId, userId]));
  }

  /** Whom another issuer's token names: by e-mail or, with `system`, by that system's key. Null when there is no active one. */
  async byName(system: string | null, name: string): Promise<Principal | null> {
    const [namespace, key] = system === null ? ['email', name.toLowerCase()] : [`external:${system}`, name];
    return toPrincipal(await this.dataSource.query(BY_NAME, [namespace, key]));
  }

  /** Null when the user is disabled or gone. */
  async byUser(userId: string, roleId: string | null): Promise<Principal | null> {
    return toPrincipal(await this.dataSource.query(BY_USER, [userId, roleId]));
  }
}

function toPrincipal([row]: PrincipalRow[]): Principal | null {
  if (!row) return null;
  return {
    id: row.id,
    name: row.name,
    kind: 'user',
    access: {
      roleId: row.role_id,
      roleVersion: row.role_version,
      teamPath: row.team_path,
      managedTeamIds: row.managed_team_ids,
    },
  };
}
