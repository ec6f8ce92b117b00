import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../auth/public';

@ApiExcludeController()
@Public()
@Controller()
export class HealthRoutes {
  /** The process runs. */
  @Get('livez')
  live(): { status: string } {
    return { status: 'ok' };
  }

  /** The gateway takes requests: it listens only once NATS is connected, and NATS reconnects by itself. */
  @Get('readyz')
  ready(): { status: string } {
    return { status: 'ok' };
  }
}
