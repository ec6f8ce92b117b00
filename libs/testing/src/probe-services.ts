import { Controller, Module } from '@nestjs/common';
import { Ctx, EventPattern, MessagePattern, Payload } from '@nestjs/microservices';
import { setTimeout as delay } from 'node:timers/promises';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { DomainError, type EventEnvelope, type RequestContext } from '@relata/contracts';
import { EventLog, type EventContext, type NewEvent } from '@relata/messaging';
import { currentContext } from '@relata/platform';
import type { ServiceDefinition } from '@relata/service';

/** Writes `count` events of one record, versions from `version` on. */
export interface ProbeWrite {
  recordId: string;
  version: number;
  count: number;
  /** Goes into each event's details: what the consumer is to do with it. */
  details?: ProbeDetails;
  /** Fails after the events were written. */
  fail?: boolean;
}

export interface ProbeDetails {
  /** The consumer always fails on it. */
  poison?: boolean;
  /** The consumer fails so many times on it. */
  failures?: number;
  /** Makes the event large. */
  filler?: string;
}

/** A service with no business: what the libs do, seen bare. It publishes to CONTACT. */
@Controller()
class ProducerController {
  constructor(private readonly eventLog: EventLog) {}

  @MessagePattern('probe.write')
  async write(@Payload() { recordId, version, count, details, fail }: ProbeWrite): Promise<void> {
    await this.eventLog.transaction(async (manager) => {
      const events = Array.from({ length: count }, (_, index): NewEvent => ({
        type: version + index === 1 ? 'contact.created' : 'contact.updated',
        recordType: 'contact',
        recordId,
        version: version + index,
        before: {},
        after: {},
        details: { ...details },
        snapshot: { id: recordId, version: version + index, readerIds: [] },
      }));
      await this.eventLog.append(manager, events);
      if (fail) throw new DomainError('CONFLICT', 'Rolled back, as asked.');
    });
  }

  @MessagePattern('probe.echo')
  echo(@Payload() payload: unknown): unknown {
    return payload;
  }

  @MessagePattern('probe.context')
  context(): RequestContext {
    return currentContext();
  }

  @MessagePattern('probe.refuse')
  refuse(@Payload() { code, details }: Pick<DomainError, 'code' | 'details'>): never {
    throw new DomainError(code, 'Refused, as asked.', details);
  }

  @MessagePattern('probe.crash')
  crash(): never {
    throw new Error('secret inside');
  }

  @MessagePattern('probe.slow')
  async slow(@Payload() { milliseconds }: { milliseconds: number }): Promise<string> {
    await delay(milliseconds);
    return 'late';
  }

  @MessagePattern('internal.probe.echo')
  internalEcho(@Payload() payload: unknown): unknown {
    return payload;
  }
}

/** A service with one effect: a row for each event. */
@Controller()
class ConsumerController {
  private readonly failed = new Map<string, number>();

  @EventPattern(['contact.created', 'contact.updated'])
  async apply(@Payload() event: EventEnvelope, @Ctx() { manager }: EventContext): Promise<void> {
    await manager.query(
      'INSERT INTO effect (event_id, record_id, version, causation_id) VALUES ($1, $2, $3, $4)',
      [event.id, event.subject, event.recordversion, currentContext().causationId],
    );
    const { poison, failures = 0 } = event.data as ProbeDetails;
    const tries = (this.failed.get(event.id) ?? 0) + 1;
    this.failed.set(event.id, tries);
    if (poison || tries <= failures) throw new Error(`Failed, as asked, try ${tries}.`);
  }
}

class EffectTable1764000000100 implements MigrationInterface {
  name = 'EffectTable1764000000100';

  // No unique key: an effect that happens twice must show.
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE effect (event_id uuid, record_id uuid, version integer, causation_id uuid, seq bigint GENERATED ALWAYS AS IDENTITY)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE effect');
  }
}

@Module({ controllers: [ProducerController] })
class ProducerModule {}

@Module({ controllers: [ConsumerController] })
class ConsumerModule {}

export const probeProducer: ServiceDefinition = {
  schema: { name: 'contact', entities: [], migrations: [] },
  module: ProducerModule,
};

export const probeConsumer: ServiceDefinition = {
  schema: { name: 'activity', entities: [], migrations: [EffectTable1764000000100] },
  module: ConsumerModule,
};
