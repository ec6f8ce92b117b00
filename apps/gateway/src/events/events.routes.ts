import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiQuery, ApiTags } from '@nestjs/swagger';
import { DEFAULT_LIMIT, EventView, MAX_LIMIT, type Page } from '@relata/contracts';
import { ApiPageOf } from '../http/page-of';
import { EventLogReader } from './event-log-reader';
import { ApiEventSelection } from './api-event-selection';
import { eventsQuery } from './events-query';
import { encodePositions } from './positions';

/** The log of all services, read from where it is written: nothing depends on what NATS still holds. */
@ApiTags('Events')
@ApiBearerAuth()
@Controller('v1/events')
export class EventsRoutes {
  constructor(private readonly reader: EventLogReader) {}

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
      data: events,
      page: { nextCursor: encodePositions(positions), prevCursor: null, hasMore, limit: query.limit },
    };
  }
}
