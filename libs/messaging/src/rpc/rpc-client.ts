import { Inject, Injectable } from '@nestjs/common';
import { ErrorCode as NatsErrorCode, Events, NatsError, type Msg, type NatsConnection } from 'nats';
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
import { NATS_CONNECTION } from '../nats-connection';
import { outcomeOf } from '../requests/write-outcome';
import { ERROR_HEADER, REPLAYED_HEADER, contextHeaders, decode, decodeError, encode } from './rpc-wire';

const REQUEST_DEADLINE_MS = 5_000;
/** A read that has no answer by then is asked of a replica that proves to live: its own may be frozen. */
const ASK_ANOTHER_AFTER_MS = 1_500;

export interface CallOptions {
  /** Milliseconds to wait for the answer; 5,000 when absent. */
  timeoutMs?: number;
  /** Whether the request may have changed something by the time nobody answers. */
  writes?: boolean;
  context?: RequestContext;
}

/** Sends the request to a subject, and waits so many milliseconds. */
type Send = (subject: string, timeout: number) => Promise<Msg>;

/** Requests over NATS: one answer or one DomainError, within a deadline. */
@Injectable()
export class RpcClient {
  private isAway = false;
  /** Those who wait for an answer that cannot come any more when the connection breaks. */
  private readonly waiting = new Set<(error: Disconnected) => void>();

  constructor(@Inject(NATS_CONNECTION) private readonly connection: NatsConnection) {
    void this.watch();
  }

  /** A request on behalf of an HTTP client; the gateway alone may send these. */
  call<T>(service: ServiceName, verb: string, payload: unknown, options: CallOptions = {}): Promise<T> {
    return this.request<T>(service, rpcSubject(service, verb), payload, options);
  }

  /** A question of one service to another. */
  ask<T>(service: ServiceName, verb: string, payload: unknown, options: CallOptions = {}): Promise<T> {
    return this.request<T>(service, internalSubject(service, verb), payload, options);
  }

  /**
   * Throws SERVICE_UNAVAILABLE when no replica listens or NATS is away, OUTCOME_UNKNOWN or TIMEOUT when none answers
   * in time.
   */
  private async request<T>(
    service: ServiceName,
    subject: string,
    payload: unknown,
    options: CallOptions,
  ): Promise<T> {
    const timeout = options.timeoutMs ?? REQUEST_DEADLINE_MS;
    const asked = options.context ?? currentContext();
    const context = { ...(options.writes ? asked : asRead(asked)), deadline: Date.now() + timeout };
    // The client would keep it and send it later, when nobody waits any more.
    if (this.isAway) throw unavailable(service);
    try {
      const headers = contextHeaders(context);
      const body = encode(payload);
      const send: Send = (to, within) =>
        this.unlessDisconnected(this.connection.request(to, body, { timeout: within, headers }));
      const answer = await (options.writes
        ? send(subject, timeout)
        : this.read(service, subject, timeout, send));
      if (answer.headers?.has(ERROR_HEADER)) throw decodeError(answer.data);
      return options.writes ? outcome<T>(answer, asked) : decode<T>(answer.data);
    } catch (error) {
      throw translate(error, service, options.writes ?? false);
    }
  }

  /** The first answer: of the replica that the broker picked or, when that takes long, of another. */
  private async read(service: ServiceName, subject: string, timeout: number, send: Send): Promise<Msg> {
    const first = send(subject, timeout);
    let timer: NodeJS.Timeout | undefined;
    const isLate = await Promise.race([
      first.then(() => false),
      new Promise<boolean>((resolve) => {
        timer = setTimeout(() => resolve(true), ASK_ANOTHER_AFTER_MS);
      }),
    ]).finally(() => clearTimeout(timer));
    if (!isLate) return first;
    const rest = timeout - ASK_ANOTHER_AFTER_MS;
    const another = async (): Promise<Msg> => {
      const who = await this.connection.request(whoSubject(service), undefined, { timeout: rest });
      return send(replicaSubject(service, decode<string>(who.data), subject), rest);
    };
    return Promise.any([first, another()]).catch(() => first);
  }

  /** Answers as `answer` does, or rejects as soon as the connection breaks. */
  private unlessDisconnected(answer: Promise<Msg>): Promise<Msg> {
    return new Promise((resolve, reject) => {
      this.waiting.add(reject);
      answer.then(resolve, reject).finally(() => this.waiting.delete(reject));
    });
  }

  private async watch(): Promise<void> {
    for await (const { type } of this.connection.status()) {
      if (type === Events.Reconnect) this.isAway = false;
      if (type !== Events.Disconnect) continue;
      this.isAway = true;
      for (const reject of this.waiting) reject(new Disconnected());
      this.waiting.clear();
    }
  }
}

/** What a context asks of writes means nothing to a read. */
function asRead({ idempotencyKey: _, dryRun: __, ...context }: RequestContext): RequestContext {
  return context;
}

/** The answer to a write; what else is known of it is noted for the context. */
function outcome<T>(answer: Msg, context: RequestContext): T {
  const noted = outcomeOf(context);
  if (answer.headers?.has(REPLAYED_HEADER)) noted.isReplayed = true;
  if (!context.dryRun) return decode<T>(answer.data);
  const { result, events } = decode<Rehearsed<T>>(answer.data);
  noted.events.push(...events);
  return result;
}

/** The connection broke while an answer was waited for. */
class Disconnected extends Error {}

function unavailable(service: ServiceName): DomainError {
  return new DomainError('SERVICE_UNAVAILABLE', `The ${service} service is not available.`);
}

function translate(error: unknown, service: ServiceName, writes: boolean): unknown {
  // The service cannot tell reads from writes.
  if (error instanceof DomainError && error.code === 'OUTCOME_UNKNOWN' && !writes)
    return unavailable(service);
  if (error instanceof Disconnected && !writes) return unavailable(service);
  if (!(error instanceof NatsError || error instanceof Disconnected)) return error;
  const isLate = error instanceof Disconnected || error.code === String(NatsErrorCode.Timeout);
  if (isLate && writes) {
    return new DomainError(
      'OUTCOME_UNKNOWN',
      `The ${service} service did not answer in time; the change may or may not have happened. Read the record before you try again.`,
    );
  }
  if (isLate) return new DomainError('TIMEOUT', `The ${service} service did not answer in time.`);
  return unavailable(service);
}
