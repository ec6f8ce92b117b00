import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * A value that only one live record of its type may have: an e-mail, a domain, a key of another system. The
 * rows of a record exist while it lives, so the primary key is the whole rule: a deleted record holds nothing.
 */
@Entity('record_key')
export class RecordKeyRow {
  @PrimaryColumn('text', { name: 'record_type', primaryKeyConstraintName: 'record_key_unique' })
  recordType: string;

  /** `email`, `domain`, or `external:<system>`. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'record_key_unique' })
  namespace: string;

  /** As compared: lower case where case does not count. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'record_key_unique' })
  key: string;

  @Index('record_key_record')
  @Column('uuid', { name: 'record_id' })
  recordId: string;
}
