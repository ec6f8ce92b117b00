import type { ApiKeyView } from '@relata/contracts';
import { recordView, type RecordKind } from '@relata/database';
import { ApiKeyEntity } from './api-key.entity';

export const toApiKeyView = recordView<ApiKeyEntity, ApiKeyView>((key) => ({
  name: key.name,
  userId: key.userId,
  roleId: key.roleId,
  ipRanges: key.ipRanges,
  prefix: key.prefix,
  expiresAt: key.expiresAt?.toISOString() ?? null,
}));

export const apiKeyKind: RecordKind<ApiKeyEntity, ApiKeyView> = {
  type: 'apiKey',
  entity: ApiKeyEntity,
  toView: toApiKeyView,
  searchFields: ['name', 'prefix'],
  hasCustomFields: false,
  ownedBy: 'userId',
};
