import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ExportPlan, ExportView, Principal } from '@relata/contracts';
import { RecordEntity } from '../records/record.entity';

/** An export as a job: whichever replica has time works on it, and another begins anew where it dies. */
@Entity('export_job')
@Index('export_job_created', ['createdAt', 'id'], { where: 'deleted_at IS NULL' })
@Index('export_job_open', ['createdAt'], { where: `status IN ('queued', 'running')` })
export class ExportEntity extends RecordEntity {
  @Column('jsonb')
  plan: ExportPlan;

  /** On whose behalf records are read. */
  @Column('jsonb')
  principal: Principal;

  @Column('text')
  status: ExportView['status'];

  @Column('integer', { nullable: true })
  rows: number | null;

  @Column('text', { nullable: true })
  error: string | null;

  @Column('timestamptz', { name: 'started_at', nullable: true })
  startedAt: Date | null;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt: Date | null;

  /** The worker that has it, and its last sign of life. */
  @Column('uuid', { nullable: true })
  holder: string | null;

  @Column('timestamptz', { name: 'heartbeat_at', nullable: true })
  heartbeatAt: Date | null;
}

/** A piece of the file. */
@Entity('export_chunk')
export class ExportChunkEntity {
  @PrimaryColumn('uuid', { name: 'export_id', primaryKeyConstraintName: 'export_chunk_pkey' })
  exportId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'export_chunk_pkey' })
  position: number;

  @Column('bytea')
  bytes: Buffer;
}
