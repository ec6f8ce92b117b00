import { periodOf } from './period';

// Wednesday; in Auckland it is Thursday already.
const NOW = new Date('2026-11-25T20:00:00Z');
const inUtc = (word: string) => periodOf(word, NOW, 'UTC');

it.each([
  ['today', '2026-11-25', '2026-11-26'],
  ['yesterday', '2026-11-24', '2026-11-25'],
  ['tomorrow', '2026-11-26', '2026-11-27'],
  ['last_1_days', '2026-11-25', '2026-11-26'],
  ['last_30_days', '2026-10-27', '2026-11-26'],
  ['next_7_days', '2026-11-25', '2026-12-02'],
  ['this_week', '2026-11-23', '2026-11-30'],
  ['last_week', '2026-11-16', '2026-11-23'],
  ['this_month', '2026-11-01', '2026-12-01'],
  ['next_month', '2026-12-01', '2027-01-01'],
  ['last_month', '2026-10-01', '2026-11-01'],
  ['this_quarter', '2026-10-01', '2027-01-01'],
  ['last_quarter', '2026-07-01', '2026-10-01'],
  ['this_year', '2026-01-01', '2027-01-01'],
  ['last_year', '2025-01-01', '2026-01-01'],
])('%s is from %s until %s', (word, from, until) => {
  expect(inUtc(word)).toEqual({ from, until });
});

it('goes by the calendar of the zone', () => {
  expect(periodOf('today', NOW, 'Pacific/Auckland')).toEqual({ from: '2026-11-26', until: '2026-11-27' });
});

it('takes Sunday for the last day of its week, and January for the first of its quarter', () => {
  expect(periodOf('this_week', new Date('2026-11-29T12:00:00Z'), 'UTC')?.from).toBe('2026-11-23');
  expect(periodOf('last_quarter', new Date('2026-01-31T12:00:00Z'), 'UTC')).toEqual({
    from: '2025-10-01',
    until: '2026-01-01',
  });
});

it.each(['', 'someday', 'last_0_days', 'last_9999_days', 'last_-1_days', 'this_decade', 'this_today'])(
  'knows no %j',
  (word) => {
    expect(inUtc(word)).toBeUndefined();
  },
);
