import { Injectable } from '@nestjs/common';
import { Parameters } from '@relata/database';
import { DataSource } from 'typeorm';
import type { ConversionReportQuery, ConversionReportView, ConversionView } from '@relata/contracts';
import { ServiceConfig } from '@relata/platform';
import { checkPeriod } from '../period';
import { visibleDeals } from '../visible-deals';

/**
 * Of the deals that ever entered a stage, how many are won: a cohort, so never above 100 %, however often deals
 * moved to and fro. The period is that of the entry.
 */
@Injectable()
export class ConversionReport {
  constructor(
    private readonly dataSource: DataSource,
    private readonly config: ServiceConfig,
  ) {}

  /** Throws INVALID_QUERY naming the parameter, FORBIDDEN. */
  async run(query: ConversionReportQuery): Promise<ConversionReportView> {
    checkPeriod(query);
    const parameters = new Parameters(
      query.from ?? null,
      query.to ?? null,
      this.config.timeZone,
      query.pipelineId ?? null,
    );
    const visible = visibleDeals(parameters, ['status', 'stageId', 'pipelineId']);
    const data: ConversionView[] = await this.dataSource.query(
      `WITH cohort AS (
         SELECT entry.stage_id, count(*) AS entered, count(*) FILTER (WHERE deal.status = 'won') AS won
         FROM stage_entry entry JOIN deal_fact deal ON deal.id = entry.deal_id AND deal.deleted_at IS NULL AND ${visible}
         WHERE ($1::date IS NULL OR (entry.entered_at AT TIME ZONE $3)::date >= $1)
           AND ($2::date IS NULL OR (entry.entered_at AT TIME ZONE $3)::date <= $2)
         GROUP BY entry.stage_id
       )
       SELECT stage.pipeline_id AS "pipelineId", stage.id AS "stageId", stage.key AS stage, stage.label,
              coalesce(entered, 0)::int AS entered, coalesce(won, 0)::int AS won,
              round(won::numeric / nullif(entered, 0), 4)::text AS "conversionRate"
       FROM stage_fact stage LEFT JOIN cohort ON cohort.stage_id = stage.id
       WHERE stage.deleted_at IS NULL AND ($4::uuid IS NULL OR stage.pipeline_id = $4)
       ORDER BY stage.pipeline_id, stage.position`,
      parameters.values,
    );
    return { data };
  }
}
