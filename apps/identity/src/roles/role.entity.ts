import { Column, Entity, Index } from 'typeorm';
import type { FieldRules, Permissions } from '@relata/contracts';
import { RecordEntity } from '@relata/database';

@Entity('role')
@Index('role_created', ['createdAt', 'id'], { where: 'deleted_at IS NULL' })
export class RoleEntity extends RecordEntity {
  @Column('text')
  name: string;

  @Column('text', { nullable: true })
  description: string | null;

  @Column('jsonb')
  permissions: Permissions;

  @Column('jsonb')
  fields: FieldRules;
}
