import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type {
  ChildrenPayload,
  CompanyView,
  CreateCompanyRequest,
  CreatePayload,
  IdsPayload,
  ListQuery,
  Page,
  RecordPayload,
  UpdateCompanyRequest,
  WritePayload,
} from '@relata/contracts';
import { CompaniesService } from './companies.service';

@Controller()
export class CompaniesController {
  constructor(private readonly companies: CompaniesService) {}

  @MessagePattern('companies.list')
  list(@Payload() query: ListQuery): Promise<Page<CompanyView>> {
    return this.companies.store.list(query);
  }

  @MessagePattern('companies.get')
  get(@Payload() { id }: RecordPayload): Promise<CompanyView> {
    return this.companies.get(id);
  }

  @MessagePattern('companies.getMany')
  getMany(@Payload() { ids }: IdsPayload): Promise<CompanyView[]> {
    return this.companies.store.views(ids);
  }

  @MessagePattern('companies.childrenOf')
  childrenOf(@Payload() payload: ChildrenPayload): Promise<Record<string, CompanyView[]>> {
    return this.companies.store.childrenOf(payload);
  }

  @MessagePattern('companies.create')
  create(@Payload() { body }: CreatePayload<CreateCompanyRequest>): Promise<CompanyView> {
    return this.companies.create(body);
  }

  @MessagePattern('companies.update')
  update(@Payload() { id, body, ifMatch }: WritePayload<UpdateCompanyRequest>): Promise<CompanyView> {
    return this.companies.update(id, body, ifMatch);
  }

  @MessagePattern('companies.remove')
  remove(@Payload() { id, ifMatch }: RecordPayload): Promise<void> {
    return this.companies.remove(id, ifMatch);
  }

  @MessagePattern('companies.restore')
  restore(@Payload() { id }: RecordPayload): Promise<CompanyView> {
    return this.companies.restore(id);
  }
}
