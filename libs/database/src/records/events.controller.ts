import { Controller, Inject } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import { recordTypesOf, type EventLogPage, type EventLogQuery } from '@relata/contracts';
import { EventPages, SERVICE_SETTINGS, type ServiceSettings } from '@relata/messaging';
import { VisibleEvents } from '../access/event-visibility';

/** The log of this service for readers over HTTP, each of whom sees the events of the records that he may see. */
@Controller()
export class EventsController {
  constructor(
    private readonly pages: EventPages,
    private readonly visible: VisibleEvents,
    @Inject(SERVICE_SETTINGS) private readonly settings: ServiceSettings,
  ) {}

  @MessagePattern('events.list')
  list(@Payload() query: EventLogQuery): Promise<EventLogPage> {
    return this.pages.read(query, this.visible.of(recordTypesOf(this.settings.service)));
  }

  @MessagePattern('events.before')
  before(@Payload() { time }: { time: string }): Promise<number> {
    return this.pages.before(time);
  }

  @MessagePattern('events.end')
  end(): Promise<number> {
    return this.pages.end();
  }
}
