import { Client, escapeLiteral, type QueryConfig } from 'pg';
import type { DataSource } from 'typeorm';

export interface Statement {
  text: string;
  values: unknown[];
}

/** A node of a plan that was run, as `EXPLAIN (ANALYZE, FORMAT JSON)` tells of it. */
export interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  Plans?: PlanNode[];
}

/** What the work of a service itself asks for, now and then. */
const BACKGROUND = /\b(lease|outbox|published_run|inbox|idempotency_key|event_seal|export|import|pg_index)\b/;

/** Takes down the statements that services send while they answer; before they connect. */
export class Statements {
  private seen: Statement[] = [];

  private constructor() {
    const take = (statement: Statement) => void this.seen.push(statement);
    // eslint-disable-next-line @typescript-eslint/unbound-method -- called on the client that it is called on
    const original = Client.prototype.query as (...given: unknown[]) => unknown;
    jest.spyOn(Client.prototype, 'query').mockImplementation(function (this: Client, ...given: unknown[]) {
      const [first, values] = given as [string | QueryConfig, unknown];
      const text = typeof first === 'string' ? first : first.text;
      const parameters = typeof first === 'string' ? values : first.values;
      if (typeof text === 'string') take({ text, values: Array.isArray(parameters) ? parameters : [] });
      return original.apply(this, given) as undefined;
    });
  }

  static watch(): Statements {
    return new Statements();
  }

  /** The reads that `work` led to. */
  async of(work: () => Promise<unknown>): Promise<Statement[]> {
    this.seen = [];
    await work();
    return this.seen.filter(
      ({ text }) => /^\s*(\/\*.*?\*\/\s*)?(SELECT|WITH|\()/.test(text) && !BACKGROUND.test(text),
    );
  }
}

export interface ExplainOptions {
  /** Set for the statement. */
  settings?: Readonly<Record<string, string>>;
  /** What is not there. */
  without?: string;
}

/**
 * How a statement is run as Postgres runs it again and again: by one plan for all values when it is a prepared one, and by
 * one for these values.
 */
export async function plansOf(
  source: DataSource,
  { text, values }: Statement,
  { settings = {}, without }: ExplainOptions = {},
): Promise<PlanNode[]> {
  const modes = text.startsWith('/* planned anew */')
    ? ['force_custom_plan']
    : ['force_custom_plan', 'force_generic_plan'];
  const runner = source.createQueryRunner();
  const plans: PlanNode[] = [];
  for (const mode of modes) {
    await runner.startTransaction();
    try {
      for (const [name, value] of Object.entries({ ...settings, plan_cache_mode: mode }))
        await runner.query(`SET LOCAL ${name} = '${value}'`);
      if (without) await runner.query(`DROP INDEX ${without}`);
      await runner.query(`PREPARE explained AS ${text}`);
      const list = values.length > 0 ? `(${values.map(literal).join(', ')})` : '';
      const [row] = (await runner.query(`EXPLAIN (ANALYZE, FORMAT JSON) EXECUTE explained${list}`)) as {
        'QUERY PLAN': { Plan: PlanNode }[];
      }[];
      const [plan] = row?.['QUERY PLAN'] ?? [];
      if (plan) plans.push(plan.Plan);
    } finally {
      await runner.query('ROLLBACK');
      await runner.query('DEALLOCATE explained');
      await runner.rollbackTransaction().catch(() => undefined);
    }
  }
  await runner.release();
  return plans;
}

export function nodesOf(plan: PlanNode): PlanNode[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
}

/** How many rows were looked at, those included that a condition then ruled out. */
export function rowsRead(plan: PlanNode): number {
  return nodesOf(plan)
    .filter((node) => node['Relation Name'] !== undefined)
    .reduce(
      (sum, node) =>
        sum +
        node['Actual Loops'] *
          (node['Actual Rows'] +
            (node['Rows Removed by Filter'] ?? 0) +
            (node['Rows Removed by Index Recheck'] ?? 0)),
      0,
    );
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Date) return escapeLiteral(value.toISOString());
  if (Array.isArray(value)) return escapeLiteral(`{${value.map((one) => JSON.stringify(one)).join(',')}}`);
  return escapeLiteral(value as string);
}
