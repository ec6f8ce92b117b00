import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('sign_in_guess')
export class SignInGuessEntity {
  /** Hash of the account's e-mail, or of a known device's token. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'sign_in_guess_pkey' })
  bucket: string;

  @Index('sign_in_guess_since')
  @Column('timestamptz')
  since: Date;

  @Column('integer')
  count: number;
}

/** A device from which a user has signed in. */
@Entity('known_device')
export class KnownDeviceEntity {
  /** SHA-256, hex. */
  @PrimaryColumn('text', { name: 'token_hash', primaryKeyConstraintName: 'known_device_pkey' })
  tokenHash: string;

  @Column('uuid', { name: 'user_id' })
  userId: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
