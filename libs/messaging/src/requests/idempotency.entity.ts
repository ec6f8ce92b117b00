import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A write that was asked for under a key of the client's choice. */
@Entity('idempotency_key')
export class IdempotencyKeyRow {
  @PrimaryColumn('uuid', { name: 'principal_id', primaryKeyConstraintName: 'idempotency_key_pkey' })
  principalId: string;

  /** What was asked for: `contacts.create`. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'idempotency_key_pkey' })
  verb: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'idempotency_key_pkey' })
  key: string;

  /** SHA-256 of the request: the same key with another one is refused. */
  @Column('bytea', { name: 'request_hash' })
  requestHash: Buffer;

  /** Who does it: a replica that was thought dead cannot finish what another has taken over. */
  @Column('uuid')
  claim: string;

  @Column('timestamptz', { name: 'claimed_until' })
  claimedUntil: Date;

  /** JSON, as it was sent, without secrets; null while it is being done. */
  @Column('text', { nullable: true })
  answer: string | null;

  @Index('idempotency_key_created')
  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
