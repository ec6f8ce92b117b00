import { Controller, Get, Headers, Query, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOkResponse, ApiProduces, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DEFAULT_LIMIT, EventView, MAX_LIMIT, type Page } from '@relata/contracts';
import { ApiPageOf } from '../http/page-of';
import { EventLogReader } from './event-log-reader';
import { ApiEventSelection } from './api-event-selection';
import { EventStreams } from './event-streams';
import { eventsQuery } from './events-query';
import { decodePositions, encodePositions } from './positions';

/** The log of all services, read from where it is written: nothing depends on what NATS still holds. */
@ApiTags('Events')
@ApiBearerAuth()
@Controller('v1/events')
export class EventsRoutes {
  constructor(
    private readonly reader: EventLogReader,
    private readonly streams: EventStreams,
  ) {}

  /**
   * Page through all events
   *
   * @remarks
   * Send `page.nextCursor`, which is never null here, as `after` to read on: at once while `page.hasMore`, later when
   * not. Events of one service come in the order of their positions.
   */
  @Get()
  @ApiEventSelection('start')
  @ApiQuery({
    name: 'limit',
    required: false,
    schema: { type: 'integer', minimum: 1, maximum: MAX_LIMIT, default: DEFAULT_LIMIT },
    description: 'Most events to answer. With a filter, or large events, a page may be smaller, even empty.',
  })
  @ApiPageOf(EventView)
  async list(@Query() parameters: Record<string, unknown>): Promise<Page<EventView>> {
    const query = eventsQuery(parameters, true);
    const after = await this.reader.positionsOf(query.after ?? 'start', query.owners);
    const { events, positions, hasMore } = await this.reader.page(after, query, query.limit);
    return {
      data: events.map(({ event }) => event),
      page: { nextCursor: encodePositions(positions), prevCursor: null, hasMore, limit: query.limit },
    };
  }

  /**
   * Follow events as they come: server-sent events
   *
   * @remarks
   * Each has the position behind it as its id: a client that comes back with it in `Last-Event-ID` (which goes before
   * `after`) misses nothing and gets nothing twice. A comment every 15 s says that the stream lives. A reader that takes
   * nothing for a while is cut. 503 with `Retry-After` when this gateway has as many open streams as it may.
   */
  @Get('stream')
  @ApiHeader({
    name: 'Last-Event-ID',
    required: false,
    schema: { type: 'string' },
    description: 'The id of the last event that arrived.',
  })
  @ApiEventSelection('now')
  @ApiProduces('text/event-stream')
  @ApiOkResponse({
    description: 'Events without end; `data` is an event as in a page.',
    schema: {
      type: 'string',
      example: 'id: eyJkZWFsIjo3fQ\ndata: {"specversion":"1.0","type":"deal.won",…}\n\n',
    },
  })
  async stream(
    @Query() parameters: Record<string, unknown>,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const query = eventsQuery(parameters, false);
    const start = lastEventId ? decodePositions(lastEventId) : (query.after ?? 'now');
    await this.streams.open(query, start, request, reply);
  }
}
