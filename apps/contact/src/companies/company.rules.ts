import type { CreateCompanyRequest, UpdateCompanyRequest } from '@relata/contracts';
import type { Change } from '@relata/database';
import { toE164 } from '../phone';
import type { CompanyEntity } from './company.entity';

/** Values of a new company. */
export function newCompany(input: CreateCompanyRequest): Partial<CompanyEntity> {
  return settable(input);
}

/** A patch. What is absent stays, null clears. */
export function updateCompany(input: UpdateCompanyRequest): Change<CompanyEntity>[] {
  return [{ event: 'company.updated', set: settable(input) }];
}

function settable(input: UpdateCompanyRequest): Partial<CompanyEntity> {
  const { phone, domain, ...rest } = input;
  return {
    ...rest,
    ...(domain === undefined ? {} : { domain: domain?.toLowerCase() ?? null }),
    ...(phone === undefined ? {} : { phone, phoneE164: toE164(phone) }),
  };
}
