import { CLASSES } from './requests/requests';
import type { Failure, Outcome, RunResult } from './run';
import { curlOf, shortened } from './sender';

/** Of one fault in one operation, so many requests are shown. */
const SHOWN = 2;
const SLOWEST = 10;

/** What was sent and answered, and each failure with what makes it again. */
export function reportOf({ options, seconds, outcomes, failures }: RunResult): string {
  const late = failures.filter(({ faults }) =>
    faults.some((fault) => /^(answered after|no answer)/.test(fault)),
  ).length;
  const crashed = outcomes.filter(({ status }) => status >= 500).length;
  return [
    ...failuresOf(failures, options.seed),
    `${outcomes.length} requests with seed ${options.seed} to ${groups(outcomes, idOf).length} operations in ${seconds.toFixed(0)} s`,
    `answers of 5xx: ${crashed}; past ${options.deadlineMs} ms or never: ${late}; failures in all: ${failures.length}`,
    '',
    ...CLASSES.map((requestClass) => {
      const ofClass = outcomes.filter((outcome) => outcome.requestClass === requestClass);
      return `${requestClass.padEnd(10)} ${statuses(ofClass)}`;
    }),
    '',
    ...groups(outcomes, idOf).map(([id, ofOne]) => `${id.padEnd(26)} ${statuses(ofOne)}`),
    '',
    `time: p50 ${percentile(outcomes, 0.5)} ms, p99 ${percentile(outcomes, 0.99)} ms; slowest:`,
    ...[...outcomes]
      .sort((one, other) => other.milliseconds - one.milliseconds)
      .slice(0, SLOWEST)
      .map(
        ({ milliseconds, status, requestClass, operationId }) =>
          `${Math.round(milliseconds)} ms ${operationId} ${requestClass} ${status}`,
      ),
  ].join('\n');
}

const idOf = ({ operationId }: Outcome) => operationId;

function failuresOf(failures: Failure[], seed: number): string[] {
  const kinds = groups(
    failures,
    // Places in lists and ids make no kind of their own.
    ({ operation, faults }) => `${operation.id}: ${faults.join('; ').replace(/\d+/g, 'N')}`,
  );
  return kinds.flatMap(([, all]) => [
    ...all
      .slice(0, SHOWN)
      .flatMap(({ number, operation, requestClass, sent, answered, faults }) => [
        `FAILURE of ${operation.id} (${operation.method} ${operation.path}), request ${number} of seed ${seed}, ${requestClass}`,
        ...faults.map((fault) => `  ${fault}`),
        `  ${curlOf(sent)}`,
        `  ${answered.status} ${JSON.stringify(answered.headers)}`,
        `  ${shortened(answered.text)}`,
      ]),
    ...(all.length > SHOWN ? [`  … and ${all.length - SHOWN} more of this kind`] : []),
    '',
  ]);
}

function statuses(outcomes: Outcome[]): string {
  return groups(outcomes, ({ status }) => String(status))
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([status, all]) => `${status}: ${all.length}`)
    .join(', ');
}

function groups<T>(items: T[], keyOf: (item: T) => string): [string, T[]][] {
  const found = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = found.get(key);
    if (group) group.push(item);
    else found.set(key, [item]);
  }
  return [...found];
}

function percentile(outcomes: Outcome[], part: number): number {
  const times = outcomes.map(({ milliseconds }) => milliseconds).sort((one, other) => one - other);
  return Math.round(times[Math.floor(times.length * part)] ?? 0);
}
