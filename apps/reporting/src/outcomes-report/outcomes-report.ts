import { Injectable } from '@nestjs/common';
import { Parameters } from '@relata/database';
import { DataSource } from 'typeorm';
import type { OutcomeView, OutcomesReportQuery, OutcomesReportView } from '@relata/contracts';
import { ServiceConfig } from '@relata/platform';
import { checkPeriod } from '../period';
import { visibleDeals } from '../visible-deals';
import { groupingOf } from './grouping';

const FIELDS = ['status', 'amount', 'currency', 'actualCloseDate'];

/** Deals won and lost by close date, in groups; from the projections alone. */
@Injectable()
export class OutcomesReport {
  constructor(
    private readonly dataSource: DataSource,
    private readonly config: ServiceConfig,
  ) {}

  /** Throws INVALID_QUERY naming the parameter, FORBIDDEN. */
  async run(query: OutcomesReportQuery): Promise<OutcomesReportView> {
    checkPeriod(query);
    const parameters = new Parameters(query.from ?? null, query.to ?? null, this.config.timeZone);
    const grouping = groupingOf(query.groupBy, parameters);
    const visible = visibleDeals(parameters, [...FIELDS, ...grouping.fields]);
    const data: OutcomeView[] = await this.dataSource.query(
      `WITH closed AS (
         SELECT ${grouping.key} AS key, ${grouping.label} AS label, deal.status, deal.amount, deal.currency,
                deal.actual_close_date - (deal.created_at AT TIME ZONE $3)::date AS days
         FROM deal_fact deal ${grouping.joins}
         WHERE deal.deleted_at IS NULL AND deal.status IN ('won', 'lost') AND ${visible}
           AND ($1::date IS NULL OR deal.actual_close_date >= $1) AND ($2::date IS NULL OR deal.actual_close_date <= $2)
       ), sums AS (
         SELECT key, max(label) AS label, currency, count(*) FILTER (WHERE status = 'won') AS won,
                count(*) FILTER (WHERE status = 'lost') AS lost, sum(amount) FILTER (WHERE status = 'won') AS amount,
                sum(days) FILTER (WHERE status = 'won') AS days
         FROM closed GROUP BY key, currency
       )
       SELECT key, max(label) AS label, sum(won)::int AS won, sum(lost)::int AS lost,
              round(sum(won) / (sum(won) + sum(lost)), 4)::text AS "winRate",
              coalesce(jsonb_agg(jsonb_build_object('amount', trim_scale(amount)::text, 'currency', currency) ORDER BY currency)
                       FILTER (WHERE amount IS NOT NULL), '[]') AS "wonAmount",
              round(sum(days) / nullif(sum(won), 0), 2)::text AS "avgDaysToClose"
       FROM sums
       GROUP BY key ORDER BY ${grouping.order}`,
      parameters.values,
    );
    return { data };
  }
}
