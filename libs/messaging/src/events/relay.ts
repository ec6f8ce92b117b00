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
import { Rest, Trouble } from '@relata/platform';
import { jetStreamErrorMessage } from '../jetstream-errors';
import { LEASE_TICK_MS, LeaseLost, Leases, type Lease } from '../lease';
import { NATS_CONNECTION } from '../nats-connection';
import { SEAL_EVERY_MS, Sealer } from '../seals/sealer';
import { SERVICE_SETTINGS, type ServiceSettings } from '../service-settings';
import { EventLog } from './event-log';
import { BATCH, Outbox } from './outbox';
import { tellSequenced } from './sequenced-signal';
import { Snapshots } from './snapshots';
import { StreamWriter } from './stream-writer';

/** How often to look for events of which nobody told us. */
const POLL_MS = 2_000;
const RETRY_MS = 200;
/** Commits that follow each other faster are published together: each round costs some statements, however much it publishes. */
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
  private readonly trouble = new Trouble(new Logger(Relay.name), 'Publishing');
  private readonly lease: Lease;
  private readonly outbox: Outbox;
  private readonly sealer: Sealer;
  private readonly writer: StreamWriter | undefined;
  private readonly wakeSubject: string;

  /** Lets the lease go; undefined while another replica has it, as far as we know. */
  private letGo: (() => void) | undefined;
  private stopping = false;
  private readonly rest = new Rest();
  private loop: Promise<void> = Promise.resolve();
  private commits: Subscription;
  private calls: NatsSubscription;

  constructor(
    private readonly dataSource: DataSource,
    @Inject(NATS_CONNECTION) private readonly connection: NatsConnection,
    private readonly eventLog: EventLog,
    @Inject(SERVICE_SETTINGS) private readonly settings: ServiceSettings,
    leases: Leases,
    snapshots: Snapshots,
  ) {
    this.lease = leases.of('relay');
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
    this.calls = this.connection.subscribe(this.wakeSubject, { callback: () => this.rest.wake() });
    this.loop = this.run(this.writer);
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping = true;
    this.commits?.unsubscribe();
    this.calls?.unsubscribe();
    this.rest.wake();
    await this.loop;
    this.writer?.close();
    const { isActive } = this;
    this.stepDown();
    if (isActive && this.dataSource.isInitialized) await this.lease.release().catch(() => undefined);
  }

  /** Whether this replica has the lease, as far as it knows. */
  private get isActive(): boolean {
    return this.letGo !== undefined;
  }

  /** The active relay may live in another replica: then a core message wakes it. The poll is the net under both. */
  private onCommit(): void {
    if (this.isActive) this.rest.wake();
    else if (!this.connection.isClosed()) this.connection.publish(this.wakeSubject);
  }

  private async run(writer: StreamWriter): Promise<void> {
    while (!this.stopping) {
      const began = performance.now();
      try {
        if (!this.isActive && (await this.lease.take()) !== undefined) this.stepUp();
        if (this.isActive) {
          await this.drain(writer);
          this.trouble.end();
        }
        await this.rest.take(this.pause());
        const early = ROUND_MS - (performance.now() - began);
        if (early > 0) await delay(early);
      } catch (error) {
        writer.forget();
        this.sealer.forget();
        if (error instanceof LeaseLost) this.stepDown();
        if (!this.stopping) this.trouble.begin(jetStreamErrorMessage(error));
        await delay(RETRY_MS);
      }
    }
  }

  private stepUp(): void {
    this.letGo = this.lease.keep((error) => {
      if (!(error instanceof LeaseLost)) return;
      this.stepDown();
      this.rest.wake();
    });
  }

  private stepDown(): void {
    this.letGo?.();
    this.letGo = undefined;
  }

  /** Milliseconds until we look again, if nobody wakes us. */
  private pause(): number {
    if (!this.isActive) return LEASE_TICK_MS;
    return this.sealer.hasWaiting ? SEAL_EVERY_MS : POLL_MS;
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
      // Within a long backlog, too: what waits for its seal is in memory.
      await this.sealer.seal();
      // A commit that comes later wakes us.
      isMore = events.length === BATCH;
    }
    await writer.mark();
  }
}
