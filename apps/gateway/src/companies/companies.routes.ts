import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import {
  CompanyView,
  CreateCompanyRequest,
  HistoryEntryView,
  UpdateCompanyRequest,
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

const INCLUDES = ['contacts', 'deals', 'activities'] as const;

@ApiTags('Companies')
@ApiBearerAuth()
@Controller('v1/companies')
export class CompaniesRoutes {
  constructor(
    private readonly rpc: RpcClient,
    private readonly includes: Includes,
    private readonly asOf: AsOf,
    private readonly lists: RecordLists,
  ) {}

  /** List companies */
  @Get()
  @ApiListQuery()
  @ApiInclude(INCLUDES)
  @ApiAsOf()
  @ApiView()
  @SparseFields('company')
  @ApiPageOf(CompanyView)
  list(
    @ListParameters(LIST_EXTRAS) query: ListQuery,
    @Query() extras: ListExtras,
  ): Promise<Page<CompanyView>> {
    return this.lists.page('companies', query, extras);
  }

  /** Create a company */
  @Post()
  create(@Body() body: CreateCompanyRequest): Promise<CompanyView> {
    return this.rpc.forward('contact', 'companies.create', { body }, { writes: true });
  }

  /** Get a company */
  @Get(':id')
  @ApiInclude(INCLUDES)
  @ApiAsOf()
  @SparseFields('company')
  async get(
    @IdParam() id: string,
    @Query('include') include?: string,
    @Query('asOf') asOf?: string,
  ): Promise<CompanyView> {
    const wanted = this.includes.parse(include, INCLUDES);
    const company = await this.asOf.get<CompanyView>('companies', id, asOf, include);
    return this.includes.joinOne('company', company, wanted);
  }

  /** Change a company; absent fields stay, null clears */
  @Patch(':id')
  update(
    @IdParam() id: string,
    @Body() body: UpdateCompanyRequest,
    @IfMatch() ifMatch?: number,
  ): Promise<CompanyView> {
    return this.rpc.forward('contact', 'companies.update', { id, body, ifMatch }, { writes: true });
  }

  /** Delete a company; it can be restored */
  @Delete(':id')
  @HttpCode(204)
  async remove(@IdParam() id: string, @IfMatch() ifMatch?: number): Promise<void> {
    await this.rpc.call('contact', 'companies.remove', { id, ifMatch }, { writes: true });
  }

  /** Bring a deleted company back */
  @Post(':id/restore')
  @HttpCode(200)
  restore(@IdParam() id: string): Promise<CompanyView> {
    return this.rpc.forward('contact', 'companies.restore', { id }, { writes: true });
  }

  /** History of a company: before and after of every field, who and when */
  @Get(':id/history')
  @ApiWalk(HistoryEntryView)
  history(@IdParam() id: string, @Query() query: Record<string, unknown>): Promise<Page<HistoryEntryView>> {
    return this.rpc.forward('contact', 'history.list', historyQuery('company', id, query));
  }
}
