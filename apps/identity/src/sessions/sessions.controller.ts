import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type {
  CreatePayload,
  ListQuery,
  Page,
  RecordPayload,
  RefreshSessionRequest,
  SessionRecordView,
  SessionView,
  SignInPayload,
} from '@relata/contracts';
import { SessionsService } from './sessions.service';

@Controller()
export class SessionsController {
  constructor(private readonly sessions: SessionsService) {}

  @MessagePattern('sessions.list')
  list(@Payload() query: ListQuery): Promise<Page<SessionRecordView>> {
    return this.sessions.list(query);
  }

  @MessagePattern('sessions.get')
  get(@Payload() { id }: RecordPayload): Promise<SessionRecordView> {
    return this.sessions.get(id);
  }

  @MessagePattern('sessions.create')
  create(@Payload() { body, ...origin }: SignInPayload): Promise<SessionView> {
    return this.sessions.create(body, origin);
  }

  @MessagePattern('sessions.refresh')
  refresh(@Payload() { body }: CreatePayload<RefreshSessionRequest>): Promise<SessionView> {
    return this.sessions.refresh(body.refreshToken);
  }

  @MessagePattern('sessions.end')
  end(@Payload() { id }: RecordPayload): Promise<void> {
    return this.sessions.end(id);
  }
}
