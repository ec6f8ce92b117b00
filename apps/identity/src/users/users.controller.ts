import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type {
  UserView,
  CreateUserRequest,
  CreatePayload,
  IdsPayload,
  ListQuery,
  Page,
  RecordPayload,
  UpdateUserRequest,
  WritePayload,
} from '@relata/contracts';
import { UsersService } from './users.service';

@Controller()
export class UsersController {
  constructor(private readonly users: UsersService) {}

  @MessagePattern('users.list')
  list(@Payload() query: ListQuery): Promise<Page<UserView>> {
    return this.users.store.list(query);
  }

  @MessagePattern('users.get')
  get(@Payload() { id }: RecordPayload): Promise<UserView> {
    return this.users.get(id);
  }

  @MessagePattern('users.getMany')
  getMany(@Payload() { ids }: IdsPayload): Promise<UserView[]> {
    return this.users.store.views(ids);
  }

  @MessagePattern('users.create')
  create(@Payload() { body }: CreatePayload<CreateUserRequest>): Promise<UserView> {
    return this.users.create(body);
  }

  @MessagePattern('users.update')
  update(@Payload() { id, body, ifMatch }: WritePayload<UpdateUserRequest>): Promise<UserView> {
    return this.users.update(id, body, ifMatch);
  }

  @MessagePattern('users.remove')
  remove(@Payload() { id, ifMatch }: RecordPayload): Promise<void> {
    return this.users.remove(id, ifMatch);
  }

  @MessagePattern('users.restore')
  restore(@Payload() { id }: RecordPayload): Promise<UserView> {
    return this.users.restore(id);
  }
}
