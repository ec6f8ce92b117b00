import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type {
  ChildrenPayload,
  ActivityView,
  CreateActivityRequest,
  CreatePayload,
  IdsPayload,
  ListQuery,
  Page,
  RecordPayload,
  UpdateActivityRequest,
  WritePayload,
} from '@relata/contracts';
import { ActivitiesService } from './activities.service';

@Controller()
export class ActivitiesController {
  constructor(private readonly activities: ActivitiesService) {}

  @MessagePattern('activities.list')
  list(@Payload() query: ListQuery): Promise<Page<ActivityView>> {
    return this.activities.store.list(query);
  }

  @MessagePattern('activities.get')
  get(@Payload() { id }: RecordPayload): Promise<ActivityView> {
    return this.activities.get(id);
  }

  @MessagePattern('activities.getMany')
  getMany(@Payload() { ids }: IdsPayload): Promise<ActivityView[]> {
    return this.activities.store.views(ids);
  }

  @MessagePattern('activities.childrenOf')
  childrenOf(@Payload() payload: ChildrenPayload): Promise<Record<string, ActivityView[]>> {
    return this.activities.store.childrenOf(payload);
  }

  @MessagePattern('activities.create')
  create(@Payload() { body }: CreatePayload<CreateActivityRequest>): Promise<ActivityView> {
    return this.activities.create(body);
  }

  @MessagePattern('activities.update')
  update(@Payload() { id, body, ifMatch }: WritePayload<UpdateActivityRequest>): Promise<ActivityView> {
    return this.activities.update(id, body, ifMatch);
  }

  @MessagePattern('activities.remove')
  remove(@Payload() { id, ifMatch }: RecordPayload): Promise<void> {
    return this.activities.remove(id, ifMatch);
  }

  @MessagePattern('activities.restore')
  restore(@Payload() { id }: RecordPayload): Promise<ActivityView> {
    return this.activities.restore(id);
  }
}
