import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Principal } from '@relata/contracts';
import { CredentialsService } from './credentials.service';

@Controller()
export class CredentialsController {
  constructor(private readonly credentials: CredentialsService) {}

  @MessagePattern('credentials.ofKey')
  ofKey(@Payload() { keyHash, address }: { keyHash: string; address: string }): Promise<Principal | null> {
    return this.credentials.byKey(keyHash, address);
  }

  @MessagePattern('credentials.ofSession')
  ofSession(
    @Payload() { sessionId, userId }: { sessionId: string; userId: string },
  ): Promise<Principal | null> {
    return this.credentials.bySession(sessionId, userId);
  }

  @MessagePattern('credentials.ofName')
  ofName(@Payload() { system, name }: { system: string | null; name: string }): Promise<Principal | null> {
    return this.credentials.byName(system, name);
  }

  @MessagePattern('internal.credentials.ofUser')
  ofUser(
    @Payload() { userId, roleId }: { userId: string; roleId: string | null },
  ): Promise<Principal | null> {
    return this.credentials.byUser(userId, roleId);
  }
}
