import { Controller, Inject } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { NatsConnection } from 'nats';
import { DataSource } from 'typeorm';
import {
  DomainError,
  notFound,
  type EventEnvelope,
  type Page,
  type ParkedEventView,
  type ParkedQuery,
  type RecordPayload,
} from '@relata/contracts';
import { currentRights } from '@relata/platform';
import { NATS_CONNECTION } from '../nats-connection';
import { SERVICE_SETTINGS, type ServiceSettings } from '../service-settings';
import { replayStream } from './consumed-stream';
import { sendAgain } from './send-again';

interface DeadLetter {
  event_id: string;
  type: string;
  reason: string;
  payload: Record<string, unknown>;
  parked_at: Date;
}

/** What this service could not apply, for an administrator: look, try again, give up. */
@Controller()
export class ParkedController {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(NATS_CONNECTION) private readonly connection: NatsConnection,
    @Inject(SERVICE_SETTINGS) private readonly settings: ServiceSettings,
  ) {}

  /** In the order of their ids. */
  @MessagePattern('parked.list')
  async list(@Payload() { after, limit }: ParkedQuery): Promise<Page<ParkedEventView>> {
    currentRights().requireAll('event', 'manage');
    const rows: DeadLetter[] = await this.dataSource.query(
      'SELECT * FROM dead_letter WHERE event_id > coalesce($1::uuid, $2::uuid) ORDER BY event_id LIMIT $3',
      [after ?? null, '00000000-0000-0000-0000-000000000000', limit + 1],
    );
    const shown = rows.slice(0, limit);
    const hasMore = rows.length > limit;
    return {
      data: shown.map((row) => ({
        service: this.settings.service,
        eventId: row.event_id,
        type: row.type,
        reason: row.reason,
        parkedAt: row.parked_at.toISOString(),
        payload: row.payload,
      })),
      page: {
        nextCursor: hasMore ? (shown.at(-1)?.event_id ?? null) : null,
        prevCursor: null,
        hasMore,
        limit,
      },
    };
  }

  /** Sends it to this service again. Should it fail again, it is parked again. Throws NOT_FOUND, CONFLICT. */
  @MessagePattern('parked.retry')
  async retry(@Payload() { id }: RecordPayload): Promise<void> {
    currentRights().requireAll('event', 'manage');
    const stream = replayStream(this.settings.service, this.settings);
    await stream.declare(await this.connection.jetstreamManager());
    // The row goes when the broker has it, and not before: whoever parks it again waits for this commit.
    await this.dataSource.transaction(async (manager) => {
      const [[row]]: [DeadLetter[], number] = await manager.query(
        'DELETE FROM dead_letter WHERE event_id = $1 RETURNING *',
        [id],
      );
      if (!row) throw notFound('parked event', id);
      if ('text' in row.payload)
        throw new DomainError('CONFLICT', `The message ${id} is no event: it can only be dropped.`);
      await sendAgain(this.connection, stream, [row.payload as unknown as EventEnvelope], false);
    });
  }

  /** Gives it up for good. Throws NOT_FOUND. */
  @MessagePattern('parked.drop')
  async drop(@Payload() { id }: RecordPayload): Promise<void> {
    currentRights().requireAll('event', 'manage');
    const [, count]: [unknown, number] = await this.dataSource.query(
      'DELETE FROM dead_letter WHERE event_id = $1',
      [id],
    );
    if (count === 0) throw notFound('parked event', id);
  }
}
