import type { NatsConnection } from 'nats';
import { Counter, Gauge, type Registry } from 'prom-client';
import type { DataSource } from 'typeorm';
import type { ServiceName } from '@relata/contracts';
import type { ConsumerCounts, EventConsumer } from './consumers/event-consumer';

/** Where the figures come from. */
export interface EventMetricsSource {
  service: ServiceName;
  dataSource: DataSource;
  connection: NatsConnection;
  consumers: readonly EventConsumer[];
}

const LAG_TIMEOUT_MS = 1_000;
const OUTCOMES: (keyof ConsumerCounts)[] = ['applied', 'redelivered', 'failed', 'parked'];

/** Registers what an operator watches of a service's events. Gauges are asked for when they are read. */
export function registerEventMetrics(registry: Registry, source: EventMetricsSource): void {
  const registers = [registry];
  const countGauge = (name: string, help: string, table: string) =>
    new Gauge({
      name,
      help,
      registers,
      async collect() {
        const [row]: { count: string }[] = await source.dataSource.query(`SELECT count(*) FROM ${table}`);
        this.set(Number(row?.count));
      },
    });
  countGauge(
    'relata_events_unpublished',
    'Committed events that the stream does not hold yet.',
    'unpublished',
  );
  countGauge('relata_events_parked', 'Events that this service could not apply.', 'dead_letter');
  new Gauge({
    name: 'relata_consumer_lag',
    help: 'Events of a stream whose effect this service has not had yet.',
    labelNames: ['stream'],
    registers,
    async collect() {
      // Without an answer there is no figure; the others, which tell of that, are not to wait for it.
      const options = { checkAPI: false, timeout: LAG_TIMEOUT_MS };
      const { consumers } = await source.connection.jetstreamManager(options);
      this.reset();
      await Promise.all(
        source.consumers.map(async ({ stream: { name: stream } }) => {
          const info = await consumers.info(stream, source.service).catch(() => undefined);
          if (info) this.set({ stream }, info.num_pending + info.num_ack_pending);
        }),
      );
    },
  });
  new Counter({
    name: 'relata_consumer_events_total',
    help: 'Events that this process took from a stream, by what became of them.',
    labelNames: ['stream', 'outcome'],
    registers,
    collect() {
      this.reset();
      for (const { stream, counts } of source.consumers) {
        for (const outcome of OUTCOMES) this.inc({ stream: stream.name, outcome }, counts[outcome]);
      }
    },
  });
}
