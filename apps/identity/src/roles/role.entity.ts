import { Column, Entity, Index } from 'typeorm';
import type { FieldRules, Permissions } from '@relata/contracts';
import { RecordEntity } from '@relata/database';

/** Those of roles that were saved before this was kept. */
const FIRST_RESOURCES = [
  'contact',
  'company',
  'deal',
  'activity',
  'task',
  'pipeline',
  'customField',
  'user',
  'team',
  'role',
  'apiKey',
  'session',
  'event',
  'audit',
  'export',
];

@Entity('role')
@Index('role_created', ['createdAt', 'id'], { where: 'deleted_at IS NULL' })
export class RoleEntity extends RecordEntity {
  @Column('text')
  name: string;

  @Column('text', { nullable: true })
  description: string | null;

  @Column('jsonb')
  permissions: Permissions;

  /** The resources that there were when the permissions were saved. */
  @Column('jsonb', { name: 'known_resources', default: FIRST_RESOURCES })
  knownResources: string[];

  @Column('jsonb')
  fields: FieldRules;
}
