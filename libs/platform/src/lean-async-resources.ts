import { AsyncResource } from 'node:async_hooks';

type Callback = (...values: unknown[]) => unknown;

/**
 * Has `AsyncResource.bind` give what it binds no property `asyncResource`, which is deprecated (DEP0172) and gone in newer
 * versions of Node. Making it gives each bound function a prototype of its own; of that V8 keeps a map among its old objects, and
 * with it all that the function reaches, until a whole collection. Fastify binds the reader of each body: so everything of
 * every POST and PATCH outlived the quick collections, which then took some 6 ms, not 2, several times a second.
 */
export function leanAsyncResources(): void {
  const isLean = !Object.hasOwn(
    new AsyncResource('test').bind(() => undefined),
    'asyncResource',
  );
  if (isLean) return;
  const bind = function (this: AsyncResource, callback: Callback, receiver?: unknown): Callback {
    const run = this.runInAsyncScope.bind(this) as (callback: Callback, ...values: unknown[]) => unknown;
    return receiver === undefined
      ? function (this: unknown, ...values) {
          return run(callback, this, ...values);
        }
      : (...values) => run(callback, receiver, ...values);
  };
  AsyncResource.prototype.bind = bind as typeof AsyncResource.prototype.bind;
}
