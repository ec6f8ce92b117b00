import { Injectable } from '@nestjs/common';
import {
  DomainError,
  invalid,
  type ApiKeyView,
  type CreateApiKeyRequest,
  type CreatedApiKeyView,
  type Principal,
} from '@relata/contracts';
import { RecordStores, type RecordStore } from '@relata/database';
import { currentContext } from '@relata/platform';
import { DataSource } from 'typeorm';
import { UsersService } from '../users/users.service';
import type { ApiKeyEntity } from './api-key.entity';
import { apiKeyKind, toApiKeyView } from './api-key.mapper';
import { hashOf, newSecret, prefixOf } from './secret';

@Injectable()
export class ApiKeysService {
  readonly store: RecordStore<ApiKeyEntity, ApiKeyView>;

  constructor(
    stores: RecordStores,
    private readonly users: UsersService,
    private readonly dataSource: DataSource,
  ) {
    this.store = stores.define(apiKeyKind);
  }

  async get(id: string): Promise<ApiKeyView> {
    return toApiKeyView(await this.store.get(id));
  }

  /** Makes a key; the answer alone holds it. Throws VALIDATION_FAILED, UNKNOWN_REFERENCE. */
  async create(request: CreateApiKeyRequest): Promise<CreatedApiKeyView> {
    const userId = request.userId ?? currentContext().principal.id;
    if (!userId) throw invalid('/userId', 'required', 'A key acts for a user: give userId.');
    const [user] = await this.users.store.getMany([userId]);
    if (!user || user.deletedAt) {
      const message = `There is no user with id ${userId}.`;
      throw new DomainError('UNKNOWN_REFERENCE', message, {
        errors: [{ pointer: '/userId', code: 'unknown_reference', message }],
      });
    }
    const expiresAt = request.expiresAt ? new Date(request.expiresAt) : null;
    if (expiresAt && expiresAt.getTime() <= Date.now())
      throw invalid('/expiresAt', 'past', 'expiresAt must lie in the future.');
    const key = newSecret('rel_');
    return { ...(await this.keep(key, request.name, userId, expiresAt)), key };
  }

  /** Keeps a key that is known already, such as the bootstrap key. */
  async keep(key: string, name: string, userId: string, expiresAt: Date | null): Promise<ApiKeyView> {
    const values = { name, userId, prefix: prefixOf(key), keyHash: hashOf(key), expiresAt };
    return toApiKeyView(await this.store.create({ values }));
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

  /** Whom a key or a session token stands for; null when it is unknown, expired or revoked, or the user is gone. */
  async verify(keyHash: string): Promise<Principal | null> {
    const rows: { id: string; name: string }[] = await this.dataSource.query(
      `SELECT u.id, u.name FROM (
         SELECT user_id FROM api_key WHERE key_hash = $1 AND deleted_at IS NULL AND (expires_at IS NULL OR expires_at > now())
         UNION ALL
         SELECT user_id FROM session WHERE token_hash = $1 AND expires_at > now()
       ) AS credential JOIN app_user u ON u.id = credential.user_id WHERE u.deleted_at IS NULL`,
      [keyHash],
    );
    const user = rows[0];
    return user ? { id: user.id, name: user.name, kind: 'user' } : null;
  }
}
