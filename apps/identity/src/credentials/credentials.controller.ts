import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Principal } from '@relata/contracts';
import { CredentialsService } from './credentials.service';

@Controller()
export class CredentialsController {
  constructor(private readonly credentials: CredentialsService) {}

  @MessagePattern('credentials.verify')
  verify(@Payload() { keyHash }: { keyHash: string }): Promise<Principal | null> {
    return this.credentials.bySecret(keyHash);
  }

  @MessagePattern('internal.credentials.ofUser')
  ofUser(
    @Payload() { userId, roleId }: { userId: string; roleId: string | null },
  ): Promise<Principal | null> {
    return this.credentials.byUser(userId, roleId);
  }
}
