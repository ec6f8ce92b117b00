import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiQuery, ApiTags } from '@nestjs/swagger';
import {
  CRM_RESOURCES,
  invalidParameter,
  nearest,
  type CrmResource,
  type SearchHitView,
  type SearchQuery,
  type ServiceName,
} from '@relata/contracts';
import { SearchResultsView } from '@relata/contracts';
import { RpcClient } from '@relata/messaging';
import { textParameters } from '../http/text-parameters';

const NAMES = Object.keys(CRM_RESOURCES) as CrmResource[];
/** With fewer hits than that, words that are similar count, too. */
const ENOUGH = 5;
const DEFAULT_HITS = 20;
const MAX_HITS = 50;
const MAX_LETTERS = 200;

/** One search over the records of the CRM. */
@ApiTags('Search')
@ApiBearerAuth()
@Controller('v1/search')
export class SearchRoutes {
  constructor(private readonly rpc: RpcClient) {}

  /**
   * Search contacts, companies, deals, activities and tasks
   *
   * @remarks
   * All words must occur: as words, beginnings of words or, from three letters on, anywhere. Upper and lower case and
   * accents are no matter; parts of e-mail addresses and telephone numbers are found. When fewer than five records are
   * found, those with similar words follow. A search sees every write that was answered before it.
   */
  @Get()
  @ApiQuery({ name: 'q', schema: { type: 'string', minLength: 1, maxLength: MAX_LETTERS }, example: 'acme' })
  @ApiQuery({
    name: 'in',
    required: false,
    description: 'What is searched, separated by commas; everything when absent.',
    schema: { type: 'string' },
    example: 'contacts,companies',
  })
  @ApiQuery({
    name: 'limit',
    required: false,
    schema: { type: 'integer', minimum: 1, maximum: MAX_HITS, default: DEFAULT_HITS },
  })
  @ApiOkResponse({ type: SearchResultsView })
  async search(@Query() query: Record<string, unknown>): Promise<SearchResultsView> {
    const { q = '', in: names, limit: asked } = textParameters(query, ['q', 'in', 'limit']);
    if (!/[\p{L}\p{N}]/u.test(q) || q.length > MAX_LETTERS)
      throw invalidParameter('q', `q must be words, of ${MAX_LETTERS} letters at most.`);
    const limit = Number(asked ?? DEFAULT_HITS);
    if (!Number.isInteger(limit) || limit < 1 || limit > MAX_HITS)
      throw invalidParameter('limit', `limit must be an integer from 1 to ${MAX_HITS}.`);
    const wanted = names === undefined ? NAMES : names.split(',').map(resourceName);

    const hits = await this.find(wanted, { q, limit, similar: false });
    if (hits.length >= Math.min(ENOUGH, limit)) return { data: hits, similar: false };
    const found = new Set(hits.map(({ record }) => record.id));
    const similar = await this.find(wanted, { q, limit, similar: true });
    const others = similar.filter(({ record }) => !found.has(record.id));
    return { data: [...hits, ...others].slice(0, limit), similar: true };
  }

  /** The best hits of all services: their scores are of one scale. */
  private async find(names: CrmResource[], query: Omit<SearchQuery, 'types'>): Promise<SearchHitView[]> {
    const typesOf = new Map<ServiceName, SearchQuery['types']>();
    for (const name of names) {
      const { service, type } = CRM_RESOURCES[name];
      typesOf.set(service, [...(typesOf.get(service) ?? []), type]);
    }
    const hits = await Promise.all(
      [...typesOf].map(([service, types]) =>
        this.rpc.call<SearchHitView[]>(service, 'search.find', { ...query, types } satisfies SearchQuery),
      ),
    );
    return hits
      .flat()
      .sort((a, b) => b.score - a.score || b.record.createdAt.localeCompare(a.record.createdAt))
      .slice(0, query.limit);
  }
}

function resourceName(name: string): CrmResource {
  if (NAMES.includes(name as CrmResource)) return name as CrmResource;
  const near = nearest(name, NAMES);
  throw invalidParameter('in', `Nothing is called "${name}"${near ? `; did you mean "${near}"?` : '.'}`);
}
