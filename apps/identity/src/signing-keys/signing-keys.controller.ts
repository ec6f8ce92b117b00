import { Controller } from '@nestjs/common';
import { MessagePattern } from '@nestjs/microservices';
import type { JwksView } from '@relata/contracts';
import { SigningKeysService } from './signing-keys.service';

@Controller()
export class SigningKeysController {
  constructor(private readonly signingKeys: SigningKeysService) {}

  @MessagePattern('signingKeys.jwks')
  jwks(): Promise<JwksView> {
    return this.signingKeys.jwks();
  }

  @MessagePattern('signingKeys.rotate')
  rotate(): Promise<JwksView> {
    return this.signingKeys.rotate();
  }
}
