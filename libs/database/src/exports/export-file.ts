import { stringify } from 'csv-stringify/sync';
import { viewFields, type ExportPlan, type RecordView, type Resource } from '@relata/contracts';
import { currentRights } from '@relata/platform';

/** The text of a file, page by page. */
export interface ExportFile {
  head(): string;
  page(records: RecordView[]): string;
}

/** A file of what the caller may see of the records. */
export function exportFile(plan: ExportPlan, resource: Resource, customFields: string[]): ExportFile {
  return plan.format === 'csv' ? csvFile(plan, resource, customFields) : ndjsonFile(plan);
}

function ndjsonFile({ fields }: ExportPlan): ExportFile {
  const wanted = fields && new Set(['id', ...fields]);
  const picked = (record: RecordView) =>
    wanted ? Object.fromEntries(Object.entries(record).filter(([name]) => wanted.has(name))) : record;
  return {
    head: () => '',
    page: (records) => records.map((record) => `${JSON.stringify(picked(record))}\n`).join(''),
  };
}

/** Custom fields have a column each; lists and objects are JSON. A cell that a spreadsheet would take for a formula is escaped. */
function csvFile({ fields }: ExportPlan, resource: Resource, customFields: string[]): ExportFile {
  const rights = currentRights();
  const names = (fields ? ['id', ...fields.filter((name) => name !== 'id')] : viewFields(resource)).flatMap(
    (name) => (name === 'customFields' ? customFields.map((field) => `customFields.${field}`) : [name]),
  );
  const columns = names.filter((name) => !rights.isHidden(resource, name));
  const write = (rows: string[][]) => stringify(rows, { escape_formulas: true });
  return {
    head: () => write([columns]),
    page: (records) => write(records.map((record) => columns.map((name) => cell(record, name)))),
  };
}

function cell(record: RecordView, name: string): string {
  const [first = '', custom] = name.split('.');
  const member = (record as unknown as Record<string, unknown>)[first];
  const value = custom === undefined ? member : (member as Record<string, unknown> | undefined)?.[custom];
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
