import { Column, Entity, Index } from 'typeorm';
import { RecordEntity } from '@relata/database';

@Entity('activity')
@Index('activity_created', ['createdAt', 'id'], { where: 'deleted_at IS NULL' })
@Index('activity_trash', ['createdAt', 'id'], { where: 'deleted_at IS NOT NULL' })
@Index('activity_owner', ['ownerId', 'createdAt', 'id'], { where: 'deleted_at IS NULL' })
@Index('activity_owner_type', ['ownerId', 'type', 'activityDate', 'id'], { where: 'deleted_at IS NULL' })
@Index('activity_readers', { synchronize: false })
@Index('activity_search', { synchronize: false })
@Index('activity_contact', ['contactId', 'activityDate', 'id'])
@Index('activity_company', ['companyId', 'activityDate', 'id'])
@Index('activity_deal', ['dealId', 'activityDate', 'id'])
export class ActivityEntity extends RecordEntity {
  @Column('text')
  type: string;

  @Column('text')
  subject: string;

  @Column('text', { nullable: true })
  description: string | null;

  @Column('uuid', { name: 'contact_id', nullable: true })
  contactId: string | null;

  @Column('uuid', { name: 'company_id', nullable: true })
  companyId: string | null;

  @Column('uuid', { name: 'deal_id', nullable: true })
  dealId: string | null;

  @Column('uuid', { name: 'created_by_id', nullable: true })
  createdById: string | null;

  /** When it took place. */
  @Column('timestamptz', { name: 'activity_date' })
  activityDate: Date;

  /** Minutes. */
  @Column('integer', { nullable: true })
  duration: number | null;
}
