import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import {
  ContactView,
  CreateContactRequest,
  HistoryEntryView,
  MergeContactsRequest,
  UpdateContactRequest,
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

const INCLUDES = ['company', 'deals', 'activities'] as const;

@ApiTags('Contacts')
@ApiBearerAuth()
@Controller('v1/contacts')
export class ContactsRoutes {
  constructor(
    private readonly rpc: RpcClient,
    private readonly includes: Includes,
    private readonly asOf: AsOf,
    private readonly lists: RecordLists,
  ) {}

  /** List contacts */
  @Get()
  @ApiListQuery()
  @ApiInclude(INCLUDES)
  @ApiAsOf()
  @ApiView()
  @SparseFields('contact')
  @ApiPageOf(ContactView)
  list(
    @ListParameters(LIST_EXTRAS) query: ListQuery,
    @Query() extras: ListExtras,
  ): Promise<Page<ContactView>> {
    return this.lists.page('contacts', query, extras);
  }

  /** Create a contact */
  @Post()
  create(@Body() body: CreateContactRequest): Promise<ContactView> {
    return this.rpc.forward('contact', 'contacts.create', { body }, { writes: true });
  }

  /** Get a contact; the old id of a merged one answers with the survivor */
  @Get(':id')
  @ApiInclude(INCLUDES)
  @ApiAsOf()
  @SparseFields('contact')
  async get(
    @IdParam() id: string,
    @Query('include') include?: string,
    @Query('asOf') asOf?: string,
  ): Promise<ContactView> {
    const wanted = this.includes.parse(include, INCLUDES);
    const contact = await this.asOf.get<ContactView>('contacts', id, asOf, include);
    return this.includes.joinOne('contact', contact, wanted);
  }

  /** Change a contact; absent fields stay, null clears */
  @Patch(':id')
  update(
    @IdParam() id: string,
    @Body() body: UpdateContactRequest,
    @IfMatch() ifMatch?: number,
  ): Promise<ContactView> {
    return this.rpc.forward('contact', 'contacts.update', { id, body, ifMatch }, { writes: true });
  }

  /** Delete a contact; it can be restored */
  @Delete(':id')
  @HttpCode(204)
  async remove(@IdParam() id: string, @IfMatch() ifMatch?: number): Promise<void> {
    await this.rpc.call('contact', 'contacts.remove', { id, ifMatch }, { writes: true });
  }

  /** Bring a deleted contact back */
  @Post(':id/restore')
  @HttpCode(200)
  restore(@IdParam() id: string): Promise<ContactView> {
    return this.rpc.forward('contact', 'contacts.restore', { id }, { writes: true });
  }

  /** Merge duplicates into a contact: it wins, its blanks are filled; answers the survivor */
  @Post(':id/merge')
  @HttpCode(200)
  merge(@IdParam() id: string, @Body() body: MergeContactsRequest): Promise<ContactView> {
    return this.rpc.forward('contact', 'contacts.merge', { id, body }, { writes: true });
  }

  /** History of a contact: before and after of every field, who and when */
  @Get(':id/history')
  @ApiWalk(HistoryEntryView)
  history(@IdParam() id: string, @Query() query: Record<string, unknown>): Promise<Page<HistoryEntryView>> {
    return this.rpc.forward('contact', 'history.list', historyQuery('contact', id, query));
  }
}
