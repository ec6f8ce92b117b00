import { FAULT_NAMES } from './faults/catalogue';
import { reportOf } from './report';
import { run } from './run';

const UNDER_LOAD_MINUTES = 0.6;
/** Start, load, rest and check. */
jest.setTimeout(240_000);

/** Without filling a disk, which needs a mount. The long form: `npm run test:faults`. */
const FAULTS = FAULT_NAMES.filter((name) => name !== 'disk-full');

it('loses, doubles and reorders nothing, whatever dies', async () => {
  const seed = Math.floor(Math.random() * 1_000_000);
  const result = await run({
    seed,
    minutes: UNDER_LOAD_MINUTES,
    faults: FAULTS,
    everyMs: 900,
    rate: 60,
    replicas: 1,
    say: () => undefined,
  });
  // The seed stands in the report: `npm run test:faults -- --seed …` does the same faults again.
  const report = reportOf(result);
  expect({ report, violations: result.verdict.violations }).toEqual({ report, violations: [] });
  expect(result.history.count('ok')).toBeGreaterThan(100);
  expect(result.incidents.filter(({ error }) => !error).length).toBeGreaterThan(5);
});
