import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A link of the chain over the log: what the events of some positions said when they were sealed. Never updated. */
@Entity('event_seal')
export class EventSealRow {
  @PrimaryColumn('bigint', { name: 'first_position', primaryKeyConstraintName: 'event_seal_pkey' })
  firstPosition: string;

  @Column('bigint', { name: 'last_position' })
  lastPosition: string;

  /** 32 bytes for each position, in their order; zeros where there was no event. */
  @Column('bytea')
  digests: Buffer;

  /** SHA-256 of the link before and of `digests`. */
  @Column('bytea')
  seal: Buffer;

  @Column('timestamptz', { name: 'sealed_at', default: () => 'clock_timestamp()' })
  sealedAt: Date;
}
