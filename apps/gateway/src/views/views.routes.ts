import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiQuery, ApiTags } from '@nestjs/swagger';
import {
  CRM_RESOURCES,
  CreateSavedViewRequest,
  DEFAULT_LIMIT,
  HistoryEntryView,
  SavedView,
  UpdateSavedViewRequest,
  VIEW_TYPES,
  invalidParameter,
  notFound,
  type CrmResource,
  type FilterNode,
  type ListQuery,
  type Page,
} from '@relata/contracts';
import { RpcClient } from '@relata/messaging';
import { firstOwner } from '../http/first-owner';
import { historyQuery } from '../http/history';
import { IdParam } from '../http/id-param';
import { IfMatch } from '../http/if-match';
import { ListParameters } from '../http/list-query';
import { decodePlace, encodePlace } from '../http/place-cursor';
import { ApiWalk } from '../http/walk';
import { KeyedByRoute } from '../http/route-keys';
import { Includes } from '../includes/includes';
import { viewValues } from './view-values';
import { VIEW_OWNERS, Views } from './views';

/** Named lists, kept by the services that own the records: the gateway finds out which. */
@ApiTags('Views')
@ApiBearerAuth()
@KeyedByRoute()
@Controller('v1/views')
export class ViewsRoutes {
  constructor(
    private readonly rpc: RpcClient,
    private readonly views: Views,
    private readonly includes: Includes,
  ) {}

  /**
   * List the views of all resources that the caller may see, newest first
   *
   * @remarks
   * His own, the shared ones of resources that he may read, and those that are shared with him or a team of his.
   * `filter[resource]=deals`, `filter[ownerId]=me`.
   */
  @Get()
  @ApiWalk(SavedView)
  @ApiQuery({ name: 'q', required: false, schema: { type: 'string' }, description: 'Words of the name.' })
  @ApiQuery({ name: 'deleted', required: false, schema: { type: 'string', enum: ['only'] } })
  @ApiQuery({
    name: 'filter',
    required: false,
    style: 'deepObject',
    explode: true,
    schema: { type: 'object', additionalProperties: true },
    description: 'By `resource`, `name`, `visibility`, `ownerId` and times, as in every list.',
  })
  async list(@ListParameters() list: ListQuery): Promise<Page<SavedView>> {
    const { filter = [], limit = DEFAULT_LIMIT, cursor, sort, count, ...rest } = list;
    if (sort) throw invalidParameter('sort', 'Views come newest first.');
    if (count) throw invalidParameter('count', 'Views are not counted.');
    const behind = cursor === undefined ? [] : [behindPlace(cursor)];
    const query: ListQuery = { ...rest, limit, filter: [...filter, ...behind] };
    const pages = await Promise.all(
      VIEW_OWNERS.map((owner) => this.rpc.call<Page<SavedView>>(owner, 'views.list', query)),
    );
    const found = pages.flatMap((page) => page.data).sort(newestFirst);
    const data = found.slice(0, limit);
    const hasMore = found.length > limit || pages.some(({ page }) => page.hasMore);
    const last = data.at(-1);
    const nextCursor = hasMore && last ? encodePlace(last.createdAt, last.id) : null;
    return { data, page: { nextCursor, prevCursor: null, hasMore, limit } };
  }

  /**
   * Save a view
   *
   * @remarks
   * Filter, sort and fields are held against what there is, as of a search: an unknown one is refused with the nearest.
   * Use it by `GET /v1/<resource>?view=<id>`, and as `view` in searches, exports and bulk jobs.
   */
  @Post()
  create(@Body() body: CreateSavedViewRequest): Promise<SavedView> {
    const { resource } = body;
    const blank = { filter: null, sort: null, fields: null, include: null, q: null };
    const values = viewValues(resource, { ...blank, visibility: 'private', ...body }, this.includes);
    return this.rpc.call(CRM_RESOURCES[resource].service, 'views.create', { body: values }, { writes: true });
  }

  /** Get a view */
  @Get(':id')
  async get(@IdParam() id: string): Promise<SavedView> {
    return (await this.views.find(id)).view;
  }

  /** Change a view; absent fields stay, null clears; a filter replaces the one before */
  @Patch(':id')
  async update(
    @IdParam() id: string,
    @Body() body: UpdateSavedViewRequest,
    @IfMatch() ifMatch?: number,
  ): Promise<SavedView> {
    const { owner, view } = await this.views.find(id);
    const values = viewValues(view.resource as CrmResource, body, this.includes);
    return this.rpc.call(owner, 'views.update', { id, body: values, ifMatch }, { writes: true });
  }

  /** Delete a view; it can be restored */
  @Delete(':id')
  @HttpCode(204)
  async remove(@IdParam() id: string, @IfMatch() ifMatch?: number): Promise<void> {
    const { owner } = await this.views.find(id);
    await this.rpc.call(owner, 'views.remove', { id, ifMatch }, { writes: true });
  }

  /** Bring a deleted view back */
  @Post(':id/restore')
  @HttpCode(200)
  async restore(@IdParam() id: string): Promise<SavedView> {
    const [, view] = await firstOwner(VIEW_OWNERS, 'view', id, (owner) =>
      this.rpc.call<SavedView>(owner, 'views.restore', { id }, { writes: true }),
    );
    return view;
  }

  /** History of a view: before and after of every field, who and when */
  @Get(':id/history')
  @ApiWalk(HistoryEntryView)
  async history(
    @IdParam() id: string,
    @Query() query: Record<string, unknown>,
  ): Promise<Page<HistoryEntryView>> {
    const [, page] = await firstOwner(VIEW_OWNERS, 'view', id, async (owner) => {
      const asked = historyQuery(VIEW_TYPES[owner], id, query);
      const found = await this.rpc.call<Page<HistoryEntryView>>(owner, 'history.list', asked);
      if (found.data.length === 0) throw notFound('view', id);
      return found;
    });
    return page;
  }
}

function newestFirst(a: SavedView, b: SavedView): number {
  const [one, other] = [a.createdAt + a.id, b.createdAt + b.id];
  return one < other ? 1 : -1;
}

/** The condition on what comes after the view that a cursor names. */
function behindPlace(cursor: string): FilterNode {
  const [createdAt, id] = decodePlace(cursor);
  return {
    or: [
      { field: 'createdAt', op: 'lt', value: createdAt },
      {
        and: [
          { field: 'createdAt', op: 'eq', value: createdAt },
          { field: 'id', op: 'lt', value: id },
        ],
      },
    ],
  };
}
