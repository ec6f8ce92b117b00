import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import {
  ActivityView,
  CreateActivityRequest,
  HistoryEntryView,
  UpdateActivityRequest,
  type ListQuery,
  type Page,
} from '@relata/contracts';
import { RpcClient } from '@relata/messaging';
import { historyQuery } from '../http/history';
import { ApiWalk } from '../http/walk';
import { IfMatch } from '../http/if-match';
import { ApiInclude } from '../includes/api-include';
import { ApiListQuery, ListParameters } from '../http/list-query';
import { ApiPageOf } from '../http/page-of';
import { ApiAsOf, AsOf } from '../as-of/as-of';
import { SparseFields } from '../http/sparse-fields';
import { Includes } from '../includes/includes';
import { IdParam } from '../http/id-param';
import { LIST_EXTRAS, RecordLists, type ListExtras } from '../lists/record-lists';
import { ApiView } from '../views/views';

const INCLUDES = ['contact', 'company', 'deal'] as const;

@ApiTags('Activities')
@ApiBearerAuth()
@Controller('v1/activities')
export class ActivitiesRoutes {
  constructor(
    private readonly rpc: RpcClient,
    private readonly includes: Includes,
    private readonly asOf: AsOf,
    private readonly lists: RecordLists,
  ) {}

  /** List activities */
  @Get()
  @ApiListQuery()
  @ApiInclude(INCLUDES)
  @ApiAsOf()
  @ApiView()
  @SparseFields('activity')
  @ApiPageOf(ActivityView)
  list(
    @ListParameters(LIST_EXTRAS) query: ListQuery,
    @Query() extras: ListExtras,
  ): Promise<Page<ActivityView>> {
    return this.lists.page('activities', query, extras);
  }

  /** Create an activity */
  @Post()
  create(@Body() body: CreateActivityRequest): Promise<ActivityView> {
    return this.rpc.forward('activity', 'activities.create', { body }, { writes: true });
  }

  /** Get an activity */
  @Get(':id')
  @ApiInclude(INCLUDES)
  @ApiAsOf()
  @SparseFields('activity')
  async get(
    @IdParam() id: string,
    @Query('include') include?: string,
    @Query('asOf') asOf?: string,
  ): Promise<ActivityView> {
    const wanted = this.includes.parse(include, INCLUDES);
    const activity = await this.asOf.get<ActivityView>('activities', id, asOf, include);
    return this.includes.joinOne('activity', activity, wanted);
  }

  /** Change an activity; absent fields stay, null clears */
  @Patch(':id')
  update(
    @IdParam() id: string,
    @Body() body: UpdateActivityRequest,
    @IfMatch() ifMatch?: number,
  ): Promise<ActivityView> {
    return this.rpc.forward('activity', 'activities.update', { id, body, ifMatch }, { writes: true });
  }

  /** Delete an activity; it can be restored */
  @Delete(':id')
  @HttpCode(204)
  async remove(@IdParam() id: string, @IfMatch() ifMatch?: number): Promise<void> {
    await this.rpc.call('activity', 'activities.remove', { id, ifMatch }, { writes: true });
  }

  /** Bring a deleted activity back */
  @Post(':id/restore')
  @HttpCode(200)
  restore(@IdParam() id: string): Promise<ActivityView> {
    return this.rpc.forward('activity', 'activities.restore', { id }, { writes: true });
  }

  /** History of an activity: before and after of every field, who and when */
  @Get(':id/history')
  @ApiWalk(HistoryEntryView)
  history(@IdParam() id: string, @Query() query: Record<string, unknown>): Promise<Page<HistoryEntryView>> {
    return this.rpc.forward('activity', 'history.list', historyQuery('activity', id, query));
  }
}
