import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@relata/contracts';
import { EventLog } from '../events/event-log';
import { Idempotency, type WriteAnswer } from './idempotency';

/** What a request may ask of any write: to take effect once under its key, or to be rehearsed only. */
@Injectable()
export class Writes {
  constructor(
    private readonly eventLog: EventLog,
    private readonly idempotency: Idempotency,
  ) {}

  /** Answers `work` as the request wants it; undefined when it wants nothing of the kind. */
  answer(
    verb: string,
    payload: unknown,
    { dryRun, idempotencyKey: key, principal, deadline = Date.now() }: RequestContext,
    work: () => Promise<unknown>,
  ): Promise<WriteAnswer> | undefined {
    if (dryRun) return this.rehearse(work);
    // Who has not signed in has no keys of his own.
    if (key === undefined || principal.id === null) return undefined;
    // A key of the user's that may do less must not be shown what another was answered.
    const request = [principal.access?.roleId ?? null, payload];
    return this.idempotency.once(verb, request, { principalId: principal.id, key, deadline }, work);
  }

  private async rehearse(work: () => Promise<unknown>): Promise<WriteAnswer> {
    const { result, events } = await this.eventLog.rehearse(work);
    return {
      json: JSON.stringify({ result: result ?? null, events }),
      isReplayed: false,
    };
  }
}
