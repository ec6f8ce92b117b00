import { Controller, Inject } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { NatsConnection } from 'nats';
import { DataSource } from 'typeorm';
import { invalid, type ReplayPayload, type ReplayedPage } from '@relata/contracts';
import { replayStream } from '../consumers/consumed-stream';
import { sendAgain } from '../consumers/send-again';
import { NATS_CONNECTION } from '../nats-connection';
import { SERVICE_SETTINGS, type ServiceSettings } from '../service-settings';
import { toEnvelope, type SequencedEventRow } from './event-envelope';

/** What JetStream takes as part of a stream's name and as one token of a subject. */
const CONSUMER_NAME = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/;

/** Sends events from Postgres again, to one consumer alone; the broker's retention plays no part. */
@Controller()
export class ReplayController {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(NATS_CONNECTION) private readonly connection: NatsConnection,
    @Inject(SERVICE_SETTINGS) private readonly settings: ServiceSettings,
  ) {}

  /** One page, in order of position. Throws VALIDATION_FAILED for a name that is none. */
  @MessagePattern('events.replay')
  async replay(@Payload() { to, after, since, types, force, limit }: ReplayPayload): Promise<ReplayedPage> {
    if (!CONSUMER_NAME.test(to))
      throw invalid('/to', 'name', 'A consumer has a name of letters, digits, - and _, at most 64.');
    const start = after ?? (since ? await this.positionBefore(since) : 0);
    const rows: SequencedEventRow[] = await this.dataSource.query(
      `SELECT e.*, p.position FROM event_position p JOIN event e USING (seq)
       WHERE p.position > $1 ORDER BY p.position LIMIT $2`,
      [start, limit],
    );
    const wanted = rows.filter((row) => !types || types.includes(row.type));
    if (wanted.length > 0) {
      const stream = replayStream(to, this.settings);
      await stream.declare(await this.connection.jetstreamManager());
      const events = wanted.map((row) => toEnvelope(this.settings.service, row));
      await sendAgain(this.connection, stream, events, force ?? false);
    }
    const last = rows.at(-1);
    return {
      sent: wanted.length,
      after: last ? Number(last.position) : start,
      hasMore: rows.length === limit,
    };
  }

  /** Position of the last event that was recorded before that time; positions follow the order of recording. */
  private async positionBefore(since: string): Promise<number> {
    const [row]: { position: string | null }[] = await this.dataSource.query(
      `SELECT min(p.position) - 1 AS position FROM event e JOIN event_position p USING (seq) WHERE e.recorded_at >= $1`,
      [since],
    );
    if (row?.position != null) return Number(row.position);
    const [end]: { last: string | null }[] = await this.dataSource.query(
      'SELECT max(position) AS last FROM event_position',
    );
    return Number(end?.last ?? 0);
  }
}
