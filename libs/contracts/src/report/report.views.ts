/** A sum in one currency. */
export class MoneyView {
  /** Decimal string. */
  amount: string;
  /** ISO 4217. */
  currency: string;
}

export class StageSumView {
  /** ISO 4217. */
  currency: string;
  /** Decimal string. */
  amount: string;
  /** Sum of amount × probability, decimal string. */
  weightedAmount: string;
}

/** One stage of a pipeline with the deals in it now. */
export class PipelineStageView {
  pipelineId: string;
  stageId: string;
  /** Key of the stage. */
  stage: string;
  label: string;
  kind: 'open' | 'won' | 'lost';
  /** Deals in the stage, those without an amount included. */
  count: number;
  /** Never mixed: one sum a currency. */
  amounts: StageSumView[];
}

export class PipelineReportView {
  data: PipelineStageView[];
}

/** What was won and lost in one group, by close date. */
export class OutcomeView {
  /** Id of the owner, team or company; `2017-03`; `2017-Q1`; the custom field's value; null for deals that have none. */
  key: string | null;
  /** For people; null for deals that have none. */
  label: string | null;
  won: number;
  lost: number;
  /** won / (won + lost), four decimals. */
  winRate: string;
  wonAmount: MoneyView[];
  /** Days from creation to close of the won deals, two decimals; null when none was won. */
  avgDaysToClose: string | null;
}

export class OutcomesReportView {
  data: OutcomeView[];
}

/** How many of the deals that ever entered a stage were won in the end. */
export class ConversionView {
  pipelineId: string;
  stageId: string;
  /** Key of the stage. */
  stage: string;
  label: string;
  /** Deals that entered the stage in the period, each once. */
  entered: number;
  /** Those of them that are won now. */
  won: number;
  /** won / entered, four decimals; null when none entered. */
  conversionRate: string | null;
}

export class ConversionReportView {
  data: ConversionView[];
}

export interface PipelineReportQuery {
  pipelineId?: string;
}

/** Calendar dates in the installation's time zone, both inclusive. */
export interface PeriodQuery {
  from?: string;
  to?: string;
}

export interface OutcomesReportQuery extends PeriodQuery {
  /** `owner`, `team`, `company`, `month`, `quarter`, `customFields.<name>`; all in one group when absent. */
  groupBy?: string;
}

export interface ConversionReportQuery extends PeriodQuery {
  pipelineId?: string;
}
