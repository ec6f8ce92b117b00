import { Check, Column, Entity, Index } from 'typeorm';
import { RecordEntity } from '@relata/database';

export type DealStatus = 'open' | 'won' | 'lost';

@Entity('deal')
@Check('deal_close_date', "(status = 'open') = (actual_close_date IS NULL)")
@Index('deal_created', ['createdAt', 'id'], { where: 'deleted_at IS NULL' })
@Index('deal_trash', ['createdAt', 'id'], { where: 'deleted_at IS NOT NULL' })
@Index('deal_owner', ['ownerId', 'createdAt', 'id'], { where: 'deleted_at IS NULL' })
@Index('deal_owner_status', ['ownerId', 'status', 'createdAt', 'id'], { where: 'deleted_at IS NULL' })
@Index('deal_board', ['pipelineId', 'stage', 'amount', 'id'], { where: 'deleted_at IS NULL' })
@Index('deal_expected', ['status', 'expectedCloseDate', 'id'], { where: 'deleted_at IS NULL' })
@Index('deal_readers', { synchronize: false })
@Index('deal_search', { synchronize: false })
@Index('deal_tags', { synchronize: false })
export class DealEntity extends RecordEntity {
  @Column('text', { array: true, default: () => `'{}'` })
  tags: string[];

  @Column('text')
  name: string;

  @Column('numeric', { nullable: true })
  amount: string | null;

  @Column('text')
  currency: string;

  @Column('uuid', { name: 'pipeline_id' })
  pipelineId: string;

  @Index('deal_stage')
  @Column('uuid', { name: 'stage_id' })
  stageId: string;

  /** The stage's key, which never changes: a list can filter by it without a join. */
  @Column('text')
  stage: string;

  /** Where a reopened deal goes back to. */
  @Column('uuid', { name: 'last_open_stage_id' })
  lastOpenStageId: string;

  @Column('integer')
  probability: number;

  @Column('text')
  status: DealStatus;

  @Column('date', { name: 'expected_close_date', nullable: true })
  expectedCloseDate: string | null;

  @Column('date', { name: 'actual_close_date', nullable: true })
  actualCloseDate: string | null;

  @Index('deal_contact')
  @Column('uuid', { name: 'contact_id', nullable: true })
  contactId: string | null;

  @Index('deal_company')
  @Column('uuid', { name: 'company_id', nullable: true })
  companyId: string | null;

  @Column('text', { name: 'won_reason', nullable: true })
  wonReason: string | null;

  @Column('text', { name: 'lost_reason', nullable: true })
  lostReason: string | null;
}
