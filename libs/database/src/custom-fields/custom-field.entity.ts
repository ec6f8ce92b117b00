import { Column, Entity, Index } from 'typeorm';
import type { CustomFieldEntityType, CustomFieldTarget } from '@relata/contracts';
import { RecordEntity } from '../records/record.entity';

export interface CustomFieldOption {
  value: string;
  label: string;
}

export type CustomFieldIndexState = 'building' | 'ready' | 'failed';

/** The definition of a field that an organisation added to one of this service's record types. */
@Entity('custom_field')
@Index('custom_field_type', ['entityType', 'fieldName'])
export class CustomFieldEntity extends RecordEntity {
  @Column('text', { name: 'entity_type' })
  entityType: CustomFieldEntityType;

  /** Fixed once made. */
  @Column('text', { name: 'field_name' })
  fieldName: string;

  /** Fixed once made. */
  @Column('text', { name: 'field_type' })
  fieldType: string;

  /** Of a reference, as is the type: whose ids its values are. */
  @Column('text', { nullable: true })
  target: CustomFieldTarget | null;

  @Column('text', { name: 'field_label' })
  fieldLabel: string;

  @Column('jsonb')
  options: CustomFieldOption[];

  @Column('boolean')
  required: boolean;

  @Column('boolean', { default: false })
  indexed: boolean;

  /** Of an indexed field. */
  @Column('text', { name: 'index_state', nullable: true })
  indexState: CustomFieldIndexState | null;

  /** Why the index could not be built. */
  @Column('text', { name: 'index_error', nullable: true })
  indexError: string | null;
}
