import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RecordType } from '@relata/contracts';

/** What a part wrote of a record: the versions behind `from`, up to `to`. */
export interface WrittenRecord {
  type: RecordType;
  id: string;
  from: number;
  to: number;
}

/** This service's part of a batch that is not decided; or, with nothing written, of one that was taken back: it can be done no more. */
@Entity('batch_part')
export class BatchPartRow {
  @PrimaryColumn('uuid', { name: 'batch_id', primaryKeyConstraintName: 'batch_part_pkey' })
  batchId: string;

  /** In the order in which they were written last. */
  @Column('jsonb', { nullable: true })
  written: WrittenRecord[] | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
