import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { fillDatabases } from '../data/fill';
import { measureEvents } from '../alone/events';
import type { Figure } from '../alone/figure';
import { measureImport } from '../alone/import-rate';
import { measureReports } from '../alone/reports';
import { measureStart } from '../alone/start';
import { compare, type Comparison } from './compare';
import { operations } from './operations';
import { memoryBelow } from './process-costs';
import { BASELINE, nameOf, startBaseline, startDatabase, startRelata } from './servers';

export interface RunOptions {
  /** Contacts; the rest is in proportion. */
  size: number;
  seconds: number;
  rounds: number;
  /** Names of operations; all when absent. */
  ops: string[] | undefined;
  /** A folder that holds the data already; `size` says nothing then. */
  dataDir?: string | undefined;
  say: (line: string) => void;
}

export interface RunResult {
  comparisons: Comparison[];
  /** Of Relata alone. */
  figures: Figure[];
  /** MiB by process, after the load. */
  memory: Record<string, number>;
}

/** What is measured of Relata alone, after the load; reports last, as they multiply the deals. */
const ALONE = { events: measureEvents, import: measureImport, reports: measureReports };

/** Relata and the hand-written server side by side: one Postgres, the same data, turn and turn about. */
export async function runSideBySide({
  size,
  seconds,
  rounds,
  ops,
  dataDir: given,
  say,
}: RunOptions): Promise<RunResult> {
  const dataDir = given ?? mkdtempSync('/var/tmp/relata-bench-');
  const isAsked = (name: string) => !ops || ops.includes(name);
  const figures: Figure[] = [];
  if (isAsked('start')) figures.push(...(await measureStart()));
  const stops: (() => Promise<void>)[] = [];
  if (!given) stops.push(() => Promise.resolve(rmSync(dataDir, { recursive: true })));
  try {
    const { postgres, urls } = await startDatabase(dataDir);
    stops.unshift(() => postgres.stop());
    if (!given) {
      say(`Filling the database with ${size} contacts …`);
      await fillDatabases(urls, { contacts: size });
    }
    await prepareBaseline(postgres.url);
    const relata = await startRelata(dataDir, postgres.url);
    stops.unshift(() => relata.stop());
    const baseline = await startBaseline(dataDir, postgres.url);
    stops.unshift(() => baseline.stop());
    const comparisons: Comparison[] = [];
    for (const operation of await operations(postgres.url, relata, baseline)) {
      if (!isAsked(operation.name)) continue;
      comparisons.push(await compare(operation, { relata, baseline }, { seconds, rounds }));
      const { ratio } = comparisons.at(-1) as Comparison;
      say(`${operation.name}: ${ratio.toFixed(2)} of the baseline (${operation.aim} aimed at)`);
    }
    const memory = Object.fromEntries(memoryBelow(process.pid, nameOf));
    delete memory[BASELINE];
    for (const [name, measure] of Object.entries(ALONE))
      if (isAsked(name)) figures.push(...(await measure(relata, postgres.url, seconds)));
    return { comparisons, figures, memory };
  } finally {
    for (const stop of stops) await stop();
  }
}

/** The tables of the hand-written server, with the same rows, and statistics of everything. */
async function prepareBaseline(ownerUrl: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query(readFileSync(join(__dirname, '../baseline/schema.sql'), 'utf8'));
  await client.query('VACUUM (ANALYZE)');
  await client.end();
}
