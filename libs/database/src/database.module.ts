import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule, getDataSourceToken } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { AccessController } from './access/access.controller';
import { AccessExplainer } from './access/access-explainer';
import { VisibleEvents } from './access/event-visibility';
import { AsOfController } from './as-of/as-of.controller';
import { BatchParts } from './batches/batch-parts';
import { BatchRunner } from './batches/batch-runner';
import { BatchTargets } from './batches/batch-targets';
import { BatchesController } from './batches/batches.controller';
import { BulkController } from './batches/bulk.controller';
import { CustomFieldIndexes } from './custom-fields/custom-field-indexes';
import { CustomFieldDefinitions } from './custom-fields/custom-field-definitions';
import { CustomFieldsController } from './custom-fields/custom-fields.controller';
import { CustomFields } from './custom-fields/custom-fields';
import { ExportWorker } from './exports/export-worker';
import { ExportsController } from './exports/exports.controller';
import { ExportsService } from './exports/exports.service';
import { ImportBatch } from './imports/import-batch';
import { ImportReferences } from './imports/import-references';
import { ImportTargets } from './imports/import-target';
import { ImportUndo } from './imports/import-undo';
import { ImportWorker } from './imports/import-worker';
import { ImportsController } from './imports/imports.controller';
import { ImportsService } from './imports/imports.service';
import { LIMITED_CONNECTIONS, LimitedReads } from './lists/limited-reads';
import { LIMIT_MS } from './lists/statement-limit';
import { AuditController } from './records/audit.controller';
import { EventsController } from './records/events.controller';
import { HistoryController } from './records/history.controller';
import { RecordStores } from './records/record-stores';
import { ReferenceOwnerController } from './references/reference-owner.controller';
import { References } from './references/references';
import { SearchController } from './search/search.controller';
import { SavedViewsController } from './views/saved-views.controller';
import { SavedViewsService } from './views/saved-views.service';
import { dataSourceOptions, type SchemaDefinition } from './schema/schema';

const STATEMENT_MS = 60_000;
/** Until Postgres is there. */
const PATIENTLY = { retryAttempts: 20, retryDelay: 500 };

/** One service's schema, and the mechanisms that its records share. */
@Global()
@Module({})
export class DatabaseModule {
  static forService(definition: SchemaDefinition, url: string, poolSize: number): DynamicModule {
    const options = dataSourceOptions(definition, url, poolSize);
    const limited = `${definition.name}-limited`;
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRoot({
          ...options,
          // Several services may live in one process; each has its own.
          name: definition.name,
          // No request, event or job wants a statement that takes longer; migrations may.
          extra: { ...(options.extra as object), statement_timeout: STATEMENT_MS },
          ...PATIENTLY,
        }),
        TypeOrmModule.forRoot({
          ...dataSourceOptions(definition, url, Math.ceil(poolSize / 2)),
          name: limited,
          entities: [],
          migrations: [],
          extra: { ...(options.extra as object), statement_timeout: LIMIT_MS },
          ...PATIENTLY,
        }),
      ],
      controllers: [
        ReferenceOwnerController,
        CustomFieldsController,
        ImportsController,
        BatchesController,
        BulkController,
        ExportsController,
        SavedViewsController,
        HistoryController,
        AuditController,
        AsOfController,
        SearchController,
        AccessController,
        EventsController,
      ],
      providers: [
        { provide: DataSource, useExisting: getDataSourceToken(definition.name) },
        { provide: LIMITED_CONNECTIONS, useExisting: getDataSourceToken(limited) },
        LimitedReads,
        CustomFields,
        CustomFieldDefinitions,
        CustomFieldIndexes,
        RecordStores,
        VisibleEvents,
        AccessExplainer,
        References,
        BatchTargets,
        BatchRunner,
        BatchParts,
        ImportTargets,
        ImportReferences,
        ImportBatch,
        ImportUndo,
        ImportWorker,
        ImportsService,
        ExportsService,
        ExportWorker,
        SavedViewsService,
      ],
      exports: [DataSource, CustomFields, RecordStores, References, BatchTargets, BatchParts, ImportTargets],
    };
  }
}
