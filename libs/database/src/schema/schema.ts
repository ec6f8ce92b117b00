import { types, type Client } from 'pg';
import { DataSource, type DataSourceOptions, type MigrationInterface } from 'typeorm';
import type { ServiceName } from '@relata/contracts';
import {
  DeadLetterRow,
  EventPositionRow,
  EventRow,
  EventSealRow,
  EventTables1764000000000,
  IdempotencyKeyRow,
  IdempotencyTable1764000000004,
  InboxRow,
  LeaseRow,
  OutboxRow,
  PublishedRunRow,
  SealTables1764000000003,
} from '@relata/messaging';
import { AsOfIndexes1764000000007 } from '../as-of/as-of-indexes.migration';
import { LeanEvents1764000000014 } from '../as-of/lean-events.migration';
import { BatchPartRow } from '../batches/batch-part.entity';
import { BatchPartTable1764000000011 } from '../batches/batch-part-table.migration';
import { CustomFieldIndexes1764000000012 } from '../custom-fields/custom-field-indexes.migration';
import { CustomReferences1764000000013 } from '../custom-fields/custom-references.migration';
import { CustomFieldEntity } from '../custom-fields/custom-field.entity';
import { ExportChunkEntity, ExportEntity } from '../exports/export.entity';
import { ExportTables1764000000006 } from '../exports/export-tables.migration';
import { ImportChunkEntity, ImportEntity, ImportErrorEntity } from '../imports/import.entity';
import { ImportFileHash1764000000015 } from '../imports/import-file-hash.migration';
import { ImportTables1764000000002 } from '../imports/import-tables.migration';
import { RecordKeyRow } from '../records/record-key.entity';
import { RecordTables1764000000001 } from '../records/record-tables.migration';
import { ReferenceFields1764000000005 } from '../references/reference-fields.migration';
import { ReferenceRow } from '../references/reference.entity';
import { SavedViewEntity } from '../views/saved-view.entity';
import { SavedViewTables1764000000010 } from '../views/saved-view-tables.migration';
import { prepareStatements } from './prepared-statements';

/** What one service keeps in Postgres: a schema of the service's name, owned by a role of its own. */
export interface SchemaDefinition {
  name: ServiceName;
  entities: (new () => object)[];
  /** In the order in which they run; listed by hand. */
  migrations: (new () => MigrationInterface)[];
}

/** Tables that come with every schema: the event log and what every record has. */
const COMMON_ENTITIES = [
  EventRow,
  OutboxRow,
  PublishedRunRow,
  EventPositionRow,
  EventSealRow,
  IdempotencyKeyRow,
  LeaseRow,
  InboxRow,
  DeadLetterRow,
  RecordKeyRow,
  ReferenceRow,
  CustomFieldEntity,
  ImportEntity,
  ImportChunkEntity,
  ImportErrorEntity,
  ExportEntity,
  ExportChunkEntity,
  SavedViewEntity,
  BatchPartRow,
];
const COMMON_MIGRATIONS = [
  EventTables1764000000000,
  RecordTables1764000000001,
  ImportTables1764000000002,
  SealTables1764000000003,
  IdempotencyTable1764000000004,
  ReferenceFields1764000000005,
  ExportTables1764000000006,
  AsOfIndexes1764000000007,
  SavedViewTables1764000000010,
  BatchPartTable1764000000011,
  CustomFieldIndexes1764000000012,
  CustomReferences1764000000013,
  LeanEvents1764000000014,
  ImportFileHash1764000000015,
];

const PG_DATE = 1082;
// A calendar date has no zone: as text it cannot shift by a day.
types.setTypeParser(PG_DATE, (value) => value);

const KEPT_IDLE_MS = 600_000;

/** TypeORM options for one service's schema. Nothing is synchronised: migrations are the only way. */
export function dataSourceOptions(
  definition: SchemaDefinition,
  url: string,
  poolSize = 4,
): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    schema: definition.name,
    applicationName: `relata-${definition.name}`,
    entities: [...COMMON_ENTITIES, ...definition.entities],
    migrations: [...COMMON_MIGRATIONS, ...definition.migrations],
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    synchronize: false,
    installExtensions: false,
    poolSize,
    extra: {
      options: `-c search_path=${definition.name},extensions -c timezone=UTC`,
      // To open a connection and prepare its statements takes 25 to 100 ms, for which whoever comes after a rest would wait.
      idleTimeoutMillis: KEPT_IDLE_MS,
      // A router between us and Postgres may forget those that are silent.
      keepAlive: true,
      keepAliveInitialDelayMillis: 60_000,
      // A process that was stopped within a transaction holds its locks no longer than this.
      idle_in_transaction_session_timeout: 10_000,
      onConnect: (client: Client) => {
        // Nobody listens for a moment after the pool has handed out a connection, and an error would end the process.
        client.on('error', () => undefined);
        prepareStatements(client);
      },
    },
  };
}

/** A DataSource that is not yet initialised. */
export function createDataSource(definition: SchemaDefinition, url: string, poolSize?: number): DataSource {
  return new DataSource(dataSourceOptions(definition, url, poolSize));
}
