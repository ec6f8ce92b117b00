import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { OutcomeView, OutcomesReportQuery, OutcomesReportView } from '@relata/contracts';
import { ServiceConfig } from '@relata/platform';
import { checkPeriod } from '../period';
import { groupingOf } from './grouping';

/** Deals won and lost by close date, in groups; from the projections alone. */
@Injectable()
export class OutcomesReport {
  constructor(
    private readonly dataSource: DataSource,
    private readonly config: ServiceConfig,
  ) {}

  /** Throws INVALID_QUERY naming the parameter. */
  async run(query: OutcomesReportQuery): Promise<OutcomesReportView> {
    checkPeriod(query);
    const grouping = groupingOf(query.groupBy);
    const data: OutcomeView[] = await this.dataSource.query(
      `WITH closed AS (
         SELECT ${grouping.key} AS key, ${grouping.label} AS label, deal.status, deal.amount, deal.currency,
                deal.actual_close_date - (deal.created_at AT TIME ZONE $3)::date AS days
         FROM deal_fact deal ${grouping.joins}
         WHERE deal.deleted_at IS NULL AND deal.status IN ('won', 'lost')
           AND ($1::date IS NULL OR deal.actual_close_date >= $1) AND ($2::date IS NULL OR deal.actual_close_date <= $2)
           AND ($4::text IS NULL OR true)
       ), money AS (
         SELECT key, jsonb_agg(jsonb_build_object('amount', amount, 'currency', currency) ORDER BY currency) AS amounts
         FROM (SELECT key, currency, trim_scale(sum(amount))::text AS amount FROM closed
               WHERE status = 'won' AND amount IS NOT NULL GROUP BY key, currency) AS sums
         GROUP BY key
       )
       SELECT closed.key, max(closed.label) AS label,
              count(*) FILTER (WHERE status = 'won')::int AS won, count(*) FILTER (WHERE status = 'lost')::int AS lost,
              round(count(*) FILTER (WHERE status = 'won')::numeric / count(*), 4)::text AS "winRate",
              coalesce(max(money.amounts::text)::jsonb, '[]') AS "wonAmount",
              round(avg(days) FILTER (WHERE status = 'won'), 2)::text AS "avgDaysToClose"
       FROM closed LEFT JOIN money ON money.key IS NOT DISTINCT FROM closed.key
       GROUP BY closed.key ORDER BY ${grouping.order}`,
      [query.from ?? null, query.to ?? null, this.config.timeZone, grouping.customField],
    );
    return { data };
  }
}
