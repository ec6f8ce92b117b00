import { Column, Entity, Index } from 'typeorm';
import { RecordEntity } from '@relata/database';

@Entity('team')
@Index('team_created', ['createdAt', 'id'], { where: 'deleted_at IS NULL' })
export class TeamEntity extends RecordEntity {
  @Column('text')
  name: string;

  @Index('team_parent')
  @Column('uuid', { name: 'parent_id', nullable: true })
  parentId: string | null;

  @Column('uuid', { name: 'manager_ids', array: true })
  managerIds: string[];
}
