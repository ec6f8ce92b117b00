import { reportOf } from './report';
import { run } from './run';

/** The long form: `npm run test:fuzz`. */
const REQUESTS = 1_000;
/** Other tests run beside it: the long form holds the deadline of clients. */
const DEADLINE_MS = 15_000;

jest.setTimeout(180_000);

it('is answered as /openapi.json says, whatever it is asked', async () => {
  const seed = Math.floor(Math.random() * 1_000_000);
  const result = await run({
    seed,
    requests: REQUESTS,
    deadlineMs: DEADLINE_MS,
    parallel: 8,
    say: () => undefined,
  });
  // The report says how to send what failed again.
  const report = result.failures.length > 0 ? reportOf(result) : '';
  expect({ seed, report }).toEqual({ seed, report: '' });
  // Else nothing was asked that does anything.
  const isDone = ({ status }: { status: number }) => status >= 200 && status < 300;
  expect(result.outcomes).toHaveLength(REQUESTS);
  expect(result.outcomes.filter(isDone).length).toBeGreaterThan(REQUESTS / 4);
});
