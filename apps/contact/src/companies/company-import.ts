import { Injectable } from '@nestjs/common';
import { Decimal } from 'decimal.js';
import { CreateCompanyRequest, type UpdateCompanyRequest } from '@relata/contracts';
import {
  ImportTargets,
  type Change,
  type Draft,
  type ImportHistory,
  type ImportTarget,
} from '@relata/database';
import { CompaniesService } from './companies.service';
import type { CompanyEntity } from './company.entity';
import { newCompany, updateCompany } from './company.rules';

/** Companies from a file, recognised by external id or name. */
@Injectable()
export class CompanyImport implements ImportTarget<CompanyEntity> {
  readonly resource = 'companies';
  readonly store;
  readonly request = CreateCompanyRequest;
  readonly fields = {
    name: 'text',
    domain: 'text',
    industry: 'text',
    employeeCount: 'integer',
    annualRevenue: 'decimal',
    phone: 'text',
    website: 'text',
    addressLine1: 'text',
    addressLine2: 'text',
    city: 'text',
    state: 'text',
    postalCode: 'text',
    country: 'text',
  } as const;
  readonly references = { owner: { type: 'user', field: 'ownerId' } } as const;
  readonly matchBy = { field: 'name', by: 'name' } as const;

  constructor(targets: ImportTargets, companies: CompaniesService) {
    this.store = companies.store;
    targets.add(this);
  }

  defaults(_row: object, callerId: string | null): Record<string, unknown> {
    return { ownerId: callerId };
  }

  create(input: Record<string, unknown>, { createdAt }: ImportHistory): Draft<CompanyEntity> {
    return {
      values: newCompany(input as unknown as CreateCompanyRequest),
      ...(createdAt ? { createdAt } : {}),
    };
  }

  update(company: CompanyEntity, input: Record<string, unknown>): Change<CompanyEntity>[] {
    const { annualRevenue, ...rest } = input as unknown as UpdateCompanyRequest;
    const isSame =
      annualRevenue && company.annualRevenue && new Decimal(annualRevenue).eq(company.annualRevenue);
    return updateCompany(isSame || annualRevenue === undefined ? rest : { ...rest, annualRevenue });
  }
}
