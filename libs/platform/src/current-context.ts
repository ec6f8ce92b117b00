import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { Rights, SYSTEM, type RequestContext } from '@relata/contracts';

interface Current {
  context: RequestContext;
  rights: Rights;
}

const storage = new AsyncLocalStorage<Current>();

/**
 * Runs `work` so that everything it calls sees `context` as the current one, and may do what `rights` allow; when
 * absent, what the caller of this function may.
 */
export function runInContext<T>(context: RequestContext, work: () => T, rights = currentRights()): T {
  return storage.run({ context, rights }, work);
}

/** The context of the request or event being handled; outside of any, the system's own. */
export function currentContext(): RequestContext {
  return storage.getStore()?.context ?? { requestId: randomUUID(), principal: SYSTEM };
}

/** What the work at hand may do: what its sender may, or everything when it is the services' own work. */
export function currentRights(): Rights {
  return storage.getStore()?.rights ?? Rights.EVERYTHING;
}

/** The request's id for log lines, if there is a request. */
export function currentRequestId(): string | undefined {
  return storage.getStore()?.context.requestId;
}
