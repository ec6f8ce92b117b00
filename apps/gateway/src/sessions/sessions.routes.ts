import { Body, Controller, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CreateSessionRequest, SessionView } from '@relata/contracts';
import { RpcClient } from '@relata/messaging';
import { Public } from '../auth/public';

@ApiTags('Sessions')
@Controller('v1/sessions')
export class SessionsRoutes {
  constructor(private readonly rpc: RpcClient) {}

  /** Sign in by e-mail and password */
  @Public()
  @ApiOperation({ security: [] })
  @Post()
  create(@Body() body: CreateSessionRequest): Promise<SessionView> {
    return this.rpc.call('identity', 'sessions.create', { body }, { writes: true });
  }
}
