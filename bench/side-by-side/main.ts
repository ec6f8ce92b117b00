import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { Command } from 'commander';
import { runSideBySide } from './run';
import { comparisonTable, costTable, figureTable, table } from './table';

const say = (line: string) => void process.stdout.write(`${line}\n`);

interface Options {
  size: string;
  seconds: string;
  rounds: string;
  ops?: string;
  json?: string;
  dataDir?: string;
}

async function main({ size, seconds, rounds, ops, json, dataDir }: Options): Promise<void> {
  const result = await runSideBySide({
    size: Number(size),
    seconds: Number(seconds),
    rounds: Number(rounds),
    ops: ops?.split(','),
    dataDir,
    say,
  });
  say(
    `\n${dataDir ?? `${size} contacts`}, ${rounds} rounds of ${seconds} s, ${cpus().length} cores, Node ${process.version}\n`,
  );
  if (result.comparisons.length > 0) {
    say(comparisonTable(result.comparisons));
    say(`\nProcessor time a request, effects included\n\n${costTable(result.comparisons)}`);
    const memory = Object.entries(result.memory).map(([name, mib]) => [name, mib.toFixed(0)]);
    say(`\nMemory after the load\n\n${table([['process', 'MiB'], ...memory])}`);
  }
  if (result.figures.length > 0) say(`\nRelata alone\n\n${figureTable(result.figures)}`);
  if (json) writeFileSync(json, JSON.stringify(result, null, 2));
}

void new Command('bench')
  .description('Relata beside a hand-written server: requests a second, times, processor time.')
  .option('--size <contacts>', 'how many contacts there are; the rest is in proportion', '100000')
  .option('--seconds <number>', 'of a turn', '5')
  .option('--rounds <number>', 'turns of each server; medians are told', '3')
  .option(
    '--ops <names>',
    'get, list, list-page-20, search-rare, search-common, create, stage, bulk-1000; of Relata alone: start, events, import, reports',
  )
  .option('--data-dir <folder>', 'data of bench:generate, which is written to; of --size, new, when absent')
  .option('--json <file>', 'writes the figures there, too')
  .action(main)
  .parseAsync();
