import { Module } from '@nestjs/common';
import { ApiKeysController } from './api-keys/api-keys.controller';
import { ApiKeysService } from './api-keys/api-keys.service';
import { AdminBootstrap } from './bootstrap/admin-bootstrap';
import { SessionsController } from './sessions/sessions.controller';
import { SessionsService } from './sessions/sessions.service';
import { TeamsController } from './teams/teams.controller';
import { TeamsService } from './teams/teams.service';
import { UserImport } from './users/user-import';
import { UsersController } from './users/users.controller';
import { UsersService } from './users/users.service';

@Module({
  controllers: [UsersController, TeamsController, ApiKeysController, SessionsController],
  providers: [UsersService, UserImport, TeamsService, ApiKeysService, SessionsService, AdminBootstrap],
})
export class IdentityModule {}
