import { Module } from '@nestjs/common';
import { ApiKeyUses } from './api-keys/api-key-uses';
import { ApiKeysController } from './api-keys/api-keys.controller';
import { ApiKeysService } from './api-keys/api-keys.service';
import { AdminBootstrap } from './bootstrap/admin-bootstrap';
import { CredentialsController } from './credentials/credentials.controller';
import { CredentialsService } from './credentials/credentials.service';
import { ReferencesController } from './references/references.controller';
import { DefaultRoles } from './roles/default-roles';
import { RolesController } from './roles/roles.controller';
import { RolesService } from './roles/roles.service';
import { RouteKeysController } from './route-keys/route-keys.controller';
import { SigningKeysController } from './signing-keys/signing-keys.controller';
import { SigningKeysService } from './signing-keys/signing-keys.service';
import { SessionRecords } from './sessions/session-records';
import { SessionsController } from './sessions/sessions.controller';
import { SignInFailures } from './sessions/sign-in-failures';
import { SignInGuesses } from './sessions/sign-in-guesses';
import { SessionsService } from './sessions/sessions.service';
import { TeamsController } from './teams/teams.controller';
import { TeamsService } from './teams/teams.service';
import { UserImport } from './users/user-import';
import { UsersController } from './users/users.controller';
import { UsersService } from './users/users.service';

@Module({
  controllers: [
    UsersController,
    TeamsController,
    RolesController,
    ApiKeysController,
    SessionsController,
    SigningKeysController,
    CredentialsController,
    ReferencesController,
    RouteKeysController,
  ],
  providers: [
    UsersService,
    UserImport,
    TeamsService,
    RolesService,
    DefaultRoles,
    ApiKeysService,
    ApiKeyUses,
    SessionRecords,
    SignInGuesses,
    SignInFailures,
    SessionsService,
    SigningKeysService,
    CredentialsService,
    AdminBootstrap,
  ],
})
export class IdentityModule {}
