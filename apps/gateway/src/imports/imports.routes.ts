import { Controller, Get, Header, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBearerAuth,
  ApiBody,
  ApiConsumes,
  ApiExtraModels,
  ApiOkResponse,
  ApiProduces,
  ApiQuery,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import { stringify } from 'csv-stringify/sync';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  DEFAULT_LIMIT,
  IMPORT_OWNERS,
  ImportErrorView,
  ImportOptionsRequest,
  ImportView,
  type Page,
  type ServiceName,
} from '@relata/contracts';
import { RpcClient } from '@relata/messaging';
import { KeyedByRoute } from '../http/route-keys';
import { NotRehearsed } from '../http/write-options';
import { ApiPageOf } from '../http/page-of';
import { ApiWalk, numberIn, walkParameters } from '../http/walk';
import { textParameters } from '../http/text-parameters';
import { ImportUploads } from './import-uploads';
import { firstOwner } from '../http/first-owner';
import { IdParam } from '../http/id-param';

const OWNERS = [...new Set<ServiceName>(Object.values(IMPORT_OWNERS))];
const CSV_PAGE = 10_000;

/** CSV files become records: jobs that run on in the service that owns them. */
@ApiTags('Imports')
@ApiBearerAuth()
@Controller('v1/imports')
export class ImportsRoutes {
  constructor(
    private readonly rpc: RpcClient,
    private readonly uploads: ImportUploads,
  ) {}

  /** Import a CSV file: the answer is the job */
  @NotRehearsed()
  @Post()
  @HttpCode(202)
  @ApiExtraModels(ImportOptionsRequest)
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['options', 'file'],
      properties: {
        options: { $ref: getSchemaPath(ImportOptionsRequest) },
        file: { type: 'string', format: 'binary' },
      },
    },
  })
  @ApiAcceptedResponse({ type: ImportView })
  create(@Req() request: FastifyRequest): Promise<ImportView> {
    return this.uploads.take(request);
  }

  /** List the newest imports of all resources */
  @Get()
  @ApiQuery({
    name: 'limit',
    required: false,
    schema: { type: 'integer', minimum: 1, maximum: 200, default: DEFAULT_LIMIT },
  })
  @ApiPageOf(ImportView)
  async list(@Query() query: Record<string, unknown>): Promise<Page<ImportView>> {
    const { limit } = walkParameters(textParameters(query, ['limit']));
    const lists = await Promise.all(
      OWNERS.map((owner) => this.rpc.call<ImportView[]>(owner, 'imports.list', { limit })),
    );
    const data = lists.flat().sort((a, b) => (a.id < b.id ? 1 : -1));
    return {
      data: data.slice(0, limit),
      page: { nextCursor: null, prevCursor: null, hasMore: data.length > limit, limit },
    };
  }

  /** How far an import is */
  @Get(':id')
  async get(@IdParam() id: string): Promise<ImportView> {
    return (await this.find(id)).job;
  }

  /** Rows that were not imported, with column and reason */
  @Get(':id/errors')
  @ApiWalk(ImportErrorView)
  async errors(
    @IdParam() id: string,
    @Query() query: Record<string, unknown>,
  ): Promise<Page<ImportErrorView>> {
    const { limit, cursor } = walkParameters(query);
    const afterRow = cursor === undefined ? 0 : numberIn(cursor, 0);
    const { owner } = await this.find(id);
    // One more than a page; a row's problems stay together.
    const found = await this.rpc.call<ImportErrorView[]>(owner, 'imports.errors', {
      id,
      afterRow,
      limit: limit + 1,
    });
    const hasMore = found.length > limit;
    const data = hasMore
      ? found
          .filter((error) => error.row !== found[limit]?.row || error.row === found[0]?.row)
          .slice(0, limit)
      : found;
    return {
      data,
      page: { nextCursor: hasMore ? String(data.at(-1)?.row) : null, prevCursor: null, hasMore, limit },
    };
  }

  /** The same as CSV */
  @Get(':id/errors.csv')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  async errorsCsv(@IdParam() id: string): Promise<string> {
    const { owner } = await this.find(id);
    const rows: ImportErrorView[] = [];
    for (let afterRow = 0; ; afterRow = rows.at(-1)?.row ?? 0) {
      const found = await this.rpc.call<ImportErrorView[]>(owner, 'imports.errors', {
        id,
        afterRow,
        limit: CSV_PAGE,
      });
      rows.push(...found);
      if (found.length < CSV_PAGE)
        return stringify(rows, { header: true, columns: ['row', 'column', 'reason'], escape_formulas: true });
    }
  }

  /** Stop an import; what it has written stays */
  @NotRehearsed()
  @KeyedByRoute()
  @Post(':id/cancel')
  @HttpCode(200)
  async cancel(@IdParam() id: string): Promise<ImportView> {
    const { owner } = await this.find(id);
    return this.rpc.forward(owner, 'imports.cancel', { id }, { writes: true });
  }

  /** Take back what an import wrote: the answer is the job that does it */
  @NotRehearsed()
  @KeyedByRoute()
  @Post(':id/undo')
  @HttpCode(202)
  @ApiAcceptedResponse({ type: ImportView })
  async undo(@IdParam() id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<ImportView> {
    const { owner } = await this.find(id);
    const job = await this.rpc.call<ImportView>(owner, 'imports.undo', { id }, { writes: true });
    void reply.header('Location', `/v1/imports/${job.id}`);
    return job;
  }

  private async find(id: string): Promise<{ owner: ServiceName; job: ImportView }> {
    const [owner, job] = await firstOwner(OWNERS, 'import', id, (one) =>
      this.rpc.call<ImportView>(one, 'imports.get', { id }),
    );
    return { owner, job };
  }
}
