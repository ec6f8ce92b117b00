import { Injectable } from '@nestjs/common';
import {
  unknownReference,
  type CompanyView,
  type CreateCompanyRequest,
  type UpdateCompanyRequest,
} from '@relata/contracts';
import { BatchTargets, RecordStores, References, referenceClaims, type RecordStore } from '@relata/database';
import { currentContext } from '@relata/platform';
import type { CompanyEntity } from './company.entity';
import { companyKind } from './company.mapper';
import { newCompany, updateCompany } from './company.rules';

@Injectable()
export class CompaniesService {
  readonly store: RecordStore<CompanyEntity, CompanyView>;

  constructor(
    stores: RecordStores,
    batches: BatchTargets,
    private readonly references: References,
  ) {
    this.store = stores.define(companyKind);
    batches.add('companies', this);
  }

  async get(id: string): Promise<CompanyView> {
    return this.store.present(await this.store.get(id));
  }

  async create(request: CreateCompanyRequest): Promise<CompanyView> {
    const [company] = await this.createMany([request]);
    return company as CompanyView;
  }

  /** Makes all, or none. */
  async createMany(requests: CreateCompanyRequest[]): Promise<CompanyView[]> {
    for (const request of requests) this.store.access.requireWritable(request);
    const ownerId = currentContext().principal.id;
    const inputs = requests.map((request) => ({ ownerId, ...request }));
    await this.requireReferences(inputs);
    const companies = await this.store.createAll(inputs.map((input) => ({ values: newCompany(input) })));
    return companies.map((company) => this.store.present(company));
  }

  async update(id: string, request: UpdateCompanyRequest, ifMatch?: number): Promise<CompanyView> {
    this.store.access.requireWritable(request);
    await this.requireReferences([request]);
    return this.store.present(await this.store.change(id, () => updateCompany(request), { ifMatch }));
  }

  async remove(id: string, ifMatch?: number): Promise<void> {
    await this.store.remove(id, { ifMatch });
  }

  async restore(id: string): Promise<CompanyView> {
    return this.store.present(await this.store.restore(id));
  }

  /** Throws UNKNOWN_REFERENCE unless these are live companies that the caller may see. */
  async require(ids: string[]): Promise<void> {
    const live = await this.store.liveIds([...new Set(ids)]);
    const unknown = ids.find((id) => !live.has(id.toLowerCase()));
    if (unknown !== undefined) throw unknownReference('company', unknown, '/companyId');
  }

  private async requireReferences(inputs: UpdateCompanyRequest[]): Promise<void> {
    await this.references.require(inputs.flatMap((input) => referenceClaims(input, { ownerId: 'user' })));
    await this.store.learnReferences(inputs);
  }
}
