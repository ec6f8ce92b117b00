import { runSideBySide } from './run';
import { comparisonTable, costTable } from './table';

jest.setTimeout(300_000);

/** The short form: that everything runs and is counted; it says nothing of speed, and fails on nothing but errors. */
it('asks both servers the same, and counts what it costs each process', async () => {
  const asked = ['get', 'list', 'search-rare', 'create', 'stage'];
  const { comparisons, figures, memory } = await runSideBySide({
    size: 20_000,
    seconds: 1,
    rounds: 1,
    ops: [...asked, 'events', 'import', 'reports'],
    say: () => undefined,
  });
  expect(comparisons.map(({ operation }) => operation)).toEqual(asked);
  for (const { relata, baseline, ratio } of comparisons) {
    expect(ratio).toBeGreaterThan(0);
    expect(relata.cpu.gateway).toBeGreaterThan(0);
    expect(baseline.cpu.baseline).toBeGreaterThan(0);
  }
  expect(figures.map(({ name }) => name.split(/[ ,]/)[0])).toEqual([
    'commit',
    'publishing',
    'import',
    ...Array.from({ length: 6 }, () => 'report'),
  ]);
  for (const { measured } of figures) expect(measured).not.toContain('NaN');
  expect(memory.gateway).toBeGreaterThan(0);
  expect(comparisonTable(comparisons).split('\n')).toHaveLength(asked.length + 2);
  expect(costTable(comparisons)).toContain('nats-server');
});
