import { Column, Entity, Index } from 'typeorm';
import type { BatchRecordView, BatchService } from '@relata/contracts';
import { RecordEntity } from '@relata/database';

/** A batch across services: whether it is done or taken back is decided here. */
@Entity('batch')
@Index('batch_open', ['aliveUntil'], { where: `status = 'open'` })
export class BatchEntity extends RecordEntity {
  @Column('text')
  status: BatchRecordView['status'];

  @Column('text', { array: true })
  services: BatchService[];

  @Column('integer')
  operations: number;

  @Column('text', { name: 'request_id' })
  requestId: string;

  @Column('text', { name: 'idempotency_key', nullable: true })
  idempotencyKey: string | null;

  /** Who carries it out is taken for dead then. */
  @Column('timestamptz', { name: 'alive_until' })
  aliveUntil: Date;
}
