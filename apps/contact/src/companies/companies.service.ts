import { Injectable } from '@nestjs/common';
import {
  unknownReference,
  type CompanyView,
  type CreateCompanyRequest,
  type UpdateCompanyRequest,
} from '@relata/contracts';
import { RecordStores, References, type RecordStore } from '@relata/database';
import { currentContext } from '@relata/platform';
import type { CompanyEntity } from './company.entity';
import { companyKind } from './company.mapper';
import { newCompany, updateCompany } from './company.rules';

@Injectable()
export class CompaniesService {
  readonly store: RecordStore<CompanyEntity, CompanyView>;

  constructor(
    stores: RecordStores,
    private readonly references: References,
  ) {
    this.store = stores.define(companyKind);
  }

  async get(id: string): Promise<CompanyView> {
    return this.store.present(await this.store.get(id));
  }

  async create(request: CreateCompanyRequest): Promise<CompanyView> {
    this.store.access.requireWritable(request);
    const input = { ownerId: currentContext().principal.id, ...request };
    await this.requireOwner(input);
    return this.store.present(await this.store.create({ values: newCompany(input) }));
  }

  async update(id: string, request: UpdateCompanyRequest, ifMatch?: number): Promise<CompanyView> {
    this.store.access.requireWritable(request);
    await this.requireOwner(request);
    return this.store.present(await this.store.change(id, () => updateCompany(request), { ifMatch }));
  }

  async remove(id: string, ifMatch?: number): Promise<void> {
    await this.store.remove(id, { ifMatch });
  }

  async restore(id: string): Promise<CompanyView> {
    return this.store.present(await this.store.restore(id));
  }

  /** Throws UNKNOWN_REFERENCE when there is no such live company that the caller may see. */
  async require(id: string): Promise<void> {
    const [company] = await this.store.views([id]);
    if (!company || company.deletedAt) throw unknownReference('company', id, '/companyId');
  }

  private async requireOwner({ ownerId }: UpdateCompanyRequest): Promise<void> {
    if (ownerId) await this.references.require([{ type: 'user', id: ownerId, pointer: '/ownerId' }]);
  }
}
