import { Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** Outbox, history and audit trail in one: a row per event, never updated but by erasure. */
@Entity('event')
@Unique('event_record_version', ['recordType', 'recordId', 'version'])
@Index('event_recorded', ['recordedAt', 'id'])
@Index('event_actor', ['actorId', 'recordedAt', 'id'])
@Index('event_set_owner', { synchronize: false })
@Index('event_set_contact', { synchronize: false })
@Index('event_set_company', { synchronize: false })
@Index('event_set_pipeline', { synchronize: false })
export class EventRow {
  /** Order of the log: drawn in the insert that follows the row lock. */
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'event_pkey',
  })
  seq: string;

  /** UUIDv7: CloudEvents id and JetStream message id. */
  @Index('event_id', { unique: true })
  @Column('uuid')
  id: string;

  @Column('text')
  type: string;

  @Column('text', { name: 'record_type' })
  recordType: string;

  @Column('uuid', { name: 'record_id' })
  recordId: string;

  /** The record's version after this event. */
  @Column('integer')
  version: number;

  @Column('uuid', { name: 'actor_id', nullable: true })
  actorId: string | null;

  @Column('text', { name: 'actor_name' })
  actorName: string;

  @Index('event_of_import', { where: `request_id LIKE 'import:%'` })
  @Column('text', { name: 'request_id' })
  requestId: string;

  @Column('uuid', { name: 'causation_id', nullable: true })
  causationId: string | null;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt: Date;

  /** When it happened: for imported history the time that it tells of. */
  @Column('timestamptz', { name: 'occurred_at' })
  occurredAt: Date;

  /** The changed fields as they were. */
  @Column('jsonb')
  before: Record<string, unknown>;

  /** The changed fields as they are; null for a new record whose snapshot says it. */
  @Column('jsonb', { nullable: true })
  after: Record<string, unknown> | null;

  /** What this type of event says beyond the change (`from`, `to`, `duplicateIds`, …). */
  @Column('jsonb')
  details: Record<string, unknown>;

  /** The whole record, without fields in which nobody has set anything: see `Snapshots`. */
  @Column('jsonb')
  snapshot: Record<string, unknown>;

  /** What makes the digest of the data unguessable; erasure takes it away. */
  @Column('uuid', { nullable: true })
  salt: string | null;

  /** The digest of the data that was erased. */
  @Column('bytea', { name: 'erased_digest', nullable: true })
  erasedDigest: Buffer | null;
}

/** What has no position yet. */
@Entity('outbox')
export class OutboxRow {
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'outbox_pkey' })
  seq: string;
}

/** What was sequenced: the public, gapless position of an event. */
@Entity('event_position')
export class EventPositionRow {
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'event_position_pkey' })
  position: string;

  @Index('event_position_seq', { unique: true })
  @Column('bigint')
  seq: string;
}

/** What the JetStream stream holds of the log: these positions, in order, at these sequences. One row. */
@Entity('published_run')
export class PublishedRunRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'published_run_pkey' })
  name: string;

  @Column('bigint', { name: 'first_position' })
  firstPosition: string;

  @Column('bigint', { name: 'first_stream_seq' })
  firstStreamSeq: string;

  @Column('bigint', { name: 'last_position' })
  lastPosition: string;

  @Column('bigint', { name: 'last_stream_seq' })
  lastStreamSeq: string;
}
