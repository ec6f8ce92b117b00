import type { RunResult } from './run';

/** What a run did and found, as text. */
export function reportOf(result: RunResult): string {
  const { history, incidents, verdict } = result;
  const total = (what: 'kills' | 'redelivered') =>
    incidents.reduce((sum, incident) => sum + (incident[what] ?? 0), 0);
  const lines = [
    `Seed ${result.seed}, ${result.seconds.toFixed(0)} s under load.`,
    `Writes: ${history.count('ok')} acknowledged, ${history.count('failed')} refused, ${history.count('unknown')} unknown.`,
    `Answers: ${Object.entries(history.answers())
      .sort(([, a], [, b]) => b - a)
      .map(([name, count]) => `${name}: ${count}`)
      .join(', ')}`,
    `Faults: ${summaryOf(incidents.map(({ fault }) => fault))}; ${total('kills')} kill -9; ${total('redelivered')} events delivered again; ${result.failedStarts} starts failed.`,
    ...result.notRun.map((fault) => `Not run on this machine: ${fault}.`),
    ...incidents
      .filter(({ error }) => error)
      .map(({ fault, error }) => `  ${fault} could not be done: ${error}`),
    `At rest after ${(verdict.settledInMs / 1_000).toFixed(1)} s.`,
  ];
  if (verdict.violations.length === 0) lines.push('No violation.');
  else lines.push(...verdict.violations.map(({ check, detail }) => `VIOLATION ${check}: ${detail}`));
  return lines.join('\n');
}

function summaryOf(names: string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, count]) => `${name} ${count}`).join(', ') || 'none';
}
