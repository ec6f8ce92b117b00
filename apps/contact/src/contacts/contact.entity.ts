import { Column, Entity, Index } from 'typeorm';
import { RecordEntity } from '@relata/database';

@Entity('contact')
@Index('contact_created', ['createdAt', 'id'], { where: 'deleted_at IS NULL' })
@Index('contact_trash', ['createdAt', 'id'], { where: 'deleted_at IS NOT NULL' })
@Index('contact_owner', ['ownerId', 'createdAt', 'id'], { where: 'deleted_at IS NULL' })
@Index('contact_updated', ['updatedAt', 'id'], { where: 'deleted_at IS NULL' })
@Index('contact_lifecycle', ['lifecycleStage', 'updatedAt', 'id'], { where: 'deleted_at IS NULL' })
@Index('contact_of_company', ['companyId', 'createdAt', 'id'], { where: 'deleted_at IS NULL' })
@Index('contact_name', ['lastName', 'firstName', 'id'], { where: 'deleted_at IS NULL' })
@Index('contact_readers', { synchronize: false })
@Index('contact_search', { synchronize: false })
@Index('contact_tags', { synchronize: false })
export class ContactEntity extends RecordEntity {
  @Column('text', { array: true, default: () => `'{}'` })
  tags: string[];

  @Column('text', { name: 'first_name', nullable: true })
  firstName: string | null;

  @Column('text', { name: 'last_name', nullable: true })
  lastName: string | null;

  @Column('text', { nullable: true })
  email: string | null;

  /** Of merged duplicates; unique together with the first addresses. */
  @Column('jsonb', { name: 'secondary_emails' })
  secondaryEmails: string[];

  @Column('text', { nullable: true })
  phone: string | null;

  @Column('text', { name: 'phone_e164', nullable: true })
  phoneE164: string | null;

  @Column('text', { nullable: true })
  mobile: string | null;

  @Column('text', { name: 'mobile_e164', nullable: true })
  mobileE164: string | null;

  @Column('text', { nullable: true })
  title: string | null;

  @Column('text', { nullable: true })
  department: string | null;

  @Column('text', { name: 'address_line1', nullable: true })
  addressLine1: string | null;

  @Column('text', { name: 'address_line2', nullable: true })
  addressLine2: string | null;

  @Column('text', { nullable: true })
  city: string | null;

  @Column('text', { nullable: true })
  state: string | null;

  @Column('text', { name: 'postal_code', nullable: true })
  postalCode: string | null;

  @Column('text', { nullable: true })
  country: string | null;

  @Column('text', { name: 'lead_source', nullable: true })
  leadSource: string | null;

  @Column('text', { name: 'lead_status', nullable: true })
  leadStatus: string | null;

  @Column('text', { name: 'lifecycle_stage', nullable: true })
  lifecycleStage: string | null;

  @Column('uuid', { name: 'company_id', nullable: true })
  companyId: string | null;

  /** The contact that this one became part of. */
  @Index('contact_merged_into', { where: 'merged_into_id IS NOT NULL' })
  @Column('uuid', { name: 'merged_into_id', nullable: true })
  mergedIntoId: string | null;
}
