import { Column, Entity, Index } from 'typeorm';
import type { SessionRecordView } from '@relata/contracts';
import { RecordEntity } from '@relata/database';

/** A sign-in: the family of the refresh tokens that follow one another. */
@Entity('session')
@Index('session_created', ['createdAt', 'id'], { where: 'deleted_at IS NULL' })
@Index('session_of_user', ['userId'], { where: 'ended_at IS NULL' })
export class SessionEntity extends RecordEntity {
  @Column('uuid', { name: 'user_id' })
  userId: string;

  @Column('text', { nullable: true })
  device: string | null;

  @Column('text', { nullable: true })
  address: string | null;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;

  @Column('text', { name: 'end_reason', nullable: true })
  endReason: SessionRecordView['endReason'];
}
