import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import {
  TeamView,
  CreateTeamRequest,
  HistoryEntryView,
  UpdateTeamRequest,
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

@ApiTags('Teams')
@ApiBearerAuth()
@Controller('v1/teams')
export class TeamsRoutes {
  constructor(private readonly rpc: RpcClient) {}

  /** List teams */
  @Get()
  @ApiListQuery()
  @ApiPageOf(TeamView)
  list(@ListParameters() query: ListQuery): Promise<Page<TeamView>> {
    return this.rpc.forward('identity', 'teams.list', query);
  }

  /** Create a team */
  @Post()
  create(@Body() body: CreateTeamRequest): Promise<TeamView> {
    return this.rpc.forward('identity', 'teams.create', { body }, { writes: true });
  }

  /** Get a team */
  @Get(':id')
  get(@IdParam() id: string): Promise<TeamView> {
    return this.rpc.forward('identity', 'teams.get', { id });
  }

  /** Change a team; absent fields stay, null clears */
  @Patch(':id')
  update(
    @IdParam() id: string,
    @Body() body: UpdateTeamRequest,
    @IfMatch() ifMatch?: number,
  ): Promise<TeamView> {
    return this.rpc.forward('identity', 'teams.update', { id, body, ifMatch }, { writes: true });
  }

  /** Delete a team; it can be restored */
  @Delete(':id')
  @HttpCode(204)
  async remove(@IdParam() id: string, @IfMatch() ifMatch?: number): Promise<void> {
    await this.rpc.call('identity', 'teams.remove', { id, ifMatch }, { writes: true });
  }

  /** Bring a deleted team back */
  @Post(':id/restore')
  @HttpCode(200)
  restore(@IdParam() id: string): Promise<TeamView> {
    return this.rpc.forward('identity', 'teams.restore', { id }, { writes: true });
  }

  /** History of a team: before and after of every field, who and when */
  @Get(':id/history')
  @ApiWalk(HistoryEntryView)
  history(@IdParam() id: string, @Query() query: Record<string, unknown>): Promise<Page<HistoryEntryView>> {
    return this.rpc.forward('identity', 'history.list', historyQuery('team', id, query));
  }
}
