import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { TimelineEntryView, type Page, type TimelineQuery } from '@relata/contracts';
import { RpcClient } from '@relata/messaging';
import { ApiWalk, walkParameters } from '../http/walk';
import { IdParam } from '../http/id-param';

/** What happened with a contact, a company or a deal: activities, system activities and tasks. */
@ApiTags('Timeline')
@ApiBearerAuth()
@Controller('v1')
export class TimelineRoutes {
  constructor(private readonly rpc: RpcClient) {}

  /** Timeline of a contact, newest first */
  @Get('contacts/:id/timeline')
  @ApiWalk(TimelineEntryView)
  async ofContact(
    @IdParam() id: string,
    @Query() query: Record<string, unknown>,
  ): Promise<Page<TimelineEntryView>> {
    return this.list('contact', id, query);
  }

  /** Timeline of a company, newest first */
  @Get('companies/:id/timeline')
  @ApiWalk(TimelineEntryView)
  async ofCompany(
    @IdParam() id: string,
    @Query() query: Record<string, unknown>,
  ): Promise<Page<TimelineEntryView>> {
    return this.list('company', id, query);
  }

  /** Timeline of a deal, newest first */
  @Get('deals/:id/timeline')
  @ApiWalk(TimelineEntryView)
  async ofDeal(
    @IdParam() id: string,
    @Query() query: Record<string, unknown>,
  ): Promise<Page<TimelineEntryView>> {
    return this.list('deal', id, query);
  }

  private list(
    type: TimelineQuery['type'],
    id: string,
    query: Record<string, unknown>,
  ): Promise<Page<TimelineEntryView>> {
    return this.rpc.forward('activity', 'timeline.list', {
      type,
      id,
      ...walkParameters(query),
    } satisfies TimelineQuery);
  }
}
