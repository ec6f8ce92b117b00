import { Readable } from 'node:stream';
import { Body, Controller, Delete, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBearerAuth,
  ApiConflictResponse,
  ApiOkResponse,
  ApiProduces,
  ApiQuery,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  CreateExportRequest,
  DEFAULT_LIMIT,
  DomainError,
  CRM_RESOURCES,
  ExportView,
  type ExportPlan,
  type Page,
  type ServiceName,
} from '@relata/contracts';
import { RpcClient } from '@relata/messaging';
import { NotRehearsed } from '../http/write-options';
import { firstOwner } from '../http/first-owner';
import { IdParam } from '../http/id-param';
import { ApiPageOf } from '../http/page-of';
import { parseFields } from '../http/sparse-fields';
import { textParameters } from '../http/text-parameters';
import { walkParameters } from '../http/walk';
import { KeyedByRoute } from '../http/route-keys';
import { listQueryOf } from '../search/filter-tree';
import { Views } from '../views/views';

const OWNERS = [...new Set<ServiceName>(Object.values(CRM_RESOURCES).map(({ service }) => service))];
const TYPES = { csv: 'text/csv; charset=utf-8', ndjson: 'application/x-ndjson' };

/** Records become files: jobs that run on in the service that owns the records. */
@ApiTags('Exports')
@ApiBearerAuth()
@KeyedByRoute()
@Controller('v1/exports')
export class ExportsRoutes {
  constructor(
    private readonly rpc: RpcClient,
    private readonly views: Views,
  ) {}

  /**
   * Export records: the answer is the job
   *
   * @remarks
   * All records that the filter leaves, as they are at one moment, and as who asks may see and export them. Get the file at
   * `/v1/exports/{id}/file` when `status` is `completed`; it is kept for seven days.
   */
  @NotRehearsed()
  @Post()
  @HttpCode(202)
  @ApiAcceptedResponse({ type: ExportView })
  async create(@Body() request: CreateExportRequest): Promise<ExportView> {
    const { resource, format = 'csv', filter, sort, fields, view: viewId, ...rest } = request;
    const { service, type } = CRM_RESOURCES[resource];
    if (fields) parseFields(type, fields.join(','));
    const own = { ...rest, ...listQueryOf({ filter, sort }) };
    const plan: ExportPlan = { resource, format, query: own, fields: fields ?? null };
    const ask = (body: ExportPlan) =>
      this.rpc.forward<ExportView>(service, 'exports.create', { body }, { writes: true });
    if (viewId === undefined) return ask(plan);
    return this.views.through(resource, viewId, own, (query, view) => {
      const shown = fields ?? (view.fields.length > 0 ? view.fields : null);
      return ask({ ...plan, query, fields: shown });
    });
  }

  /** List the newest exports of all resources */
  @Get()
  @ApiQuery({
    name: 'limit',
    required: false,
    schema: { type: 'integer', minimum: 1, maximum: 200, default: DEFAULT_LIMIT },
  })
  @ApiPageOf(ExportView)
  async list(@Query() query: Record<string, unknown>): Promise<Page<ExportView>> {
    const { limit } = walkParameters(textParameters(query, ['limit']));
    const pages = await Promise.all(
      OWNERS.map((owner) => this.rpc.call<Page<ExportView>>(owner, 'exports.list', { limit })),
    );
    const data = pages.flatMap((page) => page.data).sort((a, b) => (a.id < b.id ? 1 : -1));
    const hasMore = data.length > limit || pages.some(({ page }) => page.hasMore);
    return { data: data.slice(0, limit), page: { nextCursor: null, prevCursor: null, hasMore, limit } };
  }

  /** How far an export is */
  @Get(':id')
  async get(@IdParam() id: string): Promise<ExportView> {
    return (await this.find(id)).job;
  }

  /** The file of an export that is complete */
  @Get(':id/file')
  @ApiProduces(...Object.values(TYPES))
  @ApiOkResponse({ schema: { type: 'string' } })
  @ApiConflictResponse()
  async file(@IdParam() id: string, @Res() reply: FastifyReply): Promise<void> {
    const { owner, job } = await this.find(id);
    const chunk = (position: number) =>
      this.rpc.call<{ data: string } | null>(owner, 'exports.chunk', { id, position });
    const first = await chunk(0);
    if (!first)
      throw new DomainError('CONFLICT', 'The file was kept for seven days, and is gone. Export again.');
    void reply
      .type(TYPES[job.format])
      .header('Content-Disposition', `attachment; filename="${job.resource}-${id}.${job.format}"`);
    await reply.send(Readable.from(pieces(first, chunk)));
  }

  /** Delete an export and its file; one that runs ends */
  @NotRehearsed()
  @Delete(':id')
  @HttpCode(204)
  async remove(@IdParam() id: string): Promise<void> {
    const { owner } = await this.find(id);
    await this.rpc.call(owner, 'exports.remove', { id }, { writes: true });
  }

  private async find(id: string): Promise<{ owner: ServiceName; job: ExportView }> {
    const [owner, job] = await firstOwner(OWNERS, 'export', id, (one) =>
      this.rpc.call<ExportView>(one, 'exports.get', { id }),
    );
    return { owner, job };
  }
}

/** The file, one piece in memory at a time. */
async function* pieces(
  first: { data: string },
  chunk: (position: number) => Promise<{ data: string } | null>,
): AsyncGenerator<Buffer> {
  let piece: { data: string } | null = first;
  for (let position = 1; piece; position++) {
    yield Buffer.from(piece.data, 'base64');
    piece = await chunk(position);
  }
}
