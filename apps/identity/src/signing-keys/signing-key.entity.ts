import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { JWK } from 'jose';

/** A pair of keys for access tokens. One signs; those before it are known until no token of theirs can be alive. */
@Entity('signing_key')
export class SigningKeyEntity {
  /** The tokens' `kid`. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'signing_key_pkey' })
  id: string;

  @Column('jsonb', { name: 'private_jwk' })
  privateJwk: JWK;

  @Column('jsonb', { name: 'public_jwk' })
  publicJwk: JWK;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'retired_at', nullable: true })
  retiredAt: Date | null;
}
