import { DomainError, ME } from '@relata/contracts';
import { PERIODS, currentRights, periodOf, startOfDay, type Period } from '@relata/platform';
import type { ListField } from './list-fields';

/** When and where a question is asked: what `today` means. */
export interface Clock {
  now: Date;
  timeZone: string;
}

const FORMS: Record<string, { test: (text: string) => boolean; say: string }> = {
  uuid: { test: (text) => /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(text), say: 'a UUID' },
  numeric: { test: (text) => /^-?\d{1,30}(\.\d{1,30})?$/.test(text), say: 'a number' },
  integer: { test: (text) => /^-?\d{1,9}$/.test(text), say: 'an integer' },
  boolean: { test: (text) => text === 'true' || text === 'false', say: 'true or false' },
  date: {
    test: (text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && isTime(text),
    say: `a date such as 2026-06-30, or ${PERIODS}`,
  },
  timestamptz: {
    test: (text) => /^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:\d{2}))?$/.test(text) && isTime(text),
    say: `an RFC 3339 time such as 2026-06-30T00:00:00Z, or ${PERIODS}`,
  },
};

/** Days such as 30 February do not survive the round trip. */
function isTime(text: string): boolean {
  const day = text.slice(0, 10);
  const date = new Date(`${day}T00:00:00Z`);
  return (
    !Number.isNaN(Date.parse(text)) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)
  );
}

/** The text, which the field's type can hold, as the field has it; who asks, for `me`. Throws INVALID_QUERY. */
export function checkedValue(field: ListField, text: string): string {
  const form = FORMS[field.form ?? field.type];
  if (!form || form.test(text)) return stored(field, text);
  const me = currentRights().caller.id;
  if (field.isUser && text === ME && me !== null) return me;
  const wanted = field.isUser ? `${form.say}, or ${ME}` : form.say;
  throw new DomainError('INVALID_QUERY', `The filter on ${field.name} wants ${wanted}.`, {
    errors: [{ pointer: `/filter/${field.name}`, code: 'invalid_value', message: `Give ${wanted}.` }],
  });
}

/** Times and ids in texts have one form, so that they can be compared. */
function stored({ type, form }: ListField, text: string): string {
  if (type === 'text' && form === 'uuid') return text.toLowerCase();
  return type === 'text' && form === 'timestamptz' ? new Date(text).toISOString() : text;
}

/** The ends of the days that a word such as `last_30_days` means, as the field's type has them; undefined where it means none. */
export function periodValue(field: ListField, text: string, { now, timeZone }: Clock): Period | undefined {
  const type = field.form ?? field.type;
  if (type !== 'date' && type !== 'timestamptz') return undefined;
  const period = periodOf(text, now, timeZone);
  if (!period || type === 'date') return period;
  const start = (date: string) => startOfDay(date, timeZone).toISOString();
  return { from: start(period.from), until: start(period.until) };
}
