import { Readable } from 'node:stream';
import type { Command } from 'commander';
import { stringify } from 'csv-stringify/sync';
import type { CustomFieldView, ImportResource, Page } from '@relata/contracts';
import { CliConfig, readConfig } from '@relata/platform';
import { reportResult } from '../imports/import-result';
import { wholeNumber } from '../whole-number';
import { runImport } from '../imports/run-import';
import { RelataApi } from '../relata-api';
import { demoHistory, type Table } from './demo-history';

const EXTERNAL_SYSTEM = 'relata-demo';
const PRODUCT = { entityType: 'deal', fieldName: 'product', fieldType: 'text', fieldLabel: 'Product' };
/** Each refers to those before it. */
const RESOURCES = ['users', 'companies', 'contacts', 'deals', 'activities', 'tasks'] as const;

export function addDemoCommand(relata: Command): void {
  relata
    .command('demo')
    .description('Fill Relata with two years of an invented company. Again, and nothing changes.')
    .option('--deals <count>', 'how many deals there are', wholeNumber, 900)
    .action(demoCommand);
}

async function demoCommand({ deals }: { deals: number }): Promise<void> {
  const api = new RelataApi(readConfig(CliConfig));
  const until = (await productField(api)).createdAt.slice(0, 10);
  const history = demoHistory(until, deals);
  for (const resource of RESOURCES) {
    if (!(await importTable(api, resource, history[resource]))) return;
  }
  process.stdout.write(
    `The history ends on ${until}. See GET ${api.url}/v1/reports/outcomes?groupBy=quarter\n`,
  );
}

/**
 * The deals' field for the product, made where it is missing. The day on which it was made is where the history
 * ends, so that the next run tells the same one.
 */
async function productField(api: RelataApi): Promise<CustomFieldView> {
  const { data } = await api.get<Page<CustomFieldView>>('/custom-fields?entityType=deal');
  return (
    data.find(({ fieldName }) => fieldName === PRODUCT.fieldName) ??
    (await api.post<CustomFieldView>('/custom-fields', PRODUCT))
  );
}

/** Whether every row is in; otherwise says what went wrong, and sets the exit code. */
async function importTable(api: RelataApi, resource: ImportResource, rows: Table): Promise<boolean> {
  const columns = Object.keys(rows[0] ?? {});
  const file = Buffer.from(stringify(rows, { header: true, columns }));
  const options = {
    resource,
    externalSystem: EXTERNAL_SYSTEM,
    mapping: Object.fromEntries(columns.map((column) => [column, column])),
  };
  const upload = { name: `${resource}.csv`, size: file.length, bytes: Readable.from([file]) };
  const job = await runImport(api, options, upload, true);
  if (job.status !== 'completed') {
    await reportResult(api, job);
    return false;
  }
  process.stdout.write(
    `${resource.padEnd(10)} ${job.created} created, ${job.updated} updated, ${job.unchanged} unchanged\n`,
  );
  return true;
}
