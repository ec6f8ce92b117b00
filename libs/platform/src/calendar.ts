const DAY_MS = 86_400_000;

/** The calendar date (`YYYY-MM-DD`) that an instant falls on in a time zone. */
export function calendarDate(instant: Date, timeZone: string): string {
  // The Swedish form of a date is that of ISO 8601.
  return new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(instant);
}

/** The first instant of a calendar date in a time zone. */
export function startOfDay(date: string, timeZone: string): Date {
  const midnightUtc = new Date(`${date}T00:00:00Z`).getTime();
  // Clocks may change at midnight itself: it then comes twice, or not at all and the day begins at one.
  const candidates = [midnightUtc - DAY_MS, midnightUtc + DAY_MS]
    .map((near) => midnightUtc - offsetMs(new Date(near), timeZone))
    .sort((a, b) => a - b)
    .map((instant) => new Date(instant));
  const [early, late] = candidates as [Date, Date];
  return calendarDate(early, timeZone) === date ? early : late;
}

/** How far the zone's clocks are ahead of UTC at an instant, in milliseconds. */
function offsetMs(instant: Date, timeZone: string): number {
  const local = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(instant);
  return new Date(`${local.replace(' ', 'T')}Z`).getTime() - Math.floor(instant.getTime() / 1000) * 1000;
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Whether a text is an existing calendar date. */
export function isCalendarDate(text: string): boolean {
  if (!DATE.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** A date (its first instant in the zone) or an RFC 3339 time; undefined for neither. */
export function toInstant(text: string, timeZone: string): Date | undefined {
  if (DATE.test(text)) return isCalendarDate(text) ? startOfDay(text, timeZone) : undefined;
  if (!/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text)) return undefined;
  const instant = new Date(text);
  return Number.isNaN(instant.getTime()) || !isCalendarDate(text.slice(0, 10)) ? undefined : instant;
}
