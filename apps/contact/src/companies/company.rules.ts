import { normalTags, type CreateCompanyRequest, type UpdateCompanyRequest } from '@relata/contracts';
import type { Change } from '@relata/database';
import { toE164 } from '../phone';
import type { CompanyEntity } from './company.entity';

/** Values of a new company. */
export function newCompany(input: CreateCompanyRequest): Partial<CompanyEntity> {
  return { tags: [], ...settable(input) };
}

/** A patch. What is absent stays, null clears. */
export function updateCompany(input: UpdateCompanyRequest): Change<CompanyEntity>[] {
  return [{ event: 'company.updated', set: settable(input) }];
}

function settable(input: UpdateCompanyRequest): Partial<CompanyEntity> {
  const { phone, domain, ...rest } = input;
  return {
    ...rest,
    ...(rest.tags ? { tags: normalTags(rest.tags) } : {}),
    ...(domain === undefined ? {} : { domain: domain?.toLowerCase() ?? null }),
    ...(phone === undefined ? {} : { phone, phoneE164: toE164(phone) }),
  };
}
