import { Injectable } from '@nestjs/common';
import {
  invalid,
  type ApiKeyView,
  type CreateApiKeyRequest,
  type CreatedApiKeyView,
} from '@relata/contracts';
import { RecordStores, type RecordStore } from '@relata/database';
import { EventLog } from '@relata/messaging';
import { currentContext, currentRights } from '@relata/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { RolesService, roleNotGiven } from '../roles/roles.service';
import { unknownReference } from '../unknown-reference';
import type { ApiKeyEntity } from './api-key.entity';
import { apiKeyKind } from './api-key.mapper';
import { hashOf, newSecret, prefixOf } from './secret';

@Injectable()
export class ApiKeysService {
  readonly store: RecordStore<ApiKeyEntity, ApiKeyView>;

  constructor(
    stores: RecordStores,
    private readonly eventLog: EventLog,
    private readonly roles: RolesService,
    private readonly dataSource: DataSource,
  ) {
    this.store = stores.define(apiKeyKind);
  }

  async get(id: string): Promise<ApiKeyView> {
    return this.store.present(await this.store.get(id));
  }

  /** Makes a key; the answer alone holds it. Throws VALIDATION_FAILED, UNKNOWN_REFERENCE, FORBIDDEN. */
  async create(request: CreateApiKeyRequest): Promise<CreatedApiKeyView> {
    const userId = request.userId ?? currentContext().principal.id;
    if (!userId) throw invalid('/userId', 'required', 'A key acts for a user: give userId.');
    const expiresAt = request.expiresAt ? new Date(request.expiresAt) : null;
    if (expiresAt && expiresAt.getTime() <= Date.now())
      throw invalid('/expiresAt', 'past', 'expiresAt must lie in the future.');
    const roleId = request.roleId ?? currentKeyRole();
    const key = newSecret('rel_');
    return { ...(await this.keep(key, { name: request.name, userId, roleId, expiresAt })), key };
  }

  /** Keeps a key that is known already, such as the bootstrap key. Throws UNKNOWN_REFERENCE, FORBIDDEN. */
  async keep(
    key: string,
    draft: Pick<ApiKeyEntity, 'name' | 'userId' | 'roleId' | 'expiresAt'>,
  ): Promise<ApiKeyView> {
    const values = { ...draft, prefix: prefixOf(key), keyHash: hashOf(key) };
    const [made] = await this.eventLog.transaction(async (manager) => {
      const keys = await this.store.createMany(manager, [{ values }]);
      await this.checkHolder(manager, draft);
      return keys;
    });
    return this.store.present(made as ApiKeyEntity);
  }

  async revoke(id: string): Promise<void> {
    await this.store.remove(id);
  }

  /** Whether a key of that hash was ever made, revoked ones included. */
  async isKnown(keyHash: string): Promise<boolean> {
    const rows: unknown[] = await this.dataSource.query('SELECT 1 FROM api_key WHERE key_hash = $1', [
      keyHash,
    ]);
    return rows.length > 0;
  }

  /** A key can do no more than its user, unless who makes it may give roles; and nobody gives away what is not his. */
  private async checkHolder(
    manager: EntityManager,
    { userId, roleId }: Pick<ApiKeyEntity, 'userId' | 'roleId'>,
  ): Promise<void> {
    const [user]: { role_id: string }[] = await manager.query(
      'SELECT role_id FROM app_user WHERE id = $1 AND deleted_at IS NULL',
      [userId],
    );
    if (!user) throw unknownReference('user', userId, '/userId');
    if (roleId === null) return;
    await this.roles.hold(manager, roleId);
    const isOwnRole = roleId === user.role_id || roleId === currentContext().principal.access?.roleId;
    if (!isOwnRole && currentRights().scope('user', 'manage') !== 'all') throw roleNotGiven();
  }
}

/** A key that makes another does not make a stronger one. */
function currentKeyRole(): string | null {
  const rights = currentRights();
  return rights.scope('user', 'manage') === 'all'
    ? null
    : (currentContext().principal.access?.roleId ?? null);
}
