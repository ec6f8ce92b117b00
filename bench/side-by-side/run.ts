import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { fillDatabases } from '../data/fill';
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
  say: (line: string) => void;
}

export interface RunResult {
  comparisons: Comparison[];
  /** MiB by process, after the load. */
  memory: Record<string, number>;
}

/** Relata and the hand-written server side by side: one Postgres, the same data, turn and turn about. */
export async function runSideBySide({ size, seconds, rounds, ops, say }: RunOptions): Promise<RunResult> {
  const dataDir = mkdtempSync('/var/tmp/relata-bench-');
  const stops: (() => Promise<void>)[] = [() => Promise.resolve(rmSync(dataDir, { recursive: true }))];
  try {
    const { postgres, urls } = await startDatabase(dataDir);
    stops.unshift(() => postgres.stop());
    say(`Filling the database with ${size} contacts …`);
    await fillDatabases(urls, { contacts: size });
    await prepareBaseline(postgres.url);
    const relata = await startRelata(dataDir, postgres.url);
    stops.unshift(() => relata.stop());
    const baseline = await startBaseline(dataDir, postgres.url);
    stops.unshift(() => baseline.stop());
    const comparisons: Comparison[] = [];
    for (const operation of await operations(postgres.url, relata, baseline)) {
      if (ops && !ops.includes(operation.name)) continue;
      comparisons.push(await compare(operation, { relata, baseline }, { seconds, rounds }));
      const { ratio } = comparisons.at(-1) as Comparison;
      say(`${operation.name}: ${ratio.toFixed(2)} of the baseline (${operation.aim} aimed at)`);
    }
    const memory = Object.fromEntries(memoryBelow(process.pid, nameOf));
    delete memory[BASELINE];
    return { comparisons, memory };
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
