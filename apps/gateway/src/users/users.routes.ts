import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import {
  UserView,
  CreateUserRequest,
  HistoryEntryView,
  UpdateUserRequest,
  type ListQuery,
  type Page,
} from '@relata/contracts';
import { RpcClient } from '@relata/messaging';
import { historyQuery } from '../http/history';
import { ApiWalk } from '../http/walk';
import { IfMatch } from '../http/if-match';
import { ApiListQuery, ListParameters } from '../http/list-query';
import { ApiPageOf } from '../http/page-of';
import { IdParam } from '../http/id-param';

@ApiTags('Users')
@ApiBearerAuth()
@Controller('v1/users')
export class UsersRoutes {
  constructor(private readonly rpc: RpcClient) {}

  /** List users */
  @Get()
  @ApiListQuery()
  @ApiPageOf(UserView)
  list(@ListParameters() query: ListQuery): Promise<Page<UserView>> {
    return this.rpc.forward('identity', 'users.list', query);
  }

  /** Create a user */
  @Post()
  create(@Body() body: CreateUserRequest): Promise<UserView> {
    return this.rpc.forward('identity', 'users.create', { body }, { writes: true });
  }

  /** Get a user */
  @Get(':id')
  get(@IdParam() id: string): Promise<UserView> {
    return this.rpc.forward('identity', 'users.get', { id });
  }

  /** Change a user; absent fields stay, null clears */
  @Patch(':id')
  update(
    @IdParam() id: string,
    @Body() body: UpdateUserRequest,
    @IfMatch() ifMatch?: number,
  ): Promise<UserView> {
    return this.rpc.forward('identity', 'users.update', { id, body, ifMatch }, { writes: true });
  }

  /** Delete a user; it can be restored */
  @Delete(':id')
  @HttpCode(204)
  async remove(@IdParam() id: string, @IfMatch() ifMatch?: number): Promise<void> {
    await this.rpc.call('identity', 'users.remove', { id, ifMatch }, { writes: true });
  }

  /** Bring a deleted user back */
  @Post(':id/restore')
  @HttpCode(200)
  restore(@IdParam() id: string): Promise<UserView> {
    return this.rpc.forward('identity', 'users.restore', { id }, { writes: true });
  }

  /** History of a user: before and after of every field, who and when */
  @Get(':id/history')
  @ApiWalk(HistoryEntryView)
  history(@IdParam() id: string, @Query() query: Record<string, unknown>): Promise<Page<HistoryEntryView>> {
    return this.rpc.forward('identity', 'history.list', historyQuery('user', id, query));
  }
}
