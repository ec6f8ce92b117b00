import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import {
  RoleView,
  CreateRoleRequest,
  HistoryEntryView,
  UpdateRoleRequest,
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

@ApiTags('Roles')
@ApiBearerAuth()
@Controller('v1/roles')
export class RolesRoutes {
  constructor(private readonly rpc: RpcClient) {}

  /** List roles */
  @Get()
  @ApiListQuery()
  @ApiPageOf(RoleView)
  list(@ListParameters() query: ListQuery): Promise<Page<RoleView>> {
    return this.rpc.forward('identity', 'roles.list', query);
  }

  /** Create a role */
  @Post()
  create(@Body() body: CreateRoleRequest): Promise<RoleView> {
    return this.rpc.forward('identity', 'roles.create', { body }, { writes: true });
  }

  /** Get a role */
  @Get(':id')
  get(@IdParam() id: string): Promise<RoleView> {
    return this.rpc.forward('identity', 'roles.get', { id });
  }

  /** Change a role; absent fields stay, null clears */
  @Patch(':id')
  update(
    @IdParam() id: string,
    @Body() body: UpdateRoleRequest,
    @IfMatch() ifMatch?: number,
  ): Promise<RoleView> {
    return this.rpc.forward('identity', 'roles.update', { id, body, ifMatch }, { writes: true });
  }

  /** Delete a role; it can be restored */
  @Delete(':id')
  @HttpCode(204)
  async remove(@IdParam() id: string, @IfMatch() ifMatch?: number): Promise<void> {
    await this.rpc.call('identity', 'roles.remove', { id, ifMatch }, { writes: true });
  }

  /** Bring a deleted role back */
  @Post(':id/restore')
  @HttpCode(200)
  restore(@IdParam() id: string): Promise<RoleView> {
    return this.rpc.forward('identity', 'roles.restore', { id }, { writes: true });
  }

  /** History of a role: before and after of every field, who and when */
  @Get(':id/history')
  @ApiWalk(HistoryEntryView)
  history(@IdParam() id: string, @Query() query: Record<string, unknown>): Promise<Page<HistoryEntryView>> {
    return this.rpc.forward('identity', 'history.list', historyQuery('role', id, query));
  }
}
