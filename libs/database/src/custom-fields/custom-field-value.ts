import { isEmail, isISO4217CurrencyCode, isURL, isUUID } from 'class-validator';
import { isCalendarDate, toInstant } from '@relata/platform';
import type { CustomFieldEntity } from './custom-field.entity';

type Definition = Pick<CustomFieldEntity, 'fieldType' | 'target' | 'options' | 'indexed'>;

/** A value in its normal form, or why it does not fit. */
export type Checked = { value: unknown } | { problem: string };

const MAX_TEXT = 10_000;
/** Of an indexed field: with any letters, one fits into a page of an index. */
export const MAX_INDEXED_TEXT = 500;
const DECIMAL = /^-?\d{1,14}(\.\d{1,4})?$/;
const PHONE = /^[+\d][\d\s().\-/]{2,49}$/;

/** Holds a JSON value against the type of its field. Dates and times come back in one form, money as decimal strings. */
export function checkValue(definition: Definition, value: unknown): Checked {
  const most = definition.indexed ? MAX_INDEXED_TEXT : MAX_TEXT;
  const tooLong = { problem: `a text of at most ${most} characters` };
  if (typeof value === 'string' && value.length > most) return tooLong;
  switch (definition.fieldType) {
    case 'text':
      return typeof value === 'string' ? { value } : tooLong;
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? { value } : { problem: 'a number' };
    case 'boolean':
      return typeof value === 'boolean' ? { value } : { problem: 'true or false' };
    case 'date':
      return typeof value === 'string' && isCalendarDate(value)
        ? { value }
        : { problem: 'a date such as 2026-06-30' };
    case 'datetime':
      return checkTime(value);
    case 'select':
      return isOption(definition, value) ? { value } : { problem: `one of: ${optionList(definition)}` };
    case 'multiselect':
      return isOptionList(definition, value)
        ? { value }
        : { problem: `a list of different ones of: ${optionList(definition)}` };
    case 'url':
      return typeof value === 'string' &&
        isURL(value, { protocols: ['http', 'https'], require_protocol: true, require_tld: false })
        ? { value }
        : { problem: 'a URL that begins with http:// or https://' };
    case 'email':
      return typeof value === 'string' && isEmail(value) ? { value } : { problem: 'an e-mail address' };
    case 'phone':
      return typeof value === 'string' && PHONE.test(value) ? { value } : { problem: 'a phone number' };
    case 'currency':
      return checkMoney(value);
    case 'reference':
      return isUUID(value)
        ? { value: (value as string).toLowerCase() }
        : { problem: `the id of a ${definition.target ?? 'record'}` };
    default:
      return { problem: 'a value of a type that this version knows' };
  }
}

/** The JSON value that a cell of a CSV file stands for; a text that fits no form comes back as it is, to be refused. */
export function valueOfText(definition: Definition, text: string): unknown {
  switch (definition.fieldType) {
    case 'number':
      return text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
    case 'boolean': {
      const known: Record<string, boolean> = {
        true: true,
        yes: true,
        '1': true,
        false: false,
        no: false,
        '0': false,
      };
      return known[text.trim().toLowerCase()] ?? text;
    }
    case 'multiselect':
      return text.split(/[;,]/).flatMap((part) => (part.trim() === '' ? [] : [part.trim()]));
    case 'currency': {
      const [, amount, currency] = /^\s*(-?[\d.]+)\s+([A-Za-z]{3})\s*$/.exec(text) ?? [];
      return amount && currency ? { amount, currency: currency.toUpperCase() } : text;
    }
    default:
      return text;
  }
}

function checkTime(value: unknown): Checked {
  const instant = typeof value === 'string' && value.includes(':') ? toInstant(value, 'UTC') : undefined;
  const text = instant?.toISOString();
  // With the hours of its zone, a time can be of the year 10000, which does not sort behind 9999 as a text.
  return text && /^\d{4}-/.test(text)
    ? { value: text }
    : { problem: 'an RFC 3339 time such as 2026-06-30T12:00:00Z' };
}

function checkMoney(value: unknown): Checked {
  const problem = 'money such as {"amount":"12.50","currency":"EUR"}';
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { problem };
  const { amount, currency, ...rest } = value as Record<string, unknown>;
  const text = typeof amount === 'number' ? String(amount) : amount;
  const fits =
    typeof text === 'string' &&
    DECIMAL.test(text) &&
    typeof currency === 'string' &&
    isISO4217CurrencyCode(currency);
  return fits && Object.keys(rest).length === 0 ? { value: { amount: text, currency } } : { problem };
}

function isOption({ options }: Definition, value: unknown): boolean {
  return options.some((option) => option.value === value);
}

function isOptionList(definition: Definition, value: unknown): boolean {
  return (
    Array.isArray(value) &&
    new Set(value).size === value.length &&
    value.every((one) => isOption(definition, one))
  );
}

function optionList({ options }: Definition): string {
  return options.map((option) => option.value).join(', ');
}
