/**
 * OpenAPI 3.1 says `type: ['string', 'null']` where 3.0, and Nest's swagger still, say `nullable: true`. Answers the
 * document, or a part of it, in the words of 3.1.
 */
export function withNullTypes<T>(part: T): T {
  if (Array.isArray(part)) return part.map(withNullTypes) as T;
  if (typeof part !== 'object' || part === null) return part;
  const { nullable, ...rest } = Object.fromEntries(
    Object.entries(part).map(([name, value]) => [name, withNullTypes(value as unknown)]),
  );
  // A property may be called "nullable": that is a schema, not a mark.
  if (typeof nullable === 'object') return { ...rest, nullable } as T;
  return (nullable === true ? orNull(rest) : rest) as T;
}

function orNull(schema: Record<string, unknown>): Record<string, unknown> {
  const { type, enum: values, description, ...rest } = schema;
  if (typeof type === 'string') {
    return {
      ...schema,
      type: [type, 'null'],
      ...(Array.isArray(values) ? { enum: [...(values as unknown[]), null] } : {}),
    };
  }
  const only = Array.isArray(rest.allOf) && rest.allOf.length === 1 ? (rest.allOf[0] as unknown) : rest;
  return { ...(description === undefined ? {} : { description }), oneOf: [only, { type: 'null' }] };
}
