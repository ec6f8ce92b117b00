import { cpus, loadavg } from 'node:os';
import { measureFrozen, measureNatsAway, measureRespawn, measureRolling } from './availability';
import { measureBacklog } from './backlog';
import { measureLatency } from './latency';
import { measureLeaders } from './leaders';
import type { Finding, MeasureOptions } from './measure';

interface Measure {
  description: string;
  measure: (options: MeasureOptions) => Promise<Finding[]>;
  defaults: Partial<MeasureOptions>;
}

/** Every measurement, by the name of its sub-command. */
export const MEASURES: Record<string, Measure> = {
  latency: {
    description: 'commit to consumer, and what the relay costs writers',
    measure: measureLatency,
    // Few rounds say nothing of a p99: a machine's mood moves it more than what is looked for.
    defaults: { rate: 300, seconds: 5, rounds: 20 },
  },
  backlog: {
    description: 'cost of the relay, draining a backlog, repair of a wiped store',
    measure: measureBacklog,
    defaults: { events: 100_000 },
  },
  respawn: {
    description: 'from respawn after kill -9 to the first success',
    measure: measureRespawn,
    defaults: { rounds: 20 },
  },
  rolling: {
    description: 'rolling SIGTERM restarts with two replicas',
    measure: measureRolling,
    defaults: { rounds: 20, rate: 100 },
  },
  frozen: { description: 'one of two replicas is stopped', measure: measureFrozen, defaults: { rate: 50 } },
  'nats-away': {
    description: 'NATS is down for ten seconds',
    measure: measureNatsAway,
    defaults: { rate: 50 },
  },
  leaders: {
    description: 'four relay candidates, the leader killed every 5 s',
    measure: measureLeaders,
    defaults: { rate: 100, seconds: 60 },
  },
};

/** The findings as rows of the table that docs/reliability.md keeps. */
export function tableOf(findings: Finding[]): string {
  const rows = findings.map(({ promise, target, measured, holds }) => {
    const verdict = holds === undefined ? '' : holds ? 'yes' : '**no**';
    return `| ${promise} | ${target} | ${measured} | ${verdict} |`;
  });
  // What else ran meanwhile says how far times can be trusted.
  const machine = `${cpus().length} cores, load average ${loadavg()
    .map((value) => value.toFixed(1))
    .join(' ')}`;
  return [machine, '', '| promise | target | measured | holds |', '| --- | --- | --- | --- |', ...rows].join(
    '\n',
  );
}
