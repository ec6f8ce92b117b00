import { Column, Entity, Index } from 'typeorm';
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

  @Column('text')
  prefix: string;

  /** SHA-256, hex: a key is 256 random bits, so a slow hash would add nothing. */
  @Index('api_key_hash', { unique: true })
  @Column('text', { name: 'key_hash' })
  keyHash: string;

  @Column('timestamptz', { name: 'expires_at', nullable: true })
  expiresAt: Date | null;
}
