import { Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiParam, ApiTags } from '@nestjs/swagger';
import {
  DomainError,
  ParkedEventView,
  SERVICES,
  notFound,
  type Page,
  type ParkedQuery,
  type ServiceName,
} from '@relata/contracts';
import { RpcClient } from '@relata/messaging';
import { NotRehearsed } from '../http/write-options';
import { ApiWalk, walkParameters } from '../http/walk';
import { IdParam } from '../http/id-param';

const CURSOR = /^([a-z]+):([0-9a-f-]{36})$/;

/** Events that a service could not apply, for administrators. */
@ApiTags('Events')
@ApiBearerAuth()
@Controller('v1/events/parked')
export class ParkedRoutes {
  constructor(private readonly rpc: RpcClient) {}

  /** List what services could not apply, with the reasons; service by service */
  @Get()
  @ApiWalk(ParkedEventView)
  async list(@Query() parameters: Record<string, unknown>): Promise<Page<ParkedEventView>> {
    const { limit, cursor } = walkParameters(parameters);
    const [first, after] = cursor === undefined ? [SERVICES[0]] : placeOf(cursor);
    const data: ParkedEventView[] = [];
    let hasMore = false;
    for (const service of SERVICES.slice(SERVICES.indexOf(first))) {
      const query: ParkedQuery = {
        limit: limit - data.length || 1,
        ...(service === first && after ? { after } : {}),
      };
      const page = await this.rpc.call<Page<ParkedEventView>>(service, 'parked.list', query);
      hasMore ||= page.page.hasMore || (data.length === limit && page.data.length > 0);
      if (data.length < limit) data.push(...page.data);
      if (hasMore) break;
    }
    const last = data.at(-1);
    const nextCursor = hasMore && last ? `${last.service}:${last.eventId}` : null;
    return { data, page: { nextCursor, prevCursor: null, hasMore, limit } };
  }

  /** Have the service try it again; should it fail again, it is parked again */
  @NotRehearsed()
  @Post(':service/:id/retry')
  @HttpCode(202)
  @ApiParam({ name: 'service', enum: SERVICES })
  async retry(@Param('service') service: string, @IdParam() id: string): Promise<void> {
    await this.rpc.call(serviceOf(service), 'parked.retry', { id }, { writes: true });
  }

  /** Give it up: it will never take effect in that service */
  @NotRehearsed()
  @Delete(':service/:id')
  @HttpCode(204)
  @ApiParam({ name: 'service', enum: SERVICES })
  async drop(@Param('service') service: string, @IdParam() id: string): Promise<void> {
    await this.rpc.call(serviceOf(service), 'parked.drop', { id }, { writes: true });
  }
}

function serviceOf(name: string): ServiceName {
  const service = SERVICES.find((known) => known === name);
  if (!service) throw notFound('service', name);
  return service;
}

function placeOf(cursor: string): [ServiceName, string] {
  const [, name, id] = CURSOR.exec(cursor) ?? [];
  const service = SERVICES.find((known) => known === name);
  if (!service || !id)
    throw new DomainError('INVALID_CURSOR', 'The cursor cannot be read. Start again without it.');
  return [service, id];
}
