import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { ADMIN_ROLE, DomainError } from '@relata/contracts';
import { ServiceConfig } from '@relata/platform';
import { ApiKeysService } from '../api-keys/api-keys.service';
import { hashOf } from '../api-keys/secret';
import { DefaultRoles } from '../roles/default-roles';
import { UsersService } from '../users/users.service';

const KEY_NAME = 'Bootstrap key';

/**
 * Sees to it that the default roles, and the administrator and the API key that the configuration names, exist. What exists is left as
 * it is: a password changed or a key revoked since stays so.
 */
@Injectable()
export class AdminBootstrap implements OnApplicationBootstrap {
  private readonly logger = new Logger(AdminBootstrap.name);

  constructor(
    private readonly config: ServiceConfig,
    private readonly roles: DefaultRoles,
    private readonly users: UsersService,
    private readonly apiKeys: ApiKeysService,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.roles.ensure();
    const { adminEmail, adminPassword, bootstrapApiKey } = this.config;
    if (!adminEmail || !adminPassword) return;
    const userId = await this.ensureAdmin(adminEmail, adminPassword);
    if (!bootstrapApiKey || (await this.apiKeys.isKnown(hashOf(bootstrapApiKey)))) return;
    await this.apiKeys
      .keep(bootstrapApiKey, { name: KEY_NAME, userId, roleId: null, ipRanges: [], expiresAt: null })
      .catch((error: unknown) => {
        this.logger.warn(
          `The bootstrap key was not kept; another replica may have been quicker: ${(error as Error).message}`,
        );
      });
  }

  private async ensureAdmin(email: string, password: string): Promise<string> {
    const key = email.toLowerCase();
    const known = (await this.users.store.findByKey('email', [key])).get(key);
    if (known) return known.id;
    try {
      return (await this.users.create({ name: 'Administrator', email, password, roleId: ADMIN_ROLE.id })).id;
    } catch (error) {
      // Another replica was quicker.
      if (error instanceof DomainError && error.details.existingId) return error.details.existingId;
      throw error;
    }
  }
}
