// Which changes between two OpenAPI documents break a client that was written against the older one.
// None of the npm packages at hand fits (openapi-diff knows no 3.1, the others download a Go binary).
import { compareSchemas } from './schema-compare.mjs';

/** @typedef {Record<string, any>} Json */

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/**
 * The breaking changes, a line each; empty when every old client still works.
 * @param {Json} before
 * @param {Json} after
 * @returns {string[]}
 */
export function breakingChanges(before, after) {
  const documents = { before, after };
  return Object.entries(before.paths ?? {}).flatMap(([path, oldItem]) => {
    const newItem = after.paths?.[path];
    if (!newItem) return [`${path}: the path is gone`];
    return METHODS.filter((method) => oldItem[method]).flatMap((method) => {
      const where = `${method.toUpperCase()} ${path}`;
      if (!newItem[method]) return [`${where}: the operation is gone`];
      return compareOperations(
        documents,
        { ...oldItem[method], parameters: parametersOf(before, oldItem, method) },
        { ...newItem[method], parameters: parametersOf(after, newItem, method) },
      ).map((change) => `${where}: ${change}`);
    });
  });
}

/** Those of the operation and of its path. */
function parametersOf(document, item, method) {
  const all = [...(item.parameters ?? []), ...(item[method].parameters ?? [])];
  return all.map((parameter) => resolve(document, parameter));
}

function resolve(document, value) {
  const path = value?.$ref?.split('/').slice(1);
  return path ? path.reduce((at, name) => at?.[name], document) : value;
}

function compareOperations(documents, before, after) {
  return [
    ...compareParameters(documents, before.parameters, after.parameters),
    ...compareRequestBodies(documents, before.requestBody, after.requestBody),
    ...compareResponses(documents, before.responses ?? {}, after.responses ?? {}),
    ...compareSecurity(documents, before, after),
  ];
}

function compareParameters(documents, before, after) {
  const keyOf = ({ in: place, name }) =>
    `${place} parameter ${place === 'header' ? name.toLowerCase() : name}`;
  const known = new Map(before.map((parameter) => [keyOf(parameter), parameter]));
  const present = new Map(after.map((parameter) => [keyOf(parameter), parameter]));
  const changes = [];
  for (const [key, old] of known) {
    const now = present.get(key);
    if (!now) {
      changes.push(`${key} is gone`);
      continue;
    }
    if (now.required && !old.required) changes.push(`${key} is now required`);
    changes.push(...compareSchemas(documents, old.schema, now.schema, 'request', key));
  }
  for (const [key, now] of present) {
    if (!known.has(key) && now.required) changes.push(`${key} is new and required`);
  }
  return changes;
}

function compareRequestBodies(documents, before, after) {
  const old = resolve(documents.before, before);
  const now = resolve(documents.after, after);
  if (!old) return now?.required ? ['a request body is now required'] : [];
  if (!now) return ['the request body is gone'];
  return [
    ...(now.required && !old.required ? ['the request body is now required'] : []),
    ...compareContents(documents, old.content, now.content, 'request', 'request'),
  ];
}

/** Of errors only the content is compared, as a code that no longer comes hurts nobody. */
function compareResponses(documents, before, after) {
  return Object.entries(before).flatMap(([status, response]) => {
    const old = resolve(documents.before, response);
    const now = resolve(documents.after, after[status]);
    if (!now) return /^[23]/.test(status) ? [`response ${status} is gone`] : [];
    const present = new Set(Object.keys(now.headers ?? {}).map((name) => name.toLowerCase()));
    return [
      ...Object.keys(old.headers ?? {})
        .filter((name) => !present.has(name.toLowerCase()))
        .map((name) => `response ${status}: header ${name} is gone`),
      ...compareContents(documents, old.content, now.content, 'response', `response ${status}`),
    ];
  });
}

function compareContents(documents, before = {}, after = {}, direction, where) {
  return Object.entries(before).flatMap(([type, old]) =>
    after[type]
      ? compareSchemas(documents, old.schema, after[type].schema, direction, where)
      : [`${where}: content type ${type} is gone`],
  );
}

/** What could be called without credentials still can. */
function compareSecurity(documents, before, after) {
  const isOpen = (document, operation) => {
    const demands = operation.security ?? document.security ?? [];
    return demands.length === 0 || demands.some((demand) => Object.keys(demand).length === 0);
  };
  return isOpen(documents.before, before) && !isOpen(documents.after, after) ? ['now needs credentials'] : [];
}
