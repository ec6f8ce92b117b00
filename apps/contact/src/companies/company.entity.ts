import { Column, Entity, Index } from 'typeorm';
import { RecordEntity } from '@relata/database';

@Entity('company')
@Index('company_created', ['createdAt', 'id'], { where: 'deleted_at IS NULL' })
@Index('company_trash', ['createdAt', 'id'], { where: 'deleted_at IS NOT NULL' })
@Index('company_owner', ['ownerId', 'createdAt', 'id'], { where: 'deleted_at IS NULL' })
@Index('company_name', ['name', 'id'], { where: 'deleted_at IS NULL' })
@Index('company_industry', ['industry', 'name', 'id'], { where: 'deleted_at IS NULL' })
@Index('company_readers', { synchronize: false })
@Index('company_search', { synchronize: false })
@Index('company_lower_name', { synchronize: false })
@Index('company_tags', { synchronize: false })
export class CompanyEntity extends RecordEntity {
  @Column('text', { array: true, default: () => `'{}'` })
  tags: string[];

  @Column('text')
  name: string;

  @Column('text', { nullable: true })
  domain: string | null;

  @Column('text', { nullable: true })
  industry: string | null;

  @Column('integer', { name: 'employee_count', nullable: true })
  employeeCount: number | null;

  @Column('numeric', { name: 'annual_revenue', nullable: true })
  annualRevenue: string | null;

  @Column('text', { nullable: true })
  phone: string | null;

  @Column('text', { name: 'phone_e164', nullable: true })
  phoneE164: string | null;

  @Column('text', { nullable: true })
  website: string | null;

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
}
