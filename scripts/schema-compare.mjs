// Which changes of a JSON schema (OpenAPI 3.0 or 3.1, AsyncAPI 3) break a client: what it sends may only be taken more widely, what
// it receives only told more narrowly. Values added to an enum that it receives are additive: clients must expect them.

/** @typedef {Record<string, any>} Json */
/** @typedef {{ documents: { before: Json, after: Json }, direction: 'request' | 'response', within: [Json?, Json?][] }} Context */

const UPPER_BOUNDS = ['maxLength', 'maxItems', 'maxProperties', 'maximum', 'exclusiveMaximum'];
const LOWER_BOUNDS = ['minLength', 'minItems', 'minProperties', 'minimum', 'exclusiveMinimum'];

/**
 * @param {Context['documents']} documents where each `$ref` leads
 * @param {Json | undefined} before
 * @param {Json | undefined} after
 * @param {Context['direction']} direction who sends it: the client or the server
 * @param {string} where what the changes are said to be of
 * @returns {string[]} the breaking changes, a line each
 */
export function compareSchemas(documents, before, after, direction, where) {
  return compare({ documents, direction, within: [] }, before, after, where);
}

/** @type {(context: Context, before: Json | undefined, after: Json | undefined, where: string) => string[]} */
function compare(context, before, after, where) {
  // A tree of schemas may lead back to itself.
  if (context.within.some((pair) => pair[0] === before && pair[1] === after)) return [];
  context = { ...context, within: [...context.within, [before, after]] };
  const old = flatten(context.documents.before, before);
  const now = flatten(context.documents.after, after);
  const [sent, taken] = context.direction === 'request' ? [old, now] : [now, old];
  if (!isWithin(sent.types, taken.types))
    return [`${where}: type ${named(old.types)} became ${named(now.types)}`];
  return [
    ...compareValues(context, old, now, where),
    ...compareObjects(context, old, now, where),
    ...compareVariants(context, old, now, where),
    ...(old.items ? compare(context, old.items, now.items, `${where}[]`) : []),
  ];
}

/** The schema without `$ref`, `allOf` and the ways to say null; `types` is a list, undefined when all are allowed. */
function flatten(document, schema) {
  const { $ref, allOf = [], ...own } = schema ?? {};
  const parts = [...($ref ? [resolve(document, $ref)] : []), ...allOf].map((part) => flatten(document, part));
  const types = own.type === undefined ? undefined : [own.type].flat();
  const merged = [...parts, { ...own, types }].reduce(merge, {});
  const variants = merged.oneOf ?? merged.anyOf;
  const solid = variants?.filter((variant) => variant.type !== 'null');
  if (solid?.length === 1 && variants.length > 1) {
    const only = merge({ ...merged, oneOf: undefined, anyOf: undefined }, flatten(document, solid[0]));
    return withNull(only);
  }
  return merged.nullable ? withNull(merged) : merged;
}

function merge(one, other) {
  return {
    ...one,
    ...other,
    types: other.types ?? one.types,
    properties: { ...one.properties, ...other.properties },
    required: [...new Set([...(one.required ?? []), ...(other.required ?? [])])],
  };
}

const withNull = (schema) => ({
  ...schema,
  types: schema.types && [...new Set([...schema.types, 'null'])],
});

function resolve(document, reference) {
  return reference
    .split('/')
    .slice(1)
    .reduce((at, name) => at?.[name.replaceAll('~1', '/').replaceAll('~0', '~')], document);
}

function isWithin(narrow, wide) {
  if (!wide) return true;
  return (
    narrow?.every((type) => wide.includes(type) || (type === 'integer' && wide.includes('number'))) ?? false
  );
}

const named = (types) => types?.join(' | ') ?? 'any';

const valuesOf = (schema) => (schema.const === undefined ? schema.enum : [schema.const]);

function compareValues({ direction }, old, now, where) {
  if (old.format !== now.format && (direction === 'request' ? now.format : old.format)) {
    return [`${where}: format ${old.format ?? 'none'} became ${now.format ?? 'none'}`];
  }
  const [before, after] = [valuesOf(old), valuesOf(now)];
  // Who waits for a value that never comes any more waits in vain; that null never comes hurts nobody.
  if (direction === 'response') {
    const kept = after ?? before;
    const ended = before?.filter((value) => value !== null && !kept.includes(value)) ?? [];
    return ended.map((value) => `${where}: the value ${value} never comes now`);
  }
  const lost = after ? (before?.filter((value) => !after.includes(value)) ?? ['any other']) : [];
  return [
    ...lost.map((value) => `${where}: the value ${value} is refused now`),
    ...UPPER_BOUNDS.filter((bound) => now[bound] < (old[bound] ?? Infinity)).map(
      (bound) => `${where}: ${bound} ${old[bound] ?? 'none'} became ${now[bound]}`,
    ),
    ...LOWER_BOUNDS.filter((bound) => now[bound] > (old[bound] ?? defaultLowerBound(bound))).map(
      (bound) => `${where}: ${bound} ${old[bound] ?? 'none'} became ${now[bound]}`,
    ),
    ...['pattern', 'multipleOf'].flatMap((rule) =>
      now[rule] !== undefined && now[rule] !== old[rule] ? [`${where}: ${rule} is now ${now[rule]}`] : [],
    ),
    ...(now.uniqueItems && !old.uniqueItems ? [`${where}: items must now differ`] : []),
  ];
}

/** A length is never below 0, so `minLength: 0` demands nothing new. */
const defaultLowerBound = (bound) => (/imum/i.test(bound) ? -Infinity : 0);

function compareObjects(context, old, now, where) {
  const changes = [];
  for (const [name, schema] of Object.entries(old.properties)) {
    const field = `${where}.${name}`;
    if (Object.hasOwn(now.properties, name)) {
      changes.push(...compare(context, schema, now.properties[name], field));
    } else {
      changes.push(`${field} is gone`);
    }
  }
  if (context.direction === 'request') {
    const demanded = now.required.filter((name) => !old.required.includes(name));
    changes.push(...demanded.map((name) => `${where}.${name} is now required`));
    if (now.additionalProperties === false && old.additionalProperties !== false)
      changes.push(`${where}: other properties are refused now`);
  } else {
    const unsure = old.required.filter((name) => !now.required.includes(name) && name in now.properties);
    changes.push(...unsure.map((name) => `${where}.${name} may be absent now`));
  }
  if (isSchema(old.additionalProperties) && isSchema(now.additionalProperties))
    changes.push(...compare(context, old.additionalProperties, now.additionalProperties, `${where}.*`));
  return changes;
}

const isSchema = (value) => typeof value === 'object' && value !== null;

/** Each variant is compared with the one that is most like it. */
function compareVariants(context, old, now, where) {
  const after = now.oneOf ?? now.anyOf ?? [];
  return (old.oneOf ?? old.anyOf ?? []).flatMap((variant, index) => {
    const name = `${where}(${variant.$ref?.split('/').at(-1) ?? index + 1})`;
    const outcomes = after.map((candidate) => compare(context, variant, candidate, name));
    return outcomes.sort((one, other) => one.length - other.length)[0] ?? [`${name} is gone`];
  });
}
