import { Controller, Inject } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { NatsConnection } from 'nats';
import type { ReplayPayload, ReplayedPage } from '@relata/contracts';
import { currentRights } from '@relata/platform';
import { replayStream } from '../consumers/consumed-stream';
import { sendAgain } from '../consumers/send-again';
import { NATS_CONNECTION } from '../nats-connection';
import { SERVICE_SETTINGS, type ServiceSettings } from '../service-settings';
import { EventPages } from './event-pages';

/** Sends events from Postgres again, to one consumer alone; the broker's retention plays no part. */
@Controller()
export class ReplayController {
  constructor(
    private readonly pages: EventPages,
    @Inject(NATS_CONNECTION) private readonly connection: NatsConnection,
    @Inject(SERVICE_SETTINGS) private readonly settings: ServiceSettings,
  ) {}

  /** One page, in order of position. Throws INVALID_CURSOR. */
  @MessagePattern('events.replay')
  async replay(@Payload() { to, force, ...query }: ReplayPayload): Promise<ReplayedPage> {
    currentRights().requireAll('event', 'manage');
    const { events, through, hasMore } = await this.pages.read(query);
    if (events.length > 0) {
      const stream = replayStream(to, this.settings);
      await stream.declare(await this.connection.jetstreamManager());
      await sendAgain(this.connection, stream, events, force ?? false);
    }
    return { sent: events.length, through, hasMore };
  }
}
