import { Module } from '@nestjs/common';
import { BatchPartsController } from './batches/batch-parts.controller';
import { DealImport } from './deals/deal-import';
import { DealsController } from './deals/deals.controller';
import { DealsFollowContacts } from './deals/deals-follow-contacts.controller';
import { DealsService } from './deals/deals.service';
import { DefaultPipeline } from './pipelines/default-pipeline';
import { PipelinesController } from './pipelines/pipelines.controller';
import { PipelinesService } from './pipelines/pipelines.service';
import { ReferencesController } from './references/references.controller';

@Module({
  controllers: [
    BatchPartsController,
    DealsController,
    DealsFollowContacts,
    PipelinesController,
    ReferencesController,
  ],
  providers: [DealsService, DealImport, PipelinesService, DefaultPipeline],
})
export class DealModule {}
