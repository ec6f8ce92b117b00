import type { ImportErrorView, ImportView, Page } from '@relata/contracts';
import { EXIT } from '../exit-codes';
import type { RelataApi } from '../relata-api';

const SHOWN_ERRORS = 20;

/** Prints what became of an import that has ended, and sets the exit code. */
export async function reportResult(api: RelataApi, job: ImportView): Promise<void> {
  const errors =
    job.failed > 0
      ? (await api.get<Page<ImportErrorView>>(`/imports/${job.id}/errors?limit=${SHOWN_ERRORS}`)).data
      : [];
  process.stdout.write(`${describeResult(job, errors, api.url).join('\n')}\n`);
  process.exitCode = exitCodeOf(job);
  if (process.exitCode === EXIT.error)
    process.stderr.write(`The import ${job.status}: ${job.error ?? 'somebody stopped it.'}\n`);
}

/** What became of the rows, the ignored columns, and the first of the bad rows, as lines to print. */
function describeResult(job: ImportView, errors: ImportErrorView[], url: string): string[] {
  const { status, processed, rowsPerSecond, ignoredColumns, failed } = job;
  const speed = rowsPerSecond === null ? '' : ` (${rowsPerSecond} rows/s)`;
  return [
    `${job.resource}: ${processed} rows${speed}, ${status.replaceAll('_', ' ')}`,
    ...(['created', 'updated', 'unchanged', 'failed'] as const).map(
      (outcome) => `  ${outcome.padEnd(9)} ${String(job[outcome]).padStart(8)}`,
    ),
    ...(ignoredColumns.length > 0 ? [`Ignored columns: ${ignoredColumns.join(', ')}`] : []),
    ...(failed > 0 ? ['Rows that were not imported:', ...table(errors)] : []),
    ...(failed > 0 ? [`All of them: ${url}/v1/imports/${job.id}/errors.csv`] : []),
  ];
}

/** Of an import that has ended. */
function exitCodeOf({ status }: ImportView): number {
  if (status === 'completed') return EXIT.ok;
  return status === 'completed_with_errors' ? EXIT.someFailed : EXIT.error;
}

function table(errors: ImportErrorView[]): string[] {
  const cells = errors.map(({ row, column, reason }) => [`row ${row}`, column ?? '–', reason] as const);
  const width = (at: 0 | 1) => Math.max(...cells.map((line) => line[at].length));
  return cells.map(
    ([row, column, reason]) => `  ${row.padEnd(width(0))}  ${column.padEnd(width(1))}  ${reason}`,
  );
}
