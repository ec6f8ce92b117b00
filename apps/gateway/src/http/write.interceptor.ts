import {
  Injectable,
  SetMetadata,
  applyDecorators,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiExtension } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { DomainError, invalidParameter, type RequestContext } from '@relata/contracts';
import { outcomeOf } from '@relata/messaging';
import { currentContext } from '@relata/platform';
import { DONE_AT_ONCE, READS_ONLY } from '../openapi-writes';
import { onlyParameters } from './list-query';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);
const KEY = /^[\x20-\x7e]{1,255}$/;
const IS_DONE_AT_ONCE = 'relata:done-at-once';
const IS_READ = 'relata:read';

/** A route that cannot be rehearsed, because it does more than write records. */
export const NotRehearsed = () =>
  applyDecorators(SetMetadata(IS_DONE_AT_ONCE, true), ApiExtension(DONE_AT_ONCE, true));

/** A route that only reads, and is a POST because its question does not fit into a URL. */
export const ReadByPost = () => applyDecorators(SetMetadata(IS_READ, true), ApiExtension(READS_ONLY, true));

/** What every write takes: `Idempotency-Key`, and `?dryRun=true`. */
@Injectable()
export class WriteInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    if (READS.has(request.method)) return next.handle();
    if (this.reflector.get<boolean>(IS_READ, context.getHandler())) {
      onlyParameters(request.query as Record<string, unknown>, []);
      return next.handle();
    }
    const asked = currentContext();
    asked.idempotencyKey = keyOf(request);
    asked.dryRun = isDryRun(request);
    if (asked.dryRun && this.reflector.get<boolean>(IS_DONE_AT_ONCE, context.getHandler()))
      throw invalidParameter('dryRun', 'This request cannot be rehearsed: it does more than write records.');
    const reply = http.getResponse<FastifyReply>();
    return next.handle().pipe(map((body: unknown) => withOutcome(body, asked, reply)));
  }
}

function withOutcome(body: unknown, context: RequestContext, reply: FastifyReply): unknown {
  const { events, isReplayed } = outcomeOf(context);
  if (isReplayed) void reply.header('Idempotency-Replayed', 'true');
  if (!context.dryRun) return body;
  // Nothing was made that could have an address or a version.
  reply.removeHeader('ETag');
  reply.removeHeader('Location');
  void reply.status(200);
  return { ...(body as object | undefined), dryRun: { events } };
}

function keyOf(request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key === 'string' && KEY.test(key)) return key;
  throw new DomainError('INVALID_QUERY', 'Idempotency-Key takes 1 to 255 printable ASCII characters.');
}

function isDryRun(request: FastifyRequest): boolean | undefined {
  const parameters = request.query as Record<string, unknown>;
  onlyParameters(parameters, ['dryRun']);
  const { dryRun } = parameters;
  if (dryRun === undefined || dryRun === 'false') return undefined;
  if (dryRun === 'true') return true;
  throw invalidParameter('dryRun', 'dryRun takes true or false.');
}
