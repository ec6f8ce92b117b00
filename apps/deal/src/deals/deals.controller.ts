import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type {
  ChangeStageRequest,
  CloseDealRequest,
  ReopenDealRequest,
  ChildrenPayload,
  DealView,
  CreateDealRequest,
  CreatePayload,
  IdsPayload,
  ListQuery,
  Page,
  RecordPayload,
  UpdateDealRequest,
  WritePayload,
} from '@relata/contracts';
import { DealsService } from './deals.service';

@Controller()
export class DealsController {
  constructor(private readonly deals: DealsService) {}

  @MessagePattern('deals.list')
  list(@Payload() query: ListQuery): Promise<Page<DealView>> {
    return this.deals.store.list(query);
  }

  @MessagePattern('deals.get')
  get(@Payload() { id }: RecordPayload): Promise<DealView> {
    return this.deals.get(id);
  }

  @MessagePattern('deals.getMany')
  getMany(@Payload() { ids }: IdsPayload): Promise<DealView[]> {
    return this.deals.store.views(ids);
  }

  @MessagePattern('deals.childrenOf')
  childrenOf(@Payload() payload: ChildrenPayload): Promise<Record<string, DealView[]>> {
    return this.deals.store.childrenOf(payload);
  }

  @MessagePattern('deals.create')
  create(@Payload() { body }: CreatePayload<CreateDealRequest>): Promise<DealView> {
    return this.deals.create(body);
  }

  @MessagePattern('deals.update')
  update(@Payload() { id, body, ifMatch }: WritePayload<UpdateDealRequest>): Promise<DealView> {
    return this.deals.update(id, body, ifMatch);
  }

  @MessagePattern('deals.remove')
  remove(@Payload() { id, ifMatch }: RecordPayload): Promise<void> {
    return this.deals.remove(id, ifMatch);
  }

  @MessagePattern('deals.restore')
  restore(@Payload() { id }: RecordPayload): Promise<DealView> {
    return this.deals.restore(id);
  }

  @MessagePattern('deals.changeStage')
  changeStage(@Payload() { id, body, ifMatch }: WritePayload<ChangeStageRequest>): Promise<DealView> {
    return this.deals.changeStage(id, body, ifMatch);
  }

  @MessagePattern('deals.close')
  close(@Payload() { id, body, ifMatch }: WritePayload<CloseDealRequest>): Promise<DealView> {
    return this.deals.close(id, body, ifMatch);
  }

  @MessagePattern('deals.reopen')
  reopen(@Payload() { id, body, ifMatch }: WritePayload<ReopenDealRequest>): Promise<DealView> {
    return this.deals.reopen(id, body, ifMatch);
  }
}
