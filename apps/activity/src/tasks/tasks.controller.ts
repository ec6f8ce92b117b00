import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type {
  ChildrenPayload,
  TaskView,
  CreateTaskRequest,
  CreatePayload,
  IdsPayload,
  ListQuery,
  Page,
  RecordPayload,
  UpdateTaskRequest,
  WritePayload,
} from '@relata/contracts';
import { TasksService } from './tasks.service';

@Controller()
export class TasksController {
  constructor(private readonly tasks: TasksService) {}

  @MessagePattern('tasks.list')
  list(@Payload() query: ListQuery): Promise<Page<TaskView>> {
    return this.tasks.store.list(query);
  }

  @MessagePattern('tasks.get')
  get(@Payload() { id }: RecordPayload): Promise<TaskView> {
    return this.tasks.get(id);
  }

  @MessagePattern('tasks.getMany')
  getMany(@Payload() { ids }: IdsPayload): Promise<TaskView[]> {
    return this.tasks.store.views(ids);
  }

  @MessagePattern('tasks.childrenOf')
  childrenOf(@Payload() payload: ChildrenPayload): Promise<Record<string, TaskView[]>> {
    return this.tasks.store.childrenOf(payload);
  }

  @MessagePattern('tasks.create')
  create(@Payload() { body }: CreatePayload<CreateTaskRequest>): Promise<TaskView> {
    return this.tasks.create(body);
  }

  @MessagePattern('tasks.update')
  update(@Payload() { id, body, ifMatch }: WritePayload<UpdateTaskRequest>): Promise<TaskView> {
    return this.tasks.update(id, body, ifMatch);
  }

  @MessagePattern('tasks.remove')
  remove(@Payload() { id, ifMatch }: RecordPayload): Promise<void> {
    return this.tasks.remove(id, ifMatch);
  }

  @MessagePattern('tasks.restore')
  restore(@Payload() { id }: RecordPayload): Promise<TaskView> {
    return this.tasks.restore(id);
  }

  @MessagePattern('tasks.complete')
  complete(@Payload() { id, ifMatch }: RecordPayload): Promise<TaskView> {
    return this.tasks.complete(id, ifMatch);
  }
}
