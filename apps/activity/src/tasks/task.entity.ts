import { Check, Column, Entity, Index } from 'typeorm';
import { RecordEntity } from '@relata/database';

export type TaskStatus = 'pending' | 'in_progress' | 'completed' | 'cancelled';
export type TaskPriority = 'low' | 'normal' | 'high' | 'urgent';

@Entity('task')
@Check('task_completed', "(status = 'completed') = (completed_at IS NOT NULL)")
@Index('task_created', ['createdAt', 'id'], { where: 'deleted_at IS NULL' })
@Index('task_trash', ['createdAt', 'id'], { where: 'deleted_at IS NOT NULL' })
@Index('task_owner', ['ownerId', 'createdAt', 'id'], { where: 'deleted_at IS NULL' })
@Index('task_assignee', ['assignedToId', 'status', 'dueDate', 'id'], { where: 'deleted_at IS NULL' })
@Index('task_readers', { synchronize: false })
@Index('task_search', { synchronize: false })
@Index('task_contact', ['contactId', 'createdAt', 'id'])
@Index('task_company', ['companyId', 'createdAt', 'id'])
@Index('task_deal', ['dealId', 'createdAt', 'id'])
export class TaskEntity extends RecordEntity {
  @Column('text')
  title: string;

  @Column('text', { nullable: true })
  description: string | null;

  @Column('text')
  status: TaskStatus;

  @Column('text')
  priority: TaskPriority;

  @Column('timestamptz', { name: 'due_date', nullable: true })
  dueDate: Date | null;

  @Column('timestamptz', { name: 'completed_at', nullable: true })
  completedAt: Date | null;

  @Column('uuid', { name: 'contact_id', nullable: true })
  contactId: string | null;

  @Column('uuid', { name: 'company_id', nullable: true })
  companyId: string | null;

  @Column('uuid', { name: 'deal_id', nullable: true })
  dealId: string | null;

  @Column('uuid', { name: 'assigned_to_id', nullable: true })
  assignedToId: string | null;

  @Column('uuid', { name: 'created_by_id', nullable: true })
  createdById: string | null;
}
