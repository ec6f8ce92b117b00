import * as fc from 'fast-check';
import { calendarDate, isCalendarDate, startOfDay, toInstant } from './calendar';

const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'America/St_Johns',
  'America/Sao_Paulo',
  'America/Havana',
  'Asia/Amman',
  'Asia/Beirut',
];
const zone = fc.constantFrom(...ZONES);
const instant = fc.date({ min: new Date('1990-01-01'), max: new Date('2037-12-31'), noInvalidDate: true });
const date = instant.map((moment) => moment.toISOString().slice(0, 10));

describe('a calendar date', () => {
  it('is that of its own first instant, in every zone', () => {
    fc.assert(
      fc.property(date, zone, (day, timeZone) => {
        const start = startOfDay(day, timeZone);
        expect(calendarDate(start, timeZone)).toBe(day);
        expect(calendarDate(new Date(start.getTime() - 1), timeZone) < day).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('holds every instant that falls on it', () => {
    fc.assert(
      fc.property(instant, zone, (moment, timeZone) => {
        const start = startOfDay(calendarDate(moment, timeZone), timeZone);
        expect(start.getTime()).toBeLessThanOrEqual(moment.getTime());
        expect(moment.getTime() - start.getTime()).toBeLessThan(25 * 3_600_000);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['2017-06-30T22:30:00Z', 'Europe/Berlin', '2017-07-01'],
    ['2017-01-01T04:59:59Z', 'America/New_York', '2016-12-31'],
    ['2017-03-26T00:59:59Z', 'Europe/Berlin', '2017-03-26'],
    ['2017-12-31T10:00:00Z', 'Pacific/Kiritimati', '2018-01-01'],
  ])('of %s in %s is %s', (moment, timeZone, expected) => {
    expect(calendarDate(new Date(moment), timeZone)).toBe(expected);
  });

  it.each([
    // Days on which the clocks change, one that has 23 hours, one that has 25.
    ['2017-03-26', 'Europe/Berlin', '2017-03-25T23:00:00.000Z'],
    ['2017-03-27', 'Europe/Berlin', '2017-03-26T22:00:00.000Z'],
    ['2017-10-30', 'Europe/Berlin', '2017-10-29T23:00:00.000Z'],
    // Where the clocks jump at midnight, the day begins at one.
    ['2017-10-15', 'America/Sao_Paulo', '2017-10-15T03:00:00.000Z'],
    ['2017-03-26', 'Asia/Beirut', '2017-03-25T22:00:00.000Z'],
    // Where midnight comes twice, it begins at the first.
    ['2017-10-27', 'Asia/Amman', '2017-10-26T21:00:00.000Z'],
  ])('%s in %s begins at %s', (day, timeZone, expected) => {
    expect(startOfDay(day, timeZone).toISOString()).toBe(expected);
  });

  it.each([
    '2017-02-29',
    '2017-13-01',
    '2017-00-10',
    '17-01-01',
    '2017-1-1',
    '2017-01-01T00:00:00Z',
    '',
    '0x10-01-01',
  ])('is not %p', (text) => {
    expect(isCalendarDate(text)).toBe(false);
  });

  it('is 29 February in leap years alone', () => {
    expect(['2016-02-29', '2000-02-29'].map(isCalendarDate)).toEqual([true, true]);
    expect(isCalendarDate('1900-02-29')).toBe(false);
  });
});

describe('toInstant', () => {
  it('reads a date as its first instant in the zone, and a time as it stands', () => {
    expect(toInstant('2017-07-01', 'Europe/Berlin')?.toISOString()).toBe('2017-06-30T22:00:00.000Z');
    expect(toInstant('2017-07-01T00:00:00+02:00', 'UTC')?.toISOString()).toBe('2017-06-30T22:00:00.000Z');
    expect(toInstant('2017-07-01 10:15Z', 'UTC')?.toISOString()).toBe('2017-07-01T10:15:00.000Z');
  });

  it.each([
    '2017-02-30',
    '2017-02-30T10:00:00Z',
    '2017-07-01T10:00:00',
    '2017-07-01T25:00:00Z',
    'yesterday',
    '',
    '1',
  ])('refuses %p', (text) => {
    expect(toInstant(text, 'UTC')).toBeUndefined();
  });
});
