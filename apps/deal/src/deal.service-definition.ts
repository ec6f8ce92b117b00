import type { ServiceDefinition } from '@relata/service';
import { DealModule } from './deal.module';
import { DealEntity } from './deals/deal.entity';
import { ListIndexes1764000000110 } from './migrations/1764000000110-list-indexes';
import { PendingLists1764000000113 } from './migrations/1764000000113-pending-lists';
import { TrashIndexes1764000000111 } from './migrations/1764000000111-trash-indexes';
import { DealTables1764000000100 } from './migrations/1764000000100-deal-tables';
import { Tags1764000000101 } from './migrations/1764000000101-tags';
import { PipelineEntity } from './pipelines/pipeline.entity';
import { StageEntity } from './pipelines/stage.entity';

export const dealService: ServiceDefinition = {
  schema: {
    name: 'deal',
    entities: [DealEntity, PipelineEntity, StageEntity],
    migrations: [
      DealTables1764000000100,
      Tags1764000000101,
      ListIndexes1764000000110,
      TrashIndexes1764000000111,
      PendingLists1764000000113,
    ],
  },
  module: DealModule,
};
