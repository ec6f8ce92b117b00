import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { MessagingModule } from '@relata/messaging';
import { GatewayConfig } from '@relata/platform';
import { AccessTokens } from './auth/access-tokens';
import { AuthenticationGuard } from './auth/authentication.guard';
import { RateLimits } from './limits/rate-limits';
import { Principals } from './auth/principals';
import { ActivitiesRoutes } from './activities/activities.routes';
import { ApiKeysRoutes } from './api-keys/api-keys.routes';
import { AsOf } from './as-of/as-of';
import { AuditRoutes } from './audit/audit.routes';
import { BatchesRoutes } from './batches/batches.routes';
import { BulkRoutes } from './batches/bulk.routes';
import { MixedBatchesRoutes } from './batches/mixed-batches.routes';
import { CompaniesRoutes } from './companies/companies.routes';
import { ContactsRoutes } from './contacts/contacts.routes';
import { CustomFieldsRoutes } from './custom-fields/custom-fields.routes';
import { DealsRoutes } from './deals/deals.routes';
import { EventLogReader } from './events/event-log-reader';
import { EventStreams } from './events/event-streams';
import { EventTail } from './events/event-tail';
import { EventsRoutes } from './events/events.routes';
import { ParkedRoutes } from './events/parked.routes';
import { ReplayRoutes } from './events/replay.routes';
import { ExportsRoutes } from './exports/exports.routes';
import { HealthRoutes } from './health/health.routes';
import { ProblemFilter } from './http/problem.filter';
import { RequestRulesGuard } from './http/request-rules.guard';
import { RouteKeys } from './http/route-keys';
import { bodyValidation } from './http/body-validation';
import { ImportUploads } from './imports/import-uploads';
import { ImportsRoutes } from './imports/imports.routes';
import { OpenApiRoutes } from './documents/openapi.routes';
import { PipelinesRoutes } from './pipelines/pipelines.routes';
import { ReportsRoutes } from './reports/reports.routes';
import { AccessRoutes } from './access/access.routes';
import { SharesRoutes } from './access/shares.routes';
import { RolesRoutes } from './roles/roles.routes';
import { FilteredListsRoutes } from './search/filtered-lists.routes';
import { SearchRoutes } from './search/search.routes';
import { SigningKeysRoutes } from './signing-keys/signing-keys.routes';
import { SessionsRoutes } from './sessions/sessions.routes';
import { TasksRoutes } from './tasks/tasks.routes';
import { TimelineRoutes } from './timeline/timeline.routes';
import { TeamsRoutes } from './teams/teams.routes';
import { UsersRoutes } from './users/users.routes';
import { Includes } from './includes/includes';
import { RecordLists } from './lists/record-lists';
import { Views } from './views/views';
import { ViewsRoutes } from './views/views.routes';

@Module({
  controllers: [
    HealthRoutes,
    OpenApiRoutes,
    ContactsRoutes,
    CompaniesRoutes,
    DealsRoutes,
    PipelinesRoutes,
    ActivitiesRoutes,
    TasksRoutes,
    TimelineRoutes,
    CustomFieldsRoutes,
    ImportsRoutes,
    ExportsRoutes,
    ViewsRoutes,
    ReportsRoutes,
    EventsRoutes,
    ParkedRoutes,
    ReplayRoutes,
    AuditRoutes,
    UsersRoutes,
    RolesRoutes,
    SharesRoutes,
    BatchesRoutes,
    BulkRoutes,
    MixedBatchesRoutes,
    FilteredListsRoutes,
    SearchRoutes,
    AccessRoutes,
    TeamsRoutes,
    ApiKeysRoutes,
    SessionsRoutes,
    SigningKeysRoutes,
  ],
  providers: [
    Includes,
    Views,
    RecordLists,
    AsOf,
    EventLogReader,
    EventTail,
    EventStreams,
    RouteKeys,
    ImportUploads,
    RateLimits,
    Principals,
    AccessTokens,
    AuthenticationGuard,
    { provide: APP_GUARD, useExisting: AuthenticationGuard },
    { provide: APP_GUARD, useClass: RequestRulesGuard },
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_PIPE, useFactory: bodyValidation },
  ],
})
export class GatewayModule {
  static with(config: Readonly<GatewayConfig>): DynamicModule {
    return {
      module: GatewayModule,
      imports: [MessagingModule.forClient('gateway', config.natsUrl)],
      providers: [{ provide: GatewayConfig, useValue: config }],
    };
  }
}
