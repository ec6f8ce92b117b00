import { Command, Option } from 'commander';
import { FAULT_NAMES, type FaultName } from './faults/catalogue';
import { MEASURES, tableOf } from './measures/all';
import type { Finding, MeasureOptions } from './measures/measure';
import { reportOf } from './report';
import { run } from './run';

const say = (line: string) => void process.stdout.write(`${line}\n`);
const number = (text: string) => Number(text);

const program = new Command('test:faults').description('Kills things and sees whether the promises hold.');

program
  .command('run', { isDefault: true })
  .description('mixed writes under random faults, then the checker')
  .addOption(
    new Option('--seed <number>', 'of the faults and the writes').env('FAULTS_SEED').argParser(number),
  )
  .addOption(
    new Option('--minutes <number>', 'longest time under load')
      .env('FAULTS_MINUTES')
      .default(2)
      .argParser(number),
  )
  .addOption(
    new Option('--kills <number>', 'ends when reached, with --writes').env('FAULTS_KILLS').argParser(number),
  )
  .addOption(
    new Option('--writes <number>', 'ends when reached, with --kills').env('FAULTS_WRITES').argParser(number),
  )
  .addOption(
    new Option('--faults <names>', 'with commas').env('FAULTS_FAULTS').default(FAULT_NAMES.join(',')),
  )
  .addOption(
    new Option('--every <milliseconds>', 'mean time between faults')
      .env('FAULTS_EVERY')
      .default(2_000)
      .argParser(number),
  )
  .addOption(
    new Option('--rate <number>', 'writes a second').env('FAULTS_RATE').default(150).argParser(number),
  )
  .addOption(
    new Option('--replicas <number>', 'of each service').env('FAULTS_REPLICAS').default(1).argParser(number),
  )
  .option('--keep-data', 'leaves data and logs behind')
  .action(async (options: Record<string, number> & { faults: string; keepData?: boolean }) => {
    const seed = options.seed ?? Math.floor(Math.random() * 1_000_000);
    const faults = options.faults.split(',') as FaultName[];
    const unknown = faults.filter((name) => !FAULT_NAMES.includes(name));
    if (unknown.length > 0)
      program.error(`Unknown faults: ${unknown.join(', ')}. Known: ${FAULT_NAMES.join(', ')}.`);
    say(`Seed ${seed}`);
    const result = await run({
      seed,
      faults,
      minutes: options.minutes ?? 2,
      kills: options.kills,
      writes: options.writes,
      everyMs: options.every ?? 2_000,
      rate: options.rate ?? 150,
      replicas: options.replicas ?? 1,
      keepData: options.keepData,
      say,
    });
    say(reportOf(result));
    if (options.keepData) say(`Data and logs: ${result.dataDir}`);
    process.exitCode = result.verdict.violations.length > 0 ? 1 : 0;
  });

for (const [name, { description, defaults }] of Object.entries(MEASURES)) {
  const command = program.command(name).description(description).option('--seed <number>', '', number, 1);
  for (const [option, value] of Object.entries(defaults))
    command.option(`--${option} <number>`, '', number, value);
  command.action(async (options: Partial<MeasureOptions>) => say(tableOf(await measured(name, options))));
}

program
  .command('measure')
  .description('every measurement, one after the other, as one table')
  .action(async () => {
    const findings: Finding[] = [];
    for (const name of Object.keys(MEASURES)) findings.push(...(await measured(name, {})));
    say(tableOf(findings));
  });

async function measured(name: string, given: Partial<MeasureOptions>): Promise<Finding[]> {
  const found = MEASURES[name];
  if (!found) return [];
  const defaults: MeasureOptions = { seed: 1, seconds: 20, events: 100_000, rounds: 20, rate: 100, say };
  return found.measure({ ...defaults, ...found.defaults, ...given });
}

program.parseAsync().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
