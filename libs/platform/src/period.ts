import { calendarDate } from './calendar';

/** Days from `from`, up to but not including `until`: calendar dates (`YYYY-MM-DD`). */
export interface Period {
  from: string;
  until: string;
}

const MAX_DAYS = 3_660;
const DAYS = /^(last|next)_(\d{1,4})_days$/;
const SPAN = /^(last|this|next)_(week|month|quarter|year)$/;
const STEPS: Record<string, number> = { last: -1, this: 0, next: 1, yesterday: -1, today: 0, tomorrow: 1 };
const MONTHS: Record<string, number> = { month: 1, quarter: 3, year: 12 };

/** What can be said instead of a date. */
export const PERIODS =
  'today, yesterday, tomorrow, last_N_days, next_N_days, last_, this_ or next_ week, month, quarter, year';

/**
 * The days that a word means now, in a time zone; undefined for a word that means none. `last_30_days` are today and the 29
 * days before, `next_7_days` today and the six to come; weeks begin on Monday (ISO 8601).
 */
export function periodOf(word: string, now: Date, timeZone: string): Period | undefined {
  const today = calendarDate(now, timeZone);
  const [, way, count] = DAYS.exec(word) ?? [];
  if (way !== undefined) return days(way, Number(count), today);
  const [, step, unit] = SPAN.exec(word) ?? [];
  if (step !== undefined && unit !== undefined) return span(STEPS[step] ?? 0, unit, today);
  if (!['yesterday', 'today', 'tomorrow'].includes(word)) return undefined;
  const day = plusDays(today, STEPS[word] ?? 0);
  return { from: day, until: plusDays(day, 1) };
}

function days(way: string, count: number, today: string): Period | undefined {
  if (count < 1 || count > MAX_DAYS) return undefined;
  return way === 'last'
    ? { from: plusDays(today, 1 - count), until: plusDays(today, 1) }
    : { from: today, until: plusDays(today, count) };
}

function span(step: number, unit: string, today: string): Period {
  if (unit === 'week') {
    const sinceMonday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
    const monday = plusDays(today, 7 * step - sinceMonday);
    return { from: monday, until: plusDays(monday, 7) };
  }
  const months = MONTHS[unit] ?? 1;
  const [year = 0, month = 0] = today.split('-').map(Number);
  const first = Math.floor((month - 1) / months) * months + step * months;
  return { from: firstOfMonth(year, first), until: firstOfMonth(year, first + months) };
}

function plusDays(date: string, count: number): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + count);
  return day.toISOString().slice(0, 10);
}

function firstOfMonth(year: number, month: number): string {
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
}
