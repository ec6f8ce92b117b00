import { Injectable } from '@nestjs/common';
import { Parameters } from '@relata/database';
import { DataSource } from 'typeorm';
import type { PipelineReportQuery, PipelineReportView, PipelineStageView } from '@relata/contracts';
import { visibleDeals } from '../visible-deals';

/** Deals by stage as they stand: count, amount and weighted amount, one sum a currency. */
@Injectable()
export class PipelineReport {
  constructor(private readonly dataSource: DataSource) {}

  /** Throws FORBIDDEN. */
  async run({ pipelineId }: PipelineReportQuery): Promise<PipelineReportView> {
    const parameters = new Parameters(pipelineId ?? null);
    const visible = visibleDeals(parameters, ['amount', 'currency', 'probability', 'stageId', 'pipelineId']);
    const data: PipelineStageView[] = await this.dataSource.query(
      `WITH sums AS (
         SELECT stage_id, currency, count(*) AS count, count(amount) AS priced, trim_scale(sum(amount))::text AS amount,
                trim_scale(sum(amount * probability / 100))::text AS weighted
         FROM deal_fact deal WHERE deleted_at IS NULL AND ${visible} AND ($1::uuid IS NULL OR pipeline_id = $1) GROUP BY stage_id, currency
       )
       SELECT stage.pipeline_id AS "pipelineId", stage.id AS "stageId", stage.key AS stage, stage.label, stage.kind,
              coalesce(sum(sums.count), 0)::int AS count,
              coalesce(jsonb_agg(jsonb_build_object('currency', currency, 'amount', amount, 'weightedAmount', weighted) ORDER BY currency)
                       FILTER (WHERE priced > 0), '[]') AS amounts
       FROM stage_fact stage LEFT JOIN sums ON sums.stage_id = stage.id
       WHERE stage.deleted_at IS NULL AND ($1::uuid IS NULL OR stage.pipeline_id = $1)
       GROUP BY stage.id ORDER BY stage.pipeline_id, stage.position`,
      parameters.values,
    );
    return { data };
  }
}
