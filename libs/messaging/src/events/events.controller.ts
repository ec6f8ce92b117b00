import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { EventLogPage, EventLogQuery } from '@relata/contracts';
import { EventPages } from './event-pages';

/** The log of this service for readers over HTTP. */
@Controller()
export class EventsController {
  constructor(private readonly pages: EventPages) {}

  @MessagePattern('events.list')
  list(@Payload() query: EventLogQuery): Promise<EventLogPage> {
    return this.pages.read(query);
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
