import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A stage as its newest event tells of it. */
@Entity('stage_fact')
export class StageFactEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'stage_fact_pkey' })
  id: string;

  @Column('integer')
  version: number;

  @Column('uuid', { name: 'pipeline_id' })
  pipelineId: string;

  @Column('text')
  key: string;

  @Column('text')
  label: string;

  @Column('text')
  kind: string;

  @Column('integer')
  position: number;

  @Column('timestamptz', { name: 'deleted_at', nullable: true })
  deletedAt: Date | null;
}
