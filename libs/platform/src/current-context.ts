import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { SYSTEM, type RequestContext } from '@relata/contracts';

const storage = new AsyncLocalStorage<RequestContext>();

/** Runs `work` so that everything it calls sees `context` as the current one. */
export function runInContext<T>(context: RequestContext, work: () => T): T {
  return storage.run(context, work);
}

/** The context of the request or event being handled; outside of any, the system's own. */
export function currentContext(): RequestContext {
  return storage.getStore() ?? { requestId: randomUUID(), principal: SYSTEM };
}

/** The request's id for log lines, if there is a request. */
export function currentRequestId(): string | undefined {
  return storage.getStore()?.requestId;
}
