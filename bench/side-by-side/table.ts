import type { Figure } from '../alone/figure';
import type { Comparison, Figures } from './compare';

const TOLD_APART = ['gateway', 'contact', 'deal', 'activity', 'nats-server', 'postgres'];

/** The comparison as a table of Markdown. */
export function comparisonTable(comparisons: Comparison[]): string {
  return table([
    [
      'operation',
      'Relata req/s',
      'p50 ms',
      'p99 ms',
      'baseline req/s',
      'p50 ms',
      'p99 ms',
      'ratio',
      'aim',
      'p99 × baseline',
    ],
    ...comparisons.map(({ operation, aim, relata, baseline, ratio }) => [
      operation,
      ...speed(relata),
      ...speed(baseline),
      ratio.toFixed(2),
      aim.toFixed(2),
      (relata.p99 / baseline.p99).toFixed(1),
    ]),
  ]);
}

/** Where the time of a request goes: microseconds of processor time. */
export function costTable(comparisons: Comparison[]): string {
  return table([
    ['operation', 'Relata µs', ...TOLD_APART, 'others', 'baseline µs', 'server', 'its postgres'],
    ...comparisons.map(({ operation, relata, baseline }) => {
      const sum = sumOf(relata);
      const apart = TOLD_APART.map((name) => relata.cpu[name] ?? 0);
      const others = sum - apart.reduce((all, one) => all + one, 0);
      return [
        operation,
        ...[sum, ...apart, others].map(whole),
        ...[sumOf(baseline), baseline.cpu.baseline ?? 0, baseline.cpu.postgres ?? 0].map(whole),
      ];
    }),
  ]);
}

/** What was measured of Relata alone. */
export function figureTable(figures: Figure[]): string {
  const holds = ({ holds }: Figure) => (holds === undefined ? '' : holds ? 'yes' : '**no**');
  return table([
    ['what', 'aim', 'measured', 'holds'],
    ...figures.map((figure) => [figure.name, figure.aim, figure.measured, holds(figure)]),
  ]);
}

/** Rows of cells, the first one the heading. */
export function table(rows: string[][]): string {
  const [head = [], ...body] = rows;
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...body.map(line)].join('\n');
}

function speed({ requestsPerSecond, p50, p99 }: Figures): string[] {
  return [
    requestsPerSecond < 20 ? requestsPerSecond.toFixed(1) : whole(requestsPerSecond),
    p50.toFixed(1),
    p99.toFixed(1),
  ];
}

function sumOf({ cpu }: Figures): number {
  return Object.values(cpu).reduce((sum, one) => sum + one, 0);
}

function whole(value: number): string {
  return Math.round(value).toString();
}
