export interface Row {
  name: string;
  /** Milliseconds, as the others. */
  target: number;
  p50: number;
  p95: number;
  worst: number;
}

/** Times work, one after the other. */
export class Timings {
  constructor(
    private readonly requests: number,
    /** What the names have of what is measured. */
    private readonly only: string,
  ) {}

  /** Work on each of the given, in turn. */
  async of<T>(
    name: string,
    target: number,
    given: () => Promise<T[]>,
    work: (one: T, at: number) => Promise<void>,
  ): Promise<Row | undefined> {
    if (!name.includes(this.only)) return undefined;
    const subjects = await given();
    if (subjects.length === 0) throw new Error(`There is nothing to measure ${name} with.`);
    const times: number[] = [];
    // As many are not timed first: a process that just started compiles its code while it answers.
    for (let at = 0; at < 2 * this.requests; at++) {
      const started = performance.now();
      await work(subjects[at % subjects.length] as T, at);
      if (at >= this.requests) times.push(performance.now() - started);
    }
    times.sort((one, other) => one - other);
    const share = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0;
    const row = { name, target, p50: share(0.5), p95: share(0.95), worst: share(1) };
    process.stdout.write(`${Timings.line(row)}\n`);
    return row;
  }

  static table(rows: Row[]): string {
    return [
      `${'milliseconds'.padEnd(54)} target     p50     p95   worst`,
      ...rows.map((row) => Timings.line(row)),
    ].join('\n');
  }

  private static line({ name, target, p50, p95, worst }: Row): string {
    const figures = [p50, p95, worst].map((figure) => figure.toFixed(1).padStart(8)).join('');
    return `${name.padEnd(54)} ${String(target).padStart(6)}${figures}${p95 > target ? '  too slow' : ''}`;
  }
}
