import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiQuery, ApiTags } from '@nestjs/swagger';
import { ConversionReportView, OutcomesReportView, PipelineReportView } from '@relata/contracts';
import { RpcClient } from '@relata/messaging';
import { textParameters } from '../http/text-parameters';

const DATE = { type: 'string', format: 'date' } as const;
const FROM = { name: 'from', required: false, schema: DATE, description: 'First calendar date, inclusive.' };
const TO = { name: 'to', required: false, schema: DATE, description: 'Last calendar date, inclusive.' };
const PIPELINE = {
  name: 'pipelineId',
  required: false,
  schema: { type: 'string', format: 'uuid' },
  description: 'All pipelines when absent.',
} as const;

@ApiTags('Reports')
@ApiBearerAuth()
@Controller('v1/reports')
export class ReportsRoutes {
  constructor(private readonly rpc: RpcClient) {}

  /** Deals by stage: count, amount and weighted amount, one sum a currency */
  @Get('pipeline')
  @ApiQuery(PIPELINE)
  pipeline(@Query() query: Record<string, unknown>): Promise<PipelineReportView> {
    return this.rpc.forward(
      'reporting',
      'reports.pipeline',
      textParameters(query, ['pipelineId'], ['pipelineId']),
    );
  }

  /** Deals won and lost by close date, in groups */
  @Get('outcomes')
  @ApiQuery({
    name: 'groupBy',
    required: false,
    schema: { type: 'string' },
    description:
      '`owner`, `team`, `company`, `month`, `quarter` or `customFields.<name>`; all in one group when absent.',
  })
  @ApiQuery(FROM)
  @ApiQuery(TO)
  outcomes(@Query() query: Record<string, unknown>): Promise<OutcomesReportView> {
    return this.rpc.forward(
      'reporting',
      'reports.outcomes',
      textParameters(query, ['groupBy', 'from', 'to']),
    );
  }

  /** Of the deals that entered each stage in the period, how many are won */
  @Get('conversion')
  @ApiQuery(PIPELINE)
  @ApiQuery(FROM)
  @ApiQuery(TO)
  conversion(@Query() query: Record<string, unknown>): Promise<ConversionReportView> {
    return this.rpc.forward(
      'reporting',
      'reports.conversion',
      textParameters(query, ['pipelineId', 'from', 'to'], ['pipelineId']),
    );
  }
}
