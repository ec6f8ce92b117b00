import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { CRM_RESOURCES, RecordView, SearchRequest, type CrmResource, type Page } from '@relata/contracts';
import { RpcClient } from '@relata/messaging';
import { RecordLists } from '../lists/record-lists';
import { ApiPageOf } from '../http/page-of';
import { ResourceName } from '../http/resource-name';
import { parseFields, pick } from '../http/sparse-fields';
import { ReadByPost } from '../http/write-options';
import { Includes } from '../includes/includes';
import { listQueryOf } from './filter-tree';

/** Lists by filters that do not fit into a URL. */
@ApiTags('Search')
@ApiBearerAuth()
@Controller(Object.keys(CRM_RESOURCES).map((name) => `v1/${name}`))
export class FilteredListsRoutes {
  constructor(
    private readonly rpc: RpcClient,
    private readonly includes: Includes,
    private readonly lists: RecordLists,
  ) {}

  /**
   * List by a filter with and, or and not
   *
   * @remarks
   * The same as the list with parameters, in JSON: `{ "filter": { "or": [{ "field": "amount", "op": "gte", "value": 1000 },
   * { "field": "company.industry", "op": "in", "value": ["Retail"] }] }, "sort": ["-createdAt"] }`.
   */
  @Post('search')
  @HttpCode(200)
  @ReadByPost()
  @ApiPageOf(RecordView)
  async search(@ResourceName() name: CrmResource, @Body() body: SearchRequest): Promise<Page<object>> {
    const { service, type } = CRM_RESOURCES[name];
    const { filter, sort, include = [], fields, view, ...rest } = body;
    const wanted = this.includes.parse(include.join(','), this.includes.known(type));
    const picked = fields ? parseFields(type, fields.join(',')) : undefined;
    const query = { ...rest, ...listQueryOf({ filter, sort }) };
    if (view !== undefined) {
      const asked = body.include || fields ? { include, fields: fields ?? [] } : undefined;
      return this.lists.viewed(name, view, query, asked);
    }
    const page = await this.rpc.call<Page<RecordView>>(service, `${name}.list`, query);
    const joined = { ...page, data: await this.includes.join(type, page.data, wanted) };
    return picked ? (pick(joined, new Set([...picked, ...wanted])) as Page<object>) : joined;
  }
}
