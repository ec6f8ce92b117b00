import { Inject, Injectable } from '@nestjs/common';
import { ErrorCode as NatsErrorCode, NatsError, type NatsConnection } from 'nats';
import {
  DomainError,
  internalSubject,
  rpcSubject,
  type RequestContext,
  type ServiceName,
} from '@relata/contracts';
import { currentContext } from '@relata/platform';
import { NATS_CONNECTION } from '../nats-connection';
import { ERROR_HEADER, contextHeaders, decode, decodeError, encode } from './rpc-wire';

const REQUEST_DEADLINE_MS = 5_000;

export interface CallOptions {
  /** Milliseconds to wait for the answer; 5,000 when absent. */
  timeoutMs?: number;
  /** Whether the request may have changed something by the time nobody answers. */
  writes?: boolean;
  context?: RequestContext;
}

/** Requests over NATS: one answer or one DomainError, within a deadline. */
@Injectable()
export class RpcClient {
  constructor(@Inject(NATS_CONNECTION) private readonly connection: NatsConnection) {}

  /** A request on behalf of an HTTP client; the gateway alone may send these. */
  call<T>(service: ServiceName, verb: string, payload: unknown, options: CallOptions = {}): Promise<T> {
    return this.request<T>(service, rpcSubject(service, verb), payload, options);
  }

  /** A question of one service to another. */
  ask<T>(service: ServiceName, verb: string, payload: unknown, options: CallOptions = {}): Promise<T> {
    return this.request<T>(service, internalSubject(service, verb), payload, options);
  }

  /** Throws SERVICE_UNAVAILABLE when no replica listens, OUTCOME_UNKNOWN or TIMEOUT when none answers in time. */
  private async request<T>(
    service: ServiceName,
    subject: string,
    payload: unknown,
    options: CallOptions,
  ): Promise<T> {
    const timeout = options.timeoutMs ?? REQUEST_DEADLINE_MS;
    const context = { ...(options.context ?? currentContext()), deadline: Date.now() + timeout };
    try {
      const answer = await this.connection.request(subject, encode(payload), {
        timeout,
        headers: contextHeaders(context),
      });
      if (answer.headers?.has(ERROR_HEADER)) throw decodeError(answer.data);
      return decode<T>(answer.data);
    } catch (error) {
      throw translate(error, service, options.writes ?? false);
    }
  }
}

function translate(error: unknown, service: ServiceName, writes: boolean): unknown {
  if (!(error instanceof NatsError)) return error;
  const isLate = error.code === String(NatsErrorCode.Timeout);
  if (isLate && writes) {
    return new DomainError(
      'OUTCOME_UNKNOWN',
      `The ${service} service did not answer in time; the change may or may not have happened. Read the record before you try again.`,
    );
  }
  if (isLate) return new DomainError('TIMEOUT', `The ${service} service did not answer in time.`);
  return new DomainError('SERVICE_UNAVAILABLE', `The ${service} service is not available.`);
}
