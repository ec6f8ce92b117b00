import type { ServiceDefinition } from '@relata/service';
import { DealFactEntity, StageEntryEntity } from './deal-facts/deal-fact.entity';
import { StageFactEntity } from './deal-facts/stage-fact.entity';
import { ReportingTables1764000000100 } from './migrations/1764000000100-reporting-tables';
import { ReportingModule } from './reporting.module';

export const reportingService: ServiceDefinition = {
  schema: {
    name: 'reporting',
    entities: [DealFactEntity, StageEntryEntity, StageFactEntity],
    migrations: [ReportingTables1764000000100],
  },
  module: ReportingModule,
};
