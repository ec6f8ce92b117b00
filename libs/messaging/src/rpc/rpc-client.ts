import { Events, type NatsConnection } from 'nats';
import {
  DomainError,
  internalSubject,
  replicaSubject,
  rpcSubject,
  whoSubject,
  type Rehearsed,
  type RequestContext,
  type ServiceName,
} from '@relata/contracts';
import { currentContext } from '@relata/platform';
import { inboxPrefix } from '../nats-connection';
import { outcomeOf } from '../requests/write-outcome';
import { AnswerInbox, AnswerLate, Disconnected, NoResponders } from './answer-inbox';
import { decode, decodeAnswer, encodeRequest } from './rpc-wire';
import type { UnreadJson } from './unread-json';

const REQUEST_DEADLINE_MS = 5_000;
/** A read that has no answer by then is asked of a replica that proves to live: its own may be frozen. */
const ASK_ANOTHER_AFTER_MS = 1_500;
const NOTHING = new Uint8Array();

export interface CallOptions {
  /** Milliseconds to wait for the answer; 5,000 when absent. */
  timeoutMs?: number;
  /** Whether the request may have changed something by the time nobody answers. */
  writes?: boolean;
  context?: RequestContext;
}

/** Requests over NATS: one answer or one DomainError, within a deadline. */
export class RpcClient {
  private isAway = false;
  private readonly inbox: AnswerInbox;

  /** `user` is who the connection is, and may listen to answers to itself alone; when absent, nothing is kept apart. */
  constructor(
    private readonly connection: NatsConnection,
    user?: string,
  ) {
    this.inbox = new AnswerInbox(connection, user === undefined ? undefined : inboxPrefix(user));
    void this.watch();
  }

  /** A request on behalf of an HTTP client; the gateway alone may send these. */
  call<T>(service: ServiceName, verb: string, payload: unknown, options: CallOptions = {}): Promise<T> {
    return this.request<T>(service, rpcSubject(service, verb), payload, options);
  }

  /**
   * As `call`, with an answer that is for the HTTP client as it is. What comes is typed as what it stands for, and may be
   * its bytes (`UnreadJson`): return it, do not look into it.
   */
  async forward<T>(
    service: ServiceName,
    verb: string,
    payload: unknown,
    options: CallOptions = {},
  ): Promise<T> {
    const context = options.context ?? currentContext();
    if (context.dryRun) return this.call(service, verb, payload, options);
    return (await this.answer(service, rpcSubject(service, verb), payload, options, context)) as T;
  }

  /** A question of one service to another. */
  ask<T>(service: ServiceName, verb: string, payload: unknown, options: CallOptions = {}): Promise<T> {
    return this.request<T>(service, internalSubject(service, verb), payload, options);
  }

  private async request<T>(
    service: ServiceName,
    subject: string,
    payload: unknown,
    options: CallOptions,
  ): Promise<T> {
    const context = options.context ?? currentContext();
    const json = await this.answer(service, subject, payload, options, context);
    if (!options.writes || !context.dryRun) return json.read<T>();
    const { result, events } = json.read<Rehearsed<T>>();
    outcomeOf(context).events.push(...events);
    return result;
  }

  /**
   * Throws SERVICE_UNAVAILABLE when no replica listens or NATS is away, OUTCOME_UNKNOWN or TIMEOUT when none answers
   * in time.
   */
  private async answer(
    service: ServiceName,
    subject: string,
    payload: unknown,
    { timeoutMs = REQUEST_DEADLINE_MS, writes = false }: CallOptions,
    asked: RequestContext,
  ): Promise<UnreadJson> {
    // The client would keep it and send it later, when nobody waits any more.
    if (this.isAway || this.connection.isClosed()) throw unavailable(service);
    const context = { ...(writes ? asked : asRead(asked)), deadline: Date.now() + timeoutMs };
    const body = encodeRequest(context, payload);
    try {
      const answer = await (writes
        ? this.inbox.ask(subject, body, timeoutMs)
        : this.read(service, subject, body, timeoutMs));
      const { json, isReplayed } = decodeAnswer(answer);
      if (isReplayed) outcomeOf(asked).isReplayed = true;
      return json;
    } catch (error) {
      throw translate(error, service, writes);
    }
  }

  /** The first answer: of the replica that the broker picked or, when that takes long, of another. */
  private read(
    service: ServiceName,
    subject: string,
    body: Uint8Array,
    timeout: number,
  ): Promise<Uint8Array> {
    const rest = timeout - ASK_ANOTHER_AFTER_MS;
    const another = async (): Promise<Uint8Array> => {
      const who = await this.inbox.ask(whoSubject(service), NOTHING, rest);
      return this.inbox.ask(replicaSubject(service, decode<string>(who), subject), body, rest);
    };
    return new Promise((resolve, reject) => {
      let isLate = false;
      const askAnother = () => {
        isLate = true;
        Promise.any([first, another()]).then(resolve, () => first.then(resolve, reject));
      };
      const first = this.inbox.ask(subject, body, timeout, {
        afterMs: ASK_ANOTHER_AFTER_MS,
        act: askAnother,
      });
      first.then(resolve, (error: Error) => {
        if (!isLate) reject(error);
      });
    });
  }

  private async watch(): Promise<void> {
    for await (const { type } of this.connection.status()) {
      if (type === Events.Reconnect) this.isAway = false;
      if (type !== Events.Disconnect) continue;
      this.isAway = true;
      this.inbox.disconnected();
    }
  }
}

/** What a context asks of writes means nothing to a read. */
function asRead({ idempotencyKey: _, dryRun: __, ...context }: RequestContext): RequestContext {
  return context;
}

function unavailable(service: ServiceName): DomainError {
  return new DomainError('SERVICE_UNAVAILABLE', `The ${service} service is not available.`);
}

function translate(error: unknown, service: ServiceName, writes: boolean): unknown {
  // The service cannot tell reads from writes.
  if (error instanceof DomainError && error.code === 'OUTCOME_UNKNOWN' && !writes)
    return unavailable(service);
  if (error instanceof Disconnected && !writes) return unavailable(service);
  if (error instanceof NoResponders) return unavailable(service);
  const isLate = error instanceof Disconnected || error instanceof AnswerLate;
  if (!isLate) return error;
  if (writes) {
    return new DomainError(
      'OUTCOME_UNKNOWN',
      `The ${service} service did not answer in time; the change may or may not have happened. Read the record before you try again.`,
    );
  }
  return new DomainError('TIMEOUT', `The ${service} service did not answer in time.`);
}
