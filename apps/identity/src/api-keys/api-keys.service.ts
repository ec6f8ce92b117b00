import { Injectable } from '@nestjs/common';
import {
  invalid,
  unknownReference,
  type ApiKeyView,
  type CreateApiKeyRequest,
  type CreatedApiKeyView,
  type ListQuery,
  type Page,
  type UsedApiKeyView,
} from '@relata/contracts';
import { RecordStores, type RecordStore } from '@relata/database';
import { EventLog } from '@relata/messaging';
import { currentContext, currentRights } from '@relata/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { RolesService, roleNotGiven } from '../roles/roles.service';
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

  async list(query: ListQuery): Promise<Page<UsedApiKeyView>> {
    const page = await this.store.list(query);
    return { ...page, data: await this.withUse(page.data) };
  }

  async get(id: string): Promise<UsedApiKeyView> {
    const [key] = await this.withUse([this.store.present(await this.store.get(id))]);
    return key as UsedApiKeyView;
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
    return {
      ...(await this.keep(key, {
        name: request.name,
        userId,
        roleId,
        ipRanges: request.ipRanges ?? [],
        expiresAt,
      })),
      key,
    };
  }

  /** Keeps a key that is known already, such as the bootstrap key. Throws UNKNOWN_REFERENCE, FORBIDDEN. */
  async keep(
    key: string,
    draft: Pick<ApiKeyEntity, 'name' | 'userId' | 'roleId' | 'ipRanges' | 'expiresAt'>,
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

  private async withUse(keys: ApiKeyView[]): Promise<UsedApiKeyView[]> {
    const uses: { key_id: string; used_at: Date; address: string }[] = await this.dataSource.query(
      `SELECT DISTINCT ON (key_id) key_id, used_at, address FROM api_key_use WHERE key_id = ANY($1::uuid[])
       ORDER BY key_id, used_at DESC`,
      [keys.map(({ id }) => id)],
    );
    const byKey = new Map(uses.map((use) => [use.key_id, use]));
    return keys.map((key) => {
      const use = byKey.get(key.id);
      return { ...key, lastUsedAt: use?.used_at.toISOString() ?? null, lastUsedFrom: use?.address ?? null };
    });
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
