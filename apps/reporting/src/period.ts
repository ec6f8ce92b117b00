import { invalidParameter, type PeriodQuery } from '@relata/contracts';
import { isCalendarDate } from '@relata/platform';

/** Throws INVALID_QUERY for a bound that is no calendar date, or bounds in the wrong order. */
export function checkPeriod(period: PeriodQuery): void {
  for (const name of ['from', 'to'] as const) {
    const date = period[name];
    if (date !== undefined && !isCalendarDate(date))
      throw invalidParameter(name, `${name} must be a date such as 2026-06-30.`);
  }
  if (period.from && period.to && period.from > period.to)
    throw invalidParameter('from', 'from must not lie after to.');
}
