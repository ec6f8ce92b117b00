/** Collects parameters of a statement: `add(value)` answers its placeholder. */
export class Parameters {
  readonly values: unknown[];

  /** Begins behind those that the statement has already. */
  constructor(...values: unknown[]) {
    this.values = values;
  }

  add(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}
