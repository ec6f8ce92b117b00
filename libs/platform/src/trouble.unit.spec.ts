import { Trouble } from './trouble';

const lines: string[] = [];
const log = (line: string) => void lines.push(line);
let trouble: Trouble;
beforeEach(() => {
  jest.useFakeTimers();
  lines.length = 0;
  trouble = new Trouble({ log, warn: log, error: log }, 'Publishing');
});
afterEach(() => jest.useRealTimers());

it('is told once, and when it is over', () => {
  for (let second = 0; second < 30; second++) {
    trouble.begin('TIMEOUT');
    jest.advanceTimersByTime(1_000);
  }
  trouble.end();
  trouble.end();
  expect(lines).toEqual([
    'Publishing stopped and is tried again: TIMEOUT',
    'Publishing goes on, after 30.0 s.',
  ]);
});

it('is told again when the reason changes, after a minute, and when it comes back', () => {
  trouble.begin('TIMEOUT');
  trouble.begin('refused');
  jest.advanceTimersByTime(61_000);
  trouble.begin('refused');
  trouble.end();
  trouble.begin('refused');
  expect(lines.map((line) => line.split(': ')[1] ?? 'over')).toEqual([
    'TIMEOUT',
    'refused',
    'refused',
    'over',
    'refused',
  ]);
});
