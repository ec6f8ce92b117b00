import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { RecordEntity } from '@relata/database';

/** A deleted key is a revoked one. */
@Entity('api_key')
@Index('api_key_created', ['createdAt', 'id'], { where: 'deleted_at IS NULL' })
export class ApiKeyEntity extends RecordEntity {
  @Column('text')
  name: string;

  @Column('uuid', { name: 'user_id' })
  userId: string;

  @Column('uuid', { name: 'role_id', nullable: true })
  roleId: string | null;

  /** Addresses, or ranges in CIDR notation. */
  @Column('text', { name: 'ip_ranges', array: true })
  ipRanges: string[];

  @Column('text')
  prefix: string;

  /** SHA-256, hex: a key is 256 random bits, so a slow hash would add nothing. */
  @Index('api_key_hash', { unique: true })
  @Column('text', { name: 'key_hash' })
  keyHash: string;

  @Column('timestamptz', { name: 'expires_at', nullable: true })
  expiresAt: Date | null;
}

/** When a key was last used from an address: not part of the record, as no event tells of each time. */
@Entity('api_key_use')
export class ApiKeyUseEntity {
  @PrimaryColumn('uuid', { name: 'key_id', primaryKeyConstraintName: 'api_key_use_pkey' })
  keyId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'api_key_use_pkey' })
  address: string;

  @Column('timestamptz', { name: 'used_at' })
  usedAt: Date;

  /** When an event last told of it. */
  @Column('timestamptz', { name: 'told_at', nullable: true })
  toldAt: Date | null;
}
