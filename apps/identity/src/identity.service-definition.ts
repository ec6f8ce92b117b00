import type { ServiceDefinition } from '@relata/service';
import { ApiKeyEntity, ApiKeyUseEntity } from './api-keys/api-key.entity';
import { IdentityModule } from './identity.module';
import { IdentityTables1764000000100 } from './migrations/1764000000100-identity-tables';
import { Audit1764000000101 } from './migrations/1764000000101-audit';
import { KnownResources1764000000102 } from './migrations/1764000000102-known-resources';
import { RoleEntity } from './roles/role.entity';
import { RefreshTokenEntity } from './sessions/refresh-token.entity';
import { SessionEntity } from './sessions/session.entity';
import { KnownDeviceEntity, SignInGuessEntity } from './sessions/sign-in-guess.entity';
import { SigningKeyEntity } from './signing-keys/signing-key.entity';
import { TeamEntity } from './teams/team.entity';
import { UserEntity } from './users/user.entity';

export const identityService: ServiceDefinition = {
  schema: {
    name: 'identity',
    entities: [
      UserEntity,
      TeamEntity,
      RoleEntity,
      ApiKeyEntity,
      ApiKeyUseEntity,
      SessionEntity,
      RefreshTokenEntity,
      SigningKeyEntity,
      SignInGuessEntity,
      KnownDeviceEntity,
    ],
    migrations: [IdentityTables1764000000100, Audit1764000000101, KnownResources1764000000102],
  },
  module: IdentityModule,
};
