import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { setTimeout as delay } from 'node:timers/promises';
import type { NatsConnection, Subscription as NatsSubscription } from 'nats';
import type { Subscription } from 'rxjs';
import { DataSource } from 'typeorm';
import { streamOfService, type ServiceName } from '@relata/contracts';
import { Lease, LeaseLost } from '../lease';
import { NATS_CONNECTION } from '../nats-connection';
import { SEAL_EVERY_MS, Sealer } from '../seals/sealer';
import { SERVICE_SETTINGS, type ServiceSettings } from '../service-settings';
import { EventLog } from './event-log';
import { BATCH, Outbox } from './outbox';
import { tellSequenced } from './sequenced-signal';
import { Snapshots } from './snapshots';
import { StreamWriter } from './stream-writer';

/** Also how often the lease is renewed, and what is published is noted. */
const POLL_MS = 500;
const RETRY_MS = 200;
/** Commits that follow each other faster are published together: each round costs every consumer a transaction. */
const ROUND_MS = 20;

/** On which the replicas of a service tell the one that relays of a commit. */
export function wakeSubject(service: ServiceName): string {
  return `relay.${service}.wake`;
}

/**
 * Publishes this schema's events to its JetStream stream, in order, each at least once and with the stream's
 * expected last sequence, and seals them. One relay per schema is active, by lease; the others stand by.
 */
@Injectable()
export class Relay implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(Relay.name);
  private readonly lease: Lease;
  private readonly outbox: Outbox;
  private readonly sealer: Sealer;
  private readonly writer: StreamWriter | undefined;
  private readonly wakeSubject: string;

  /** Whether this replica has the lease, as far as it knows. */
  private isActive = false;
  private stopping = false;
  private wakeUp: () => void = () => undefined;
  private awake = false;
  private loop: Promise<void> = Promise.resolve();
  private commits: Subscription;
  private calls: NatsSubscription;

  constructor(
    private readonly dataSource: DataSource,
    @Inject(NATS_CONNECTION) private readonly connection: NatsConnection,
    private readonly eventLog: EventLog,
    @Inject(SERVICE_SETTINGS) private readonly settings: ServiceSettings,
    snapshots: Snapshots,
  ) {
    this.lease = new Lease(dataSource, 'relay');
    this.outbox = new Outbox(dataSource, this.lease);
    this.sealer = new Sealer(dataSource, this.lease, this.outbox);
    const stream = streamOfService(settings.service);
    if (stream) this.writer = new StreamWriter(connection, this.outbox, stream, settings, snapshots);
    this.wakeSubject = wakeSubject(settings.service);
  }

  async onApplicationBootstrap(): Promise<void> {
    if (!this.writer) return;
    await this.writer.open();
    this.commits = this.eventLog.committed.subscribe(() => this.onCommit());
    this.calls = this.connection.subscribe(this.wakeSubject, { callback: () => this.wake() });
    this.loop = this.run(this.writer);
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping = true;
    this.commits?.unsubscribe();
    this.calls?.unsubscribe();
    this.wake();
    await this.loop;
    this.writer?.close();
    if (this.isActive && this.dataSource.isInitialized) await this.lease.release().catch(() => undefined);
  }

  /** The active relay may live in another replica: then a core message wakes it. The poll is the net under both. */
  private onCommit(): void {
    if (this.isActive) this.wake();
    else if (!this.connection.isClosed()) this.connection.publish(this.wakeSubject);
  }

  private wake(): void {
    this.awake = true;
    this.wakeUp();
  }

  private async run(writer: StreamWriter): Promise<void> {
    while (!this.stopping) {
      const began = performance.now();
      try {
        this.isActive ||= (await this.lease.take()) !== undefined;
        if (this.isActive) await this.drain(writer);
        await this.rest(this.sealer.hasWaiting ? SEAL_EVERY_MS : POLL_MS);
        const early = ROUND_MS - (performance.now() - began);
        if (early > 0) await delay(early);
      } catch (error) {
        writer.forget();
        this.sealer.forget();
        if (error instanceof LeaseLost) this.isActive = false;
        if (!this.stopping)
          this.logger.warn(`Publishing stopped and will be tried again: ${(error as Error).message}`);
        await delay(RETRY_MS);
      }
    }
  }

  private async rest(milliseconds: number): Promise<void> {
    if (!this.awake && !this.stopping)
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        this.wakeUp = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    this.wakeUp = () => undefined;
    this.awake = false;
  }

  /** Publishes all there is. What was sequenced before, and is not in the stream, goes first. */
  private async drain(writer: StreamWriter): Promise<void> {
    let position = await writer.look();
    while (position !== undefined && !this.stopping) {
      const events = await this.outbox.after(position);
      if (events.length > 0) await writer.publish(events);
      position = events.length < BATCH ? undefined : Number(events.at(-1)?.position);
    }
    for (let isMore = true; isMore && !this.stopping;) {
      const events = await this.outbox.sequence();
      const last = events.at(-1);
      if (last) {
        tellSequenced(this.connection, this.settings.service, Number(last.position));
        this.sealer.add(events);
        await writer.publish(events);
        await writer.mark();
      }
      // A commit that comes later wakes us.
      isMore = events.length === BATCH;
    }
    await writer.mark();
    await this.sealer.seal();
  }
}
