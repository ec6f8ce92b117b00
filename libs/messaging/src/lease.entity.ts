import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who of the replicas does a piece of work alone: the relay, the reading of one stream. */
@Entity('lease')
export class LeaseRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'lease_pkey' })
  name: string;

  @Column('text')
  holder: string;

  /** Raised at every change of holder. */
  @Column('bigint')
  epoch: string;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;
}
