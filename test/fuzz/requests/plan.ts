/** A request before it is sent; texts may hold marks of what is known by then. */
export interface Plan {
  /** What is between the braces of the path, by name. A value is percent-encoded unless it is raw. */
  path: Record<string, Text>;
  query: [name: string, value: Text][];
  /** A value of several is a header that is sent several times. */
  headers: Record<string, string | string[]>;
  /** Undefined is no body. */
  body?: Body;
  /** As whom: by a key that may do everything, one of somebody who may do little, or nobody. */
  as: 'administrator' | 'reader' | 'nobody';
}

export type Text = string | { raw: string };
export type Body = { json: unknown; type: string } | { text: string; type: string };
/** Makes another request of one: worse. */
export type Change = (plan: Plan) => Plan;

/** All places in a JSON value, as paths from its root. */
export function placesIn(value: unknown, at: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [at];
  const members = Object.entries(value).flatMap(([name, member]) => placesIn(member, [...at, name]));
  return [at, ...members];
}

/** A copy with another value at a place; undefined takes the member away. */
export function withAt(value: unknown, [name, ...rest]: string[], other: unknown): unknown {
  if (name === undefined) return other;
  const inner = withAt((value as Record<string, unknown>)[name], rest, other);
  if (Array.isArray(value)) {
    const changed = [...(value as unknown[])];
    changed[Number(name)] = inner;
    return changed;
  }
  const { [name]: _, ...others } = value as Record<string, unknown>;
  return inner === undefined ? others : { ...others, [name]: inner };
}
