import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import {
  DealView,
  ChangeStageRequest,
  CloseDealRequest,
  CreateDealRequest,
  HistoryEntryView,
  ReopenDealRequest,
  UpdateDealRequest,
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

const INCLUDES = ['contact', 'company', 'activities'] as const;

@ApiTags('Deals')
@ApiBearerAuth()
@Controller('v1/deals')
export class DealsRoutes {
  constructor(
    private readonly rpc: RpcClient,
    private readonly includes: Includes,
    private readonly asOf: AsOf,
    private readonly lists: RecordLists,
  ) {}

  /** List deals */
  @Get()
  @ApiListQuery()
  @ApiInclude(INCLUDES)
  @ApiAsOf()
  @ApiView()
  @SparseFields('deal')
  @ApiPageOf(DealView)
  list(@ListParameters(LIST_EXTRAS) query: ListQuery, @Query() extras: ListExtras): Promise<Page<DealView>> {
    return this.lists.page('deals', query, extras);
  }

  /** Create a deal */
  @Post()
  create(@Body() body: CreateDealRequest): Promise<DealView> {
    return this.rpc.forward('deal', 'deals.create', { body }, { writes: true });
  }

  /** Get a deal */
  @Get(':id')
  @ApiInclude(INCLUDES)
  @ApiAsOf()
  @SparseFields('deal')
  async get(
    @IdParam() id: string,
    @Query('include') include?: string,
    @Query('asOf') asOf?: string,
  ): Promise<DealView> {
    const wanted = this.includes.parse(include, INCLUDES);
    const deal = await this.asOf.get<DealView>('deals', id, asOf, include);
    return this.includes.joinOne('deal', deal, wanted);
  }

  /** Change a deal; absent fields stay, null clears */
  @Patch(':id')
  update(
    @IdParam() id: string,
    @Body() body: UpdateDealRequest,
    @IfMatch() ifMatch?: number,
  ): Promise<DealView> {
    return this.rpc.forward('deal', 'deals.update', { id, body, ifMatch }, { writes: true });
  }

  /** Delete a deal; it can be restored */
  @Delete(':id')
  @HttpCode(204)
  async remove(@IdParam() id: string, @IfMatch() ifMatch?: number): Promise<void> {
    await this.rpc.call('deal', 'deals.remove', { id, ifMatch }, { writes: true });
  }

  /** Move a deal to a stage of its pipeline; a closing stage closes it, an open one reopens it */
  @Patch(':id/stage')
  changeStage(
    @IdParam() id: string,
    @Body() body: ChangeStageRequest,
    @IfMatch() ifMatch?: number,
  ): Promise<DealView> {
    return this.rpc.forward('deal', 'deals.changeStage', { id, body, ifMatch }, { writes: true });
  }

  /** Close a deal as won or lost */
  @Post(':id/close')
  @HttpCode(200)
  close(
    @IdParam() id: string,
    @Body() body: CloseDealRequest,
    @IfMatch() ifMatch?: number,
  ): Promise<DealView> {
    return this.rpc.forward('deal', 'deals.close', { id, body, ifMatch }, { writes: true });
  }

  /** Open a closed deal again */
  @Post(':id/reopen')
  @HttpCode(200)
  reopen(
    @IdParam() id: string,
    @Body() body: ReopenDealRequest,
    @IfMatch() ifMatch?: number,
  ): Promise<DealView> {
    return this.rpc.forward('deal', 'deals.reopen', { id, body, ifMatch }, { writes: true });
  }

  /** Bring a deleted deal back */
  @Post(':id/restore')
  @HttpCode(200)
  restore(@IdParam() id: string): Promise<DealView> {
    return this.rpc.forward('deal', 'deals.restore', { id }, { writes: true });
  }

  /** History of a deal: before and after of every field, who and when */
  @Get(':id/history')
  @ApiWalk(HistoryEntryView)
  history(@IdParam() id: string, @Query() query: Record<string, unknown>): Promise<Page<HistoryEntryView>> {
    return this.rpc.forward('deal', 'history.list', historyQuery('deal', id, query));
  }
}
