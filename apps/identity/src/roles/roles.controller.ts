import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type {
  CreatePayload,
  CreateRoleRequest,
  ListQuery,
  Page,
  RecordPayload,
  RoleView,
  UpdateRoleRequest,
  WritePayload,
} from '@relata/contracts';
import type { RoleVersion } from '@relata/messaging';
import { RolesService } from './roles.service';

@Controller()
export class RolesController {
  constructor(private readonly roles: RolesService) {}

  @MessagePattern('roles.list')
  list(@Payload() query: ListQuery): Promise<Page<RoleView>> {
    return this.roles.store.list(query);
  }

  @MessagePattern('roles.get')
  get(@Payload() { id }: RecordPayload): Promise<RoleView> {
    return this.roles.get(id);
  }

  @MessagePattern('roles.create')
  create(@Payload() { body }: CreatePayload<CreateRoleRequest>): Promise<RoleView> {
    return this.roles.create(body);
  }

  @MessagePattern('roles.update')
  update(@Payload() { id, body, ifMatch }: WritePayload<UpdateRoleRequest>): Promise<RoleView> {
    return this.roles.update(id, body, ifMatch);
  }

  @MessagePattern('roles.remove')
  remove(@Payload() { id, ifMatch }: RecordPayload): Promise<void> {
    return this.roles.remove(id, ifMatch);
  }

  @MessagePattern('roles.restore')
  restore(@Payload() { id }: RecordPayload): Promise<RoleView> {
    return this.roles.restore(id);
  }

  @MessagePattern('internal.roles.rules')
  rules(@Payload() { id }: RecordPayload): Promise<RoleVersion | null> {
    return this.roles.rules(id);
  }
}
