import { Client } from 'pg';
import { median, type Target } from '../side-by-side/load';
import { ask } from './ask';
import type { Figure } from './figure';

const REPORTS = {
  pipeline: '/v1/reports/pipeline',
  outcomes: '/v1/reports/outcomes?groupBy=owner',
  conversion: '/v1/reports/conversion',
};
const REQUESTS = 5;
const MANY = 1_000_000;

/** Milliseconds of each report, over the deals that there are, and over a million; over fewer in a run too short to say anything of speed. */
export async function measureReports(
  relata: Target,
  databaseUrl: string,
  seconds: number,
): Promise<Figure[]> {
  const many = seconds > 1 ? MANY : MANY / 10;
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const deals = await countDeals(client);
    const now = await times(relata, deals);
    if (deals >= many) return now;
    await multiply(client, Math.ceil(many / deals));
    return [...now, ...(await times(relata, await countDeals(client)))];
  } finally {
    await client.end();
  }
}

async function times(relata: Target, deals: number): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [name, path] of Object.entries(REPORTS)) {
    const taken: number[] = [];
    for (let request = 0; request < REQUESTS; request++) {
      const began = performance.now();
      await ask(relata, 'GET', path);
      taken.push(performance.now() - began);
    }
    figures.push({
      name: `report ${name}, ${deals} deals`,
      aim: '',
      measured: `${median(taken).toFixed(0)} ms`,
    });
  }
  return figures;
}

async function countDeals(client: Client): Promise<number> {
  const { rows } = await client.query<{ count: string }>('SELECT count(*) FROM reporting.deal_fact');
  return Number(rows[0]?.count);
}

/** So many times as many deals, as reports know them; each a copy under another id. */
async function multiply(client: Client, times: number): Promise<void> {
  const columns = await client.query<{ name: string }>(
    `SELECT quote_ident(column_name) AS name FROM information_schema.columns
     WHERE table_schema = 'reporting' AND table_name = 'deal_fact' AND column_name <> 'id' ORDER BY ordinal_position`,
  );
  const names = columns.rows.map(({ name }) => name).join(', ');
  await client.query(`
    CREATE TEMP TABLE copy AS
      SELECT id AS was, gen_random_uuid() AS id FROM reporting.deal_fact, generate_series(2, ${times});
    INSERT INTO reporting.deal_fact (id, ${names})
      SELECT copy.id, ${names} FROM copy JOIN reporting.deal_fact AS fact ON fact.id = was;
    INSERT INTO reporting.stage_entry (deal_id, stage_id, entered_at)
      SELECT copy.id, stage_id, entered_at FROM copy JOIN reporting.stage_entry ON deal_id = was;
    DROP TABLE copy;
    ANALYZE reporting.deal_fact, reporting.stage_entry`);
}
