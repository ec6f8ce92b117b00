import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A deal as its newest event tells of it. */
@Entity('deal_fact')
@Index('deal_fact_closed', ['actualCloseDate', 'status'], { where: 'deleted_at IS NULL' })
@Index('deal_fact_stage', ['pipelineId', 'stageId'], { where: 'deleted_at IS NULL' })
export class DealFactEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'deal_fact_pkey' })
  id: string;

  @Column('integer')
  version: number;

  @Column('uuid', { name: 'pipeline_id' })
  pipelineId: string;

  @Column('uuid', { name: 'stage_id' })
  stageId: string;

  @Column('text')
  status: string;

  @Column('numeric', { nullable: true })
  amount: string | null;

  @Column('text')
  currency: string;

  @Column('integer')
  probability: number;

  @Column('uuid', { name: 'owner_id', nullable: true })
  ownerId: string | null;

  /** Users and teams that the deal is shared with. */
  @Column('uuid', { name: 'reader_ids', array: true })
  readerIds: string[];

  @Column('uuid', { name: 'company_id', nullable: true })
  companyId: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('date', { name: 'actual_close_date', nullable: true })
  actualCloseDate: string | null;

  @Column('jsonb', { name: 'custom_fields' })
  customFields: Record<string, unknown>;

  @Column('timestamptz', { name: 'deleted_at', nullable: true })
  deletedAt: Date | null;
}

/** When a deal first entered a stage. */
@Entity('stage_entry')
export class StageEntryEntity {
  @PrimaryColumn('uuid', { name: 'deal_id', primaryKeyConstraintName: 'stage_entry_pkey' })
  dealId: string;

  @PrimaryColumn('uuid', { name: 'stage_id', primaryKeyConstraintName: 'stage_entry_pkey' })
  stageId: string;

  @Column('timestamptz', { name: 'entered_at' })
  enteredAt: Date;
}
