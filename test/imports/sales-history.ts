import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { eventually, type WholeSystem } from '@relata/testing';

const IMPORT_MS = 240_000;

export const MAPPINGS = {
  users: { sales_agent: 'name', regional_office: 'team' },
  companies: {
    account: 'name',
    sector: 'industry',
    revenue: 'annualRevenue',
    employees: 'employeeCount',
    office_location: 'country',
  },
  deals: {
    opportunity_id: 'externalId',
    sales_agent: 'owner.name',
    account: 'company.name',
    product: 'customFields.product',
    deal_stage: {
      field: 'stage',
      values: {
        Prospecting: 'qualification',
        Engaging: 'needs_analysis',
        Won: 'closed_won',
        Lost: 'closed_lost',
      },
    },
    engage_date: 'createdAt',
    close_date: 'actualCloseDate',
    close_value: 'amount',
  },
} as const;

export const FILES = {
  users: 'sales_teams.csv',
  companies: 'accounts.csv',
  deals: 'sales_pipeline.csv',
} as const;
type Resource = keyof typeof FILES;

export interface ImportResult {
  id: string;
  status: string;
  total: number;
  created: number;
  updated: number;
  unchanged: number;
  failed: number;
  ignoredColumns: string[];
}

/** Sends a file with its mapping and waits until the job has ended. */
export async function importFile(
  system: WholeSystem,
  resource: Resource,
  folder: string,
): Promise<ImportResult> {
  const path = join(folder, FILES[resource]);
  const form = new FormData();
  form.set('options', JSON.stringify({ resource, externalSystem: 'maven', mapping: MAPPINGS[resource] }));
  form.set('file', new Blob([readFileSync(path)], { type: 'text/csv' }), basename(path));
  const headers = { authorization: `Bearer ${system.apiKey}` };
  const answer = await fetch(`${system.url}/v1/imports`, { method: 'POST', body: form, headers });
  const job = (await answer.json()) as ImportResult;
  if (answer.status !== 202) throw new Error(`The import was refused: ${JSON.stringify(job)}`);
  return eventually(
    async () => {
      const { body } = await system.api('GET', `/imports/${job.id}`);
      if (body.status === 'queued' || body.status === 'running')
        throw new Error(`Still ${body.processed} of ${body.total}.`);
      return body as ImportResult;
    },
    { withinMs: IMPORT_MS },
  );
}

export interface Row {
  opportunity_id: string;
  sales_agent: string;
  product: string;
  account: string;
  deal_stage: 'Won' | 'Lost' | 'Engaging' | 'Prospecting';
  engage_date: string;
  close_date: string;
  close_value: string;
}

export function readPipeline(folder: string): Row[] {
  return parse<Row>(readFileSync(join(folder, FILES.deals)), { columns: true });
}

export interface Outcome {
  won: number;
  lost: number;
  amount: number;
}

/** Won, lost and won amount by a key, by plain code over the file: what the reports must say. */
export function outcomesBy(rows: Row[], keyOf: (row: Row) => string): Map<string, Outcome> {
  const outcomes = new Map<string, Outcome>();
  for (const row of rows) {
    if (row.deal_stage !== 'Won' && row.deal_stage !== 'Lost') continue;
    const outcome = outcomes.get(keyOf(row)) ?? { won: 0, lost: 0, amount: 0 };
    if (row.deal_stage === 'Won') {
      outcome.won += 1;
      outcome.amount += Number(row.close_value);
    } else outcome.lost += 1;
    outcomes.set(keyOf(row), outcome);
  }
  return outcomes;
}

export function quarterOf(date: string): string {
  return `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;
}
