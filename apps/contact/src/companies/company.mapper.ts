import type { CompanyView } from '@relata/contracts';
import { recordView, type RecordKind } from '@relata/database';
import { CompanyEntity } from './company.entity';

export const toCompanyView = recordView<CompanyEntity, CompanyView>((company) => ({
  tags: company.tags,
  name: company.name,
  domain: company.domain,
  industry: company.industry,
  employeeCount: company.employeeCount,
  annualRevenue: company.annualRevenue,
  phone: company.phone,
  phoneE164: company.phoneE164,
  website: company.website,
  addressLine1: company.addressLine1,
  addressLine2: company.addressLine2,
  city: company.city,
  state: company.state,
  postalCode: company.postalCode,
  country: company.country,
}));

export const companyKind: RecordKind<CompanyEntity, CompanyView> = {
  type: 'company',
  entity: CompanyEntity,
  toView: toCompanyView,
  uniqueKeys: (company) =>
    company.domain ? [{ namespace: 'domain', key: company.domain.toLowerCase(), pointer: '/domain' }] : [],
  searchFields: ['name', 'domain', 'industry', 'phone', 'phoneE164'],
  hasCustomFields: true,
  together: [['phone', 'phoneE164']],
  related: { owner: { field: 'ownerId', type: 'user' } },
};
