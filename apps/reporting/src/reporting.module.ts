import { Module } from '@nestjs/common';
import { ConversionReport } from './conversion-report/conversion-report';
import { DealFactsController } from './deal-facts/deal-facts.controller';
import { OutcomesReport } from './outcomes-report/outcomes-report';
import { PipelineReport } from './pipeline-report/pipeline-report';
import { ReferencesController } from './references/references.controller';
import { ReportsController } from './reports.controller';

@Module({
  controllers: [DealFactsController, ReferencesController, ReportsController],
  providers: [PipelineReport, OutcomesReport, ConversionReport],
})
export class ReportingModule {}
