import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import {
  BulkRequest,
  BulkView,
  CRM_RESOURCES,
  MAX_OPERATIONS,
  conditionsOf,
  invalid,
  type BulkPayload,
  type BulkResult,
  type CrmResource,
  type ListQuery,
} from '@relata/contracts';
import { RpcClient } from '@relata/messaging';
import { ResourceName } from '../http/resource-name';
import { listQueryOf } from '../search/filter-tree';
import { Views } from '../views/views';
import { refusedWith } from './batch-answers';
import { BATCH_MS, batchResource, checkedBody } from './batch-bodies';

/** One write of all records that a filter leaves. */
@ApiTags('Batches')
@ApiBearerAuth()
@Controller(Object.keys(CRM_RESOURCES).map((name) => `v1/${name}`))
export class BulkRoutes {
  constructor(
    private readonly rpc: RpcClient,
    private readonly views: Views,
  ) {}

  /**
   * Update, delete or restore all records that a filter leaves
   *
   * @remarks
   * Up to 1,000 in one request, newest first, each by itself; while `page.nextCursor` is not null, send the request again with it
   * as `cursor`. A record that somebody changes at that moment is refused (412), as the filter may leave it out by then. Without `filter`,
   * `q` or `view` the request is refused: nobody means all records. `?dryRun=true` tells what would be done.
   */
  @Post('bulk')
  @HttpCode(200)
  async bulk(@ResourceName() name: CrmResource, @Body() request: BulkRequest): Promise<BulkView> {
    const { op, filter, q, view, limit = MAX_OPERATIONS, cursor } = request;
    const { service, update } = batchResource(name);
    const own = { ...listQueryOf({ filter }), ...(q === undefined ? {} : { q }) };
    const body = op === 'update' ? await checkedBody(request.body, update, '/body') : undefined;
    const ask = async ({ filter: narrowed = [], q: words }: ListQuery): Promise<BulkView> => {
      if (conditionsOf(narrowed).length === 0 && !words?.trim())
        throw invalid(
          '/filter',
          'required',
          'Say which records: a bulk write takes a filter, words (q) or a view that has one.',
        );
      const query = { filter: narrowed, ...(words ? { q: words } : {}), ...(cursor ? { cursor } : {}) };
      const payload: BulkPayload = {
        resource: name,
        op,
        query,
        limit,
        ...(body ? { body: { ...body } } : {}),
      };
      const options = { writes: true, timeoutMs: BATCH_MS };
      return viewOf(await this.rpc.call<BulkResult>(service, 'batches.bulk', payload, options));
    };
    return view === undefined ? ask(own) : this.views.through(name, view, own, ask);
  }
}

function viewOf({ results, nextCursor }: BulkResult): BulkView {
  const outcomes = { updated: 0, unchanged: 0, deleted: 0, restored: 0, refused: 0 };
  for (const { outcome } of results) if (outcome !== 'created') outcomes[outcome] += 1;
  return {
    outcomes,
    refused: results.flatMap(({ id, error }) => (error ? [{ id, ...refusedWith(error) }] : [])),
    page: { nextCursor, hasMore: nextCursor !== null },
  };
}
