import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * This service's copy of what it must know of another service's record. A state projection of its events:
 * the newest version wins, so late and repeated events change nothing.
 */
@Entity('reference')
@Index('reference_name', ['type', 'name'])
export class ReferenceRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'reference_pkey' })
  type: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'reference_pkey' })
  id: string;

  @Column('integer')
  version: number;

  @Column('text')
  name: string;

  @Column('uuid', { name: 'owner_id', nullable: true })
  ownerId: string | null;

  /** Of a user. */
  @Column('uuid', { name: 'team_id', nullable: true })
  teamId: string | null;

  /** Of a team: the one above it. */
  @Column('uuid', { name: 'parent_id', nullable: true })
  parentId: string | null;

  /** Of a user: the team and those above it, from the top. Kept from the copies of users and teams. */
  @Column('uuid', { name: 'team_path', array: true, default: () => `'{}'` })
  teamPath: string[];

  /** Users and teams that the record is shared with. */
  @Column('uuid', { name: 'reader_ids', array: true, default: () => `'{}'` })
  readerIds: string[];

  /** The record that this one became part of. */
  @Index('reference_merged_into', { where: 'merged_into_id IS NOT NULL' })
  @Column('uuid', { name: 'merged_into_id', nullable: true })
  mergedIntoId: string | null;

  @Column('timestamptz', { name: 'deleted_at', nullable: true })
  deletedAt: Date | null;

  /** Of a contact. */
  @Column('text', { nullable: true })
  email: string | null;

  /** Of a company. */
  @Column('text', { nullable: true })
  domain: string | null;

  /** Of a company. */
  @Column('text', { nullable: true })
  industry: string | null;
}
