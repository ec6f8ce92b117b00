import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

export interface CustomFieldOption {
  value: string;
  label: string;
}

/** The definition of a field that an organisation added to one of this service's record types. */
@Entity('custom_field')
@Unique('custom_field_name', ['entityType', 'fieldName'])
export class CustomFieldRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'custom_field_pkey' })
  id: string;

  @Column('integer')
  version: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;

  @Column('text', { name: 'entity_type' })
  entityType: string;

  /** Fixed once made. */
  @Column('text', { name: 'field_name' })
  fieldName: string;

  /** Fixed once made. */
  @Column('text', { name: 'field_type' })
  fieldType: string;

  @Column('text', { name: 'field_label' })
  fieldLabel: string;

  @Column('jsonb')
  options: CustomFieldOption[];

  @Column('boolean')
  required: boolean;
}
