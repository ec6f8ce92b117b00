// Which changes between two AsyncAPI 3 documents break a consumer that was written against the older one.
import { compareSchemas } from './schema-compare.mjs';

/** @typedef {Record<string, any>} Json */

/**
 * The breaking changes, a line each; empty when every old consumer still works.
 * @param {Json} before
 * @param {Json} after
 * @returns {string[]}
 */
export function breakingChanges(before, after) {
  const documents = { before, after };
  return Object.entries(before.channels ?? {}).flatMap(([name, channel]) => {
    const now = Object.values(after.channels ?? {}).find(({ address }) => address === channel.address);
    if (!now) return [`${channel.address}: the subject is gone`];
    return Object.keys(channel.messages).flatMap((message) => {
      const [old, current] = [before, after].map((document) => document.components.messages[message]);
      if (!current || !now.messages[message]) return [`${name}: the message ${message} is gone`];
      return [
        ...compareSchemas(documents, old.headers, current.headers, 'response', `${message} headers`),
        ...compareSchemas(documents, old.payload, current.payload, 'response', message),
      ];
    });
  });
}
