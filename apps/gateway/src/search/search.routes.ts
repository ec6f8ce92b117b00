import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import {
  RecordView,
  SearchRequest,
  type ListQuery,
  type Page,
  type RecordType,
  type ServiceName,
} from '@relata/contracts';
import { RpcClient } from '@relata/messaging';
import { sortKeys } from '../http/list-query';
import { ApiPageOf } from '../http/page-of';
import { ResourceName } from '../http/resource-name';
import { parseFields, pick } from '../http/sparse-fields';
import { ReadByPost } from '../http/write.interceptor';
import { Includes } from '../includes/includes';
import { parseFilter } from './filter-tree';

type Searched = Extract<RecordType, 'contact' | 'company' | 'deal' | 'activity' | 'task'>;

/** What can be searched so, by the word in the path. */
const SEARCHED: Record<string, { service: ServiceName; type: Searched }> = {
  contacts: { service: 'contact', type: 'contact' },
  companies: { service: 'contact', type: 'company' },
  deals: { service: 'deal', type: 'deal' },
  activities: { service: 'activity', type: 'activity' },
  tasks: { service: 'activity', type: 'task' },
};

/** Lists by filters that do not fit into a URL. */
@ApiTags('Search')
@ApiBearerAuth()
@Controller(Object.keys(SEARCHED).map((name) => `v1/${name}`))
export class SearchRoutes {
  constructor(
    private readonly rpc: RpcClient,
    private readonly includes: Includes,
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
  async search(@ResourceName() name: string, @Body() body: SearchRequest): Promise<Page<object>> {
    const { service, type } = SEARCHED[name] as (typeof SEARCHED)[string];
    const { filter, sort, include = [], fields, ...rest } = body;
    const wanted = this.includes.parse(include.join(','), this.includes.known(type));
    const picked = fields ? parseFields(type, fields.join(',')) : undefined;
    const query: ListQuery = {
      ...rest,
      ...(filter === undefined ? {} : { filter: parseFilter(filter) }),
      ...(sort ? { sort: sortKeys(sort.join(',')) } : {}),
    };
    const page = await this.rpc.call<Page<RecordView>>(service, `${name}.list`, query);
    const joined = { ...page, data: await this.includes.join(type, page.data, wanted) };
    return picked ? (pick(joined, new Set([...picked, ...wanted])) as Page<object>) : joined;
  }
}
