import { randomBytes } from 'node:crypto';
import { Command } from 'commander';
import { SERVICES, type ServiceName } from '@relata/contracts';
import { migrateSchema, provisionService } from '@relata/database';
import { claimFolder, startEmbeddedPostgres } from '@relata/embedded';
import { SERVICE_DEFINITIONS } from '../../apps/standalone/src/services';
import { fillDatabases } from './fill';

const say = (line: string) => void process.stdout.write(`${line}\n`);

interface Options {
  contacts: string;
  seed: string;
  dataDir: string;
}

/** A data folder for `DATA_DIR=… npm start`: `npm run bench:generate -- --contacts 1000000 --data-dir .data/bench`. */
async function generate({ contacts, seed, dataDir }: Options): Promise<void> {
  const started = performance.now();
  const folder = await claimFolder(dataDir);
  const postgres = await startEmbeddedPostgres({ dataDir: folder.path, durable: false });
  try {
    const urls = {} as Record<ServiceName, string>;
    for (const service of SERVICES)
      urls[service] = await provisionService(postgres.url, service, randomBytes(24).toString('base64url'));
    for (const { schema } of SERVICE_DEFINITIONS) await migrateSchema(schema, urls[schema.name]);
    const { sizes, events } = await fillDatabases(urls, {
      contacts: Number(contacts),
      seed: Number(seed),
      onProgress: say,
    });
    say(
      JSON.stringify({ sizes, events, seconds: Math.round((performance.now() - started) / 1_000) }, null, 2),
    );
  } finally {
    await postgres.stop();
    folder.release();
  }
}

void new Command('bench:generate')
  .option('--contacts <number>', 'how many there are to be; the rest is in proportion', '1000000')
  .option('--seed <number>', 'another seed makes other data', '1')
  .option('--data-dir <folder>', 'a new folder for Postgres', '.data/bench')
  .action(generate)
  .parseAsync();
