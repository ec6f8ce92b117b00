import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Events whose effect this service has had. Written in the transaction of the effect. */
@Entity('inbox')
export class InboxRow {
  @PrimaryColumn('uuid', { name: 'event_id', primaryKeyConstraintName: 'inbox_pkey' })
  eventId: string;

  @Column('timestamptz', { name: 'received_at', default: () => 'now()' })
  receivedAt: Date;
}

/** Events that this service could not apply, parked with the reason. */
@Entity('dead_letter')
export class DeadLetterRow {
  @PrimaryColumn('uuid', { name: 'event_id', primaryKeyConstraintName: 'dead_letter_pkey' })
  eventId: string;

  @Column('text')
  type: string;

  @Column('text')
  reason: string;

  @Column('jsonb')
  payload: Record<string, unknown>;

  @Column('timestamptz', { name: 'parked_at', default: () => 'now()' })
  parkedAt: Date;
}
