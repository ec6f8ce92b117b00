import { resolve } from 'node:path';
import { Argument, type Command } from 'commander';
import { IMPORT_OWNERS, type ImportResource } from '@relata/contracts';
import { CliConfig, readConfig } from '@relata/platform';
import { RelataApi } from '../relata-api';
import { mappingOfHeader, openFile, readMapping } from './import-file';
import { reportResult } from './import-result';
import { runImport } from './run-import';

interface ImportFlags {
  mapping?: string;
  externalSystem?: string;
  wait: boolean;
}

export function addImportCommand(relata: Command): void {
  relata
    .command('import')
    .description('Import a CSV file. Importing it again changes nothing.')
    .addArgument(new Argument('<resource>', 'what its rows are').choices(Object.keys(IMPORT_OWNERS)))
    .argument('<file>', 'CSV, UTF-8, a header in the first row')
    .option('--mapping <file>', 'JSON: column → field; without it each column is the field of its name')
    .option('--external-system <name>', 'system whose keys the external ids are')
    .option('--wait', 'follow the import to its end (as it does anyway)', true)
    .option('--no-wait', 'come back as soon as the file is sent')
    .addHelpText(
      'after',
      '\nExit code: 0 all rows are in, 1 some rows failed, 2 nothing was done or it broke off.',
    )
    .action(importCommand);
}

async function importCommand(resource: ImportResource, file: string, flags: ImportFlags): Promise<void> {
  const config = readConfig(CliConfig);
  const api = new RelataApi(config);
  const path = resolve(config.initCwd ?? '', file);
  const upload = await openFile(path);
  const mapping = flags.mapping
    ? await readMapping(resolve(config.initCwd ?? '', flags.mapping))
    : await mappingOfHeader(path);
  const options = {
    resource,
    mapping,
    ...(flags.externalSystem ? { externalSystem: flags.externalSystem } : {}),
  };
  const job = await runImport(api, options, upload, flags.wait);
  if (!flags.wait) {
    process.stdout.write(`Import ${job.id} is ${job.status}: GET ${api.url}/v1/imports/${job.id}\n`);
    return;
  }
  await reportResult(api, job);
}
