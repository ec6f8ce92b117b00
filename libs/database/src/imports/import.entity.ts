import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ColumnMapping, Principal } from '@relata/contracts';

export type ImportStatus =
  'uploading' | 'queued' | 'running' | 'completed' | 'completed_with_errors' | 'failed' | 'cancelled';

/** What is to become of a file. */
export interface ImportPlan {
  resource: string;
  externalSystem: string | null;
  /** By column. */
  mapping: Record<string, ColumnMapping>;
}

/** An import as a job: whichever replica has time works on it, and another goes on where it ends. */
@Entity('import_job')
@Index('import_job_open', ['createdAt'], { where: `status IN ('queued', 'running')` })
export class ImportEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'import_job_pkey' })
  id: string;

  @Column('text')
  status: ImportStatus;

  @Column('jsonb')
  plan: ImportPlan;

  /** On whose behalf the rows are written. */
  @Column('jsonb')
  principal: Principal;

  /** The import that this one undoes. */
  @Column('uuid', { name: 'undo_of', nullable: true })
  undoOf: string | null;

  @Column('text', { name: 'file_name', nullable: true })
  fileName: string | null;

  /** SHA-256 of the file, hexadecimal; null until all of it is here. */
  @Column('text', { name: 'file_hash', nullable: true })
  fileHash: string | null;

  @Column('integer', { nullable: true })
  total: number | null;

  @Column('integer')
  processed: number;

  @Column('integer')
  created: number;

  @Column('integer')
  updated: number;

  @Column('integer')
  unchanged: number;

  @Column('integer')
  deleted: number;

  @Column('integer')
  failed: number;

  @Column('jsonb', { name: 'ignored_columns' })
  ignoredColumns: string[];

  @Column('text', { nullable: true })
  error: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

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

/** A piece of the file, until the job has ended. */
@Entity('import_chunk')
export class ImportChunkEntity {
  @PrimaryColumn('uuid', { name: 'import_id', primaryKeyConstraintName: 'import_chunk_pkey' })
  importId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'import_chunk_pkey' })
  position: number;

  @Column('bytea')
  bytes: Buffer;
}

@Entity('import_error')
export class ImportErrorEntity {
  @PrimaryColumn('uuid', { name: 'import_id', primaryKeyConstraintName: 'import_error_pkey' })
  importId: string;

  /** Row of the file; the first below the header is 1. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'import_error_pkey' })
  row: number;

  /** Several things may be wrong with a row. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'import_error_pkey' })
  position: number;

  @Column('text', { name: 'column_name', nullable: true })
  columnName: string | null;

  @Column('text')
  reason: string;
}
