import { Command } from 'commander';
import { reportOf } from './report';
import { run } from './run';

const say = (line: string) => void process.stdout.write(`${line}\n`);

interface Options {
  requests: string;
  seed?: string;
  deadline: string;
  parallel: string;
}

const program = new Command('test:fuzz')
  .description('Sends requests made from /openapi.json to a whole system, and holds the answers against it.')
  .option('--requests <number>', 'so many', '50000')
  .option('--seed <number>', 'the same seed makes the same requests; any when absent')
  .option('--deadline <milliseconds>', 'an answer that comes later is a failure', '5000')
  .option('--parallel <number>', 'requests at once', '8')
  .action(async ({ requests, seed, deadline, parallel }: Options) => {
    const result = await run({
      seed: seed === undefined ? Math.floor(Math.random() * 1_000_000) : Number(seed),
      requests: Number(requests),
      deadlineMs: Number(deadline),
      parallel: Number(parallel),
      say,
    });
    say(reportOf(result));
    process.exitCode = result.failures.length > 0 ? 1 : 0;
  });

program.parseAsync().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
