/** What Relata alone is measured by: nothing hand-written does the same. */
export interface Figure {
  name: string;
  /** In words; empty where there is none. */
  aim: string;
  measured: string;
  /** Undefined without an aim. */
  holds?: boolean;
}

/** A figure that must not exceed something. */
export function atMost(name: string, aim: number, measured: number, unit: string, more = ''): Figure {
  return {
    name,
    aim: `≤ ${aim} ${unit}`,
    measured: `${measured.toFixed(measured < 20 ? 1 : 0)} ${unit}${more}`,
    holds: measured <= aim,
  };
}

/** A figure that must reach something. */
export function atLeast(name: string, aim: number, measured: number, more = ''): Figure {
  return { name, aim: `≥ ${aim}`, measured: `${measured.toFixed(2)}${more}`, holds: measured >= aim };
}
