import { Controller, Get, Header, HttpCode, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { JwksView } from '@relata/contracts';
import { RpcClient } from '@relata/messaging';
import { NotRehearsed } from '../http/write-options';
import { Public } from '../auth/public';

@ApiTags('Sessions')
@Controller()
export class SigningKeysRoutes {
  constructor(private readonly rpc: RpcClient) {}

  /** The public keys that access tokens are verified by (RFC 7517) */
  @Public()
  @ApiOperation({ security: [] })
  @Get('.well-known/jwks.json')
  @Header('Cache-Control', 'public, max-age=60')
  jwks(): Promise<JwksView> {
    return this.rpc.forward('identity', 'signingKeys.jwks', {});
  }

  /** Sign with a new key from now on; tokens of the former live to their end */
  @NotRehearsed()
  @Post('v1/signing-keys/rotate')
  @ApiBearerAuth()
  @HttpCode(200)
  rotate(): Promise<JwksView> {
    return this.rpc.forward('identity', 'signingKeys.rotate', {}, { writes: true });
  }
}
