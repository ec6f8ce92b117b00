import type { CrmResource, RecordView } from '@relata/contracts';
import shapes from './shapes.json';

/** A list that must be fast at any size and any page. */
export interface Shape {
  name: string;
  resource: CrmResource;
  /** Of the request, beside `limit` and `cursor`; `{field}` stands for the value of a record. */
  parameters: Readonly<Record<string, string>>;
  /** The index that has its rows together, in its order. */
  index: string;
}

export const SHAPES = shapes as unknown as readonly Shape[];

/** The parameters with a record's values; undefined where it has none of a field. */
export function parametersFor(
  { parameters }: Shape,
  record: RecordView,
): Readonly<Record<string, string>> | undefined {
  const values = record as unknown as Record<string, string | string[] | null>;
  const filled: Record<string, string> = {};
  for (const [name, parameter] of Object.entries(parameters)) {
    const field = /^\{(\w+)\}$/.exec(parameter)?.[1];
    const value = field === undefined ? parameter : values[field];
    const one = Array.isArray(value) ? value[0] : value;
    if (one === null || one === undefined) return undefined;
    filled[name] = one;
  }
  return filled;
}
