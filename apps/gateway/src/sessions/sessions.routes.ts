import { Body, Controller, Delete, Get, Headers, HttpCode, Ip, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  CreateSessionRequest,
  RefreshSessionRequest,
  SessionRecordView,
  SessionView,
  type ListQuery,
  type Page,
  type SignInPayload,
} from '@relata/contracts';
import { RpcClient } from '@relata/messaging';
import { NotRehearsed } from '../http/write-options';
import { Public } from '../auth/public';
import { IdParam } from '../http/id-param';
import { ApiListQuery, ListParameters } from '../http/list-query';
import { ApiPageOf } from '../http/page-of';

@ApiTags('Sessions')
@Controller('v1/sessions')
export class SessionsRoutes {
  constructor(private readonly rpc: RpcClient) {}

  /** Sign in by e-mail and password */
  @Public()
  @ApiOperation({ security: [] })
  @NotRehearsed()
  @Post()
  create(
    @Body() body: CreateSessionRequest,
    @Headers('user-agent') device: string | undefined,
    @Ip() address: string,
  ): Promise<SessionView> {
    return this.rpc.call(
      'identity',
      'sessions.create',
      { body, device: device ?? null, address } satisfies SignInPayload,
      { writes: true },
    );
  }

  /**
   * Get another access token by the refresh token, which works once
   *
   * @remarks
   * The answer holds its successor. Of requests that come at once one succeeds, the others get 409. A token that comes again
   * later was stolen: the session ends.
   */
  @Public()
  @ApiOperation({ security: [] })
  @NotRehearsed()
  @Post('refresh')
  @HttpCode(200)
  refresh(@Body() body: RefreshSessionRequest): Promise<SessionView> {
    return this.rpc.forward('identity', 'sessions.refresh', { body }, { writes: true });
  }

  /** List sessions: one's own, or all with the right to */
  @Get()
  @ApiBearerAuth()
  @ApiListQuery()
  @ApiPageOf(SessionRecordView)
  list(@ListParameters() query: ListQuery): Promise<Page<SessionRecordView>> {
    return this.rpc.forward('identity', 'sessions.list', query);
  }

  /** Get a session */
  @Get(':id')
  @ApiBearerAuth()
  get(@IdParam() id: string): Promise<SessionRecordView> {
    return this.rpc.forward('identity', 'sessions.get', { id });
  }

  /** Sign out: the session's tokens are refused everywhere within a second */
  @Delete(':id')
  @ApiBearerAuth()
  @HttpCode(204)
  async end(@IdParam() id: string): Promise<void> {
    await this.rpc.call('identity', 'sessions.end', { id }, { writes: true });
  }
}
