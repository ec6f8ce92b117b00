import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { CreatePayload, CreateSessionRequest, SessionView } from '@relata/contracts';
import { SessionsService } from './sessions.service';

@Controller()
export class SessionsController {
  constructor(private readonly sessions: SessionsService) {}

  @MessagePattern('sessions.create')
  create(@Payload() { body }: CreatePayload<CreateSessionRequest>): Promise<SessionView> {
    return this.sessions.create(body);
  }
}
