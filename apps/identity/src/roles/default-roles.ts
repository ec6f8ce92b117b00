import { Injectable } from '@nestjs/common';
import { DEFAULT_ROLES, DomainError } from '@relata/contracts';
import { RolesService } from './roles.service';

/** A new installation begins with some roles. */
@Injectable()
export class DefaultRoles {
  constructor(private readonly roles: RolesService) {}

  async ensure(): Promise<void> {
    for (const role of DEFAULT_ROLES) {
      await this.roles.ensure(role).catch((error: unknown) => {
        // Somebody made a role of that name.
        if (!(error instanceof DomainError && error.code === 'DUPLICATE')) throw error;
      });
    }
  }
}
