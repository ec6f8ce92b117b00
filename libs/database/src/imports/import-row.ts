import type { ColumnMapping } from '@relata/contracts';
import { isCalendarDate, startOfDay, toInstant } from '@relata/platform';
import type { CustomFieldEntity } from '../custom-fields/custom-field.entity';
import { valueOfText } from '../custom-fields/custom-field-value';
import type { ImportPlan } from './import.entity';
import type { ImportFieldType, ImportTarget } from './import-target';

/** What is wrong with a row. */
export interface RowProblem {
  column: string | null;
  reason: string;
}

/** A reference that a row makes, still to be looked up. */
export interface RowReference {
  column: string;
  /** `owner`, `company`, … */
  name: string;
  by: 'name' | 'email' | 'externalId';
  value: string;
}

/** A row of the file in the resource's terms. */
export interface ImportRow {
  /** The first below the header is 1. */
  number: number;
  externalId: string | undefined;
  createdAt: Date | undefined;
  /** As the body of a create, references excepted. */
  input: Record<string, unknown>;
  references: RowReference[];
  problems: RowProblem[];
}

/** Turns cells into fields: value maps, full names, dates, numbers. A blank cell means not given. Never throws. */
export function readRow(
  number: number,
  cells: Record<string, string>,
  plan: ImportPlan,
  target: ImportTarget,
  customFields: CustomFieldEntity[],
  timeZone: string,
): ImportRow {
  const row: ImportRow = {
    number,
    externalId: undefined,
    createdAt: undefined,
    input: {},
    references: [],
    problems: [],
  };
  for (const [column, mapping] of Object.entries(plan.mapping)) {
    const cell = cells[column]?.trim() ?? '';
    if (cell === '') continue;
    const text = mapping.values ? ownValue(mapping.values, cell) : cell;
    if (text === undefined) {
      row.problems.push({ column, reason: `"${cell}" is not among the mapped values.` });
      continue;
    }
    const problem = place(row, column, mapping, text, target, customFields, timeZone);
    if (problem) row.problems.push({ column, reason: problem });
  }
  return row;
}

function ownValue(values: Record<string, string>, cell: string): string | undefined {
  return Object.hasOwn(values, cell) ? values[cell] : undefined;
}

/** Puts a text where its field says; answers what is wrong with it. */
function place(
  row: ImportRow,
  column: string,
  { field, format }: ColumnMapping,
  text: string,
  target: ImportTarget,
  customFields: CustomFieldEntity[],
  timeZone: string,
): string | undefined {
  if (field === 'externalId') {
    row.externalId = text;
    return undefined;
  }
  if (field === 'createdAt') {
    row.createdAt = instantOf(text, format, timeZone);
    if (!row.createdAt) return badDate(text, format);
    return row.createdAt.getTime() > Date.now() ? `"${text}" lies in the future.` : undefined;
  }
  if (field === 'fullName') {
    Object.assign(row.input, splitName(text));
    return undefined;
  }
  const [name = '', rest = ''] = field.split('.');
  if (name === 'customFields') {
    const definition = customFields.find((candidate) => candidate.fieldName === rest);
    const value = definition ? valueOfText(definition, dateText(definition.fieldType, text, format)) : text;
    row.input.customFields = { ...(row.input.customFields as object | undefined), [rest]: value };
    return undefined;
  }
  if (rest && target.references[name]) {
    row.references.push({ column, name, by: rest as RowReference['by'], value: text });
    return undefined;
  }
  const converted = convert(target.fields[field] ?? 'text', text, format, timeZone);
  if (converted === undefined) return wanted(target.fields[field] ?? 'text', text, format);
  row.input[field] = converted;
  return undefined;
}

function convert(
  type: ImportFieldType,
  text: string,
  format: string | undefined,
  timeZone: string,
): string | number | undefined {
  switch (type) {
    case 'integer': {
      const plain = text.replace(/[\s,](?=\d{3}(\D|$))/g, '');
      return /^-?\d{1,9}$/.test(plain) ? Number(plain) : undefined;
    }
    case 'decimal': {
      const plain = text.replace(/^[$€£]\s*/, '').replace(/,(?=\d{3}(\D|$))/g, '');
      return /^-?\d+(\.\d+)?$/.test(plain) ? plain : undefined;
    }
    case 'date':
      return dateOf(text, format);
    case 'time':
      return instantOf(text, format, timeZone)?.toISOString();
    case 'text':
      return text;
  }
}

function wanted(type: ImportFieldType, text: string, format: string | undefined): string {
  if (type === 'integer') return `"${text}" is not a whole number.`;
  if (type === 'decimal') return `"${text}" is not an amount.`;
  return badDate(text, format);
}

function badDate(text: string, format: string | undefined): string {
  return format
    ? `"${text}" is not a date of the form ${format}.`
    : `"${text}" is not a date; give a format if it is written otherwise than 2026-06-30.`;
}

function dateText(fieldType: string, text: string, format: string | undefined): string {
  return fieldType === 'date' ? (dateOf(text, format) ?? text) : text;
}

/** Calendar date (`YYYY-MM-DD`) of a text. */
function dateOf(text: string, format: string | undefined): string | undefined {
  const date = format ? inFormat(text, format)?.date : text.slice(0, 10);
  return date !== undefined && isCalendarDate(date) ? date : undefined;
}

function instantOf(text: string, format: string | undefined, timeZone: string): Date | undefined {
  if (!format) return toInstant(text, timeZone);
  const parts = inFormat(text, format);
  if (!parts || !isCalendarDate(parts.date)) return undefined;
  return new Date(startOfDay(parts.date, timeZone).getTime() + parts.seconds * 1000);
}

const TOKENS: Record<string, string> = {
  YYYY: '(?<year>\\d{4})',
  MM: '(?<month>\\d{2})',
  DD: '(?<day>\\d{2})',
  M: '(?<month>\\d{1,2})',
  D: '(?<day>\\d{1,2})',
  HH: '(?<hour>\\d{2})',
  mm: '(?<minute>\\d{2})',
  ss: '(?<second>\\d{2})',
};

function inFormat(text: string, format: string): { date: string; seconds: number } | undefined {
  // The format is the importer's, but only its known tokens become a pattern; all else is taken to the letter.
  const pattern = format.replace(
    /YYYY|MM|DD|HH|mm|ss|M|D|[^]/g,
    (token) => TOKENS[token] ?? token.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'),
  );
  const groups = new RegExp(`^${pattern}$`).exec(text)?.groups;
  if (!groups?.year || !groups.month || !groups.day) return undefined;
  const date = `${groups.year}-${groups.month.padStart(2, '0')}-${groups.day.padStart(2, '0')}`;
  const seconds =
    Number(groups.hour ?? 0) * 3600 + Number(groups.minute ?? 0) * 60 + Number(groups.second ?? 0);
  return { date, seconds };
}

/** `Lovelace, Ada` and `Ada Lovelace`; a single word is the last name. */
function splitName(text: string): { firstName?: string; lastName: string } {
  const comma = /^([^,]+),\s*(.+)$/.exec(text);
  if (comma?.[1] && comma[2]) return { firstName: comma[2].trim(), lastName: comma[1].trim() };
  const words = text.split(/\s+/);
  const lastName = words.pop() ?? text;
  return words.length > 0 ? { firstName: words.join(' '), lastName } : { lastName };
}
