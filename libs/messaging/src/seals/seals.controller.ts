import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { AuditSealView, VerifiedStretch, VerifyQuery } from '@relata/contracts';
import { currentRights } from '@relata/platform';
import { SealVerifier } from './seal-verifier';

/** The seals of this service's log, for who may audit it. */
@Controller()
export class SealsController {
  constructor(private readonly seals: SealVerifier) {}

  @MessagePattern('seals.verify')
  verify(@Payload() { after }: VerifyQuery): Promise<VerifiedStretch> {
    currentRights().requireAll('audit', 'read');
    return this.seals.verify(after);
  }

  @MessagePattern('seals.at')
  at(@Payload() { position }: { position: number }): Promise<AuditSealView> {
    currentRights().requireAll('audit', 'read');
    return this.seals.at(position);
  }
}
