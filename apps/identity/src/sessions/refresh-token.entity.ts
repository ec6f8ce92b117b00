import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Works once. Used ones are kept while their session lives: one that comes again was stolen. */
@Entity('refresh_token')
export class RefreshTokenEntity {
  /** SHA-256, hex. */
  @PrimaryColumn('text', { name: 'token_hash', primaryKeyConstraintName: 'refresh_token_pkey' })
  tokenHash: string;

  @Index('refresh_token_session')
  @Column('uuid', { name: 'session_id' })
  sessionId: string;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  @Column('timestamptz', { name: 'used_at', nullable: true })
  usedAt: Date | null;
}
