import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type {
  ConversionReportQuery,
  ConversionReportView,
  OutcomesReportQuery,
  OutcomesReportView,
  PipelineReportQuery,
  PipelineReportView,
} from '@relata/contracts';
import { ConversionReport } from './conversion-report/conversion-report';
import { OutcomesReport } from './outcomes-report/outcomes-report';
import { PipelineReport } from './pipeline-report/pipeline-report';

@Controller()
export class ReportsController {
  constructor(
    private readonly pipelineReport: PipelineReport,
    private readonly outcomesReport: OutcomesReport,
    private readonly conversionReport: ConversionReport,
  ) {}

  @MessagePattern('reports.pipeline')
  pipeline(@Payload() query: PipelineReportQuery): Promise<PipelineReportView> {
    return this.pipelineReport.run(query);
  }

  @MessagePattern('reports.outcomes')
  outcomes(@Payload() query: OutcomesReportQuery): Promise<OutcomesReportView> {
    return this.outcomesReport.run(query);
  }

  @MessagePattern('reports.conversion')
  conversion(@Payload() query: ConversionReportQuery): Promise<ConversionReportView> {
    return this.conversionReport.run(query);
  }
}
