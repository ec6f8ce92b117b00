import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type {
  TeamView,
  CreateTeamRequest,
  CreatePayload,
  IdsPayload,
  ListQuery,
  Page,
  RecordPayload,
  UpdateTeamRequest,
  WritePayload,
} from '@relata/contracts';
import { TeamsService } from './teams.service';

@Controller()
export class TeamsController {
  constructor(private readonly teams: TeamsService) {}

  @MessagePattern('teams.list')
  list(@Payload() query: ListQuery): Promise<Page<TeamView>> {
    return this.teams.store.list(query);
  }

  @MessagePattern('teams.get')
  get(@Payload() { id }: RecordPayload): Promise<TeamView> {
    return this.teams.get(id);
  }

  @MessagePattern('teams.getMany')
  getMany(@Payload() { ids }: IdsPayload): Promise<TeamView[]> {
    return this.teams.store.views(ids);
  }

  @MessagePattern('teams.create')
  create(@Payload() { body }: CreatePayload<CreateTeamRequest>): Promise<TeamView> {
    return this.teams.create(body);
  }

  @MessagePattern('teams.update')
  update(@Payload() { id, body, ifMatch }: WritePayload<UpdateTeamRequest>): Promise<TeamView> {
    return this.teams.update(id, body, ifMatch);
  }

  @MessagePattern('teams.remove')
  remove(@Payload() { id, ifMatch }: RecordPayload): Promise<void> {
    return this.teams.remove(id, ifMatch);
  }

  @MessagePattern('teams.restore')
  restore(@Payload() { id }: RecordPayload): Promise<TeamView> {
    return this.teams.restore(id);
  }
}
