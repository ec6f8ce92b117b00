import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Page, TimelineEntryView, TimelineQuery } from '@relata/contracts';
import { TimelineService } from './timeline.service';

@Controller()
export class TimelineController {
  constructor(private readonly timeline: TimelineService) {}

  @MessagePattern('timeline.list')
  list(@Payload() query: TimelineQuery): Promise<Page<TimelineEntryView>> {
    return this.timeline.list(query);
  }
}
