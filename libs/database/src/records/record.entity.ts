import { Column, PrimaryColumn } from 'typeorm';

export interface ExternalKey {
  system: string;
  key: string;
}

/** The columns of every record. Column names in SQL are those of the JSON in snake case. */
export abstract class RecordEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** Raised by one with every event. */
  @Column('integer')
  version: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;

  @Column('timestamptz', { name: 'deleted_at', nullable: true })
  deletedAt: Date | null;

  @Column('uuid', { name: 'owner_id', nullable: true })
  ownerId: string | null;

  /** Users and teams that the record is shared with, those who may change it included. */
  @Column('uuid', { name: 'reader_ids', array: true })
  readerIds: string[];

  @Column('uuid', { name: 'editor_ids', array: true })
  editorIds: string[];

  @Column('jsonb', { name: 'external_keys' })
  externalKeys: ExternalKey[];

  @Column('jsonb', { name: 'custom_fields' })
  customFields: Record<string, unknown>;

  /** What `q=` looks in: lower case, without accents. Kept by the record store. */
  @Column('text', { name: 'search_text' })
  searchText: string;
}
