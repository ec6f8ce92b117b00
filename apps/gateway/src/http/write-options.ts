import { SetMetadata, applyDecorators } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError, invalidParameter, type RequestContext } from '@relata/contracts';
import { outcomeOf } from '@relata/messaging';
import { DONE_AT_ONCE, READS_ONLY } from '../documents/openapi-writes';
import { onlyParameters } from './list-query';

const KEY = /^[\x20-\x7e]{1,255}$/;
const IS_DONE_AT_ONCE = 'relata:done-at-once';
const IS_READ = 'relata:read';

/** A route that cannot be rehearsed, because it does more than write records. */
export const NotRehearsed = () =>
  applyDecorators(SetMetadata(IS_DONE_AT_ONCE, true), ApiExtension(DONE_AT_ONCE, true));

/** A route that only reads, and is a POST because its question does not fit into a URL. */
export const ReadByPost = () => applyDecorators(SetMetadata(IS_READ, true), ApiExtension(READS_ONLY, true));

/** What a route lets its requests ask of writes. */
export interface WriteRules {
  isRead: boolean;
  isDoneAtOnce: boolean;
}

export function writeRulesOf(handler: object): WriteRules {
  return {
    isRead: Reflect.getMetadata(IS_READ, handler) === true,
    isDoneAtOnce: Reflect.getMetadata(IS_DONE_AT_ONCE, handler) === true,
  };
}

/** Notes in the context what the request asks of its writes: `Idempotency-Key`, and `?dryRun=true`. Throws INVALID_QUERY. */
export function noteWriteOptions(request: FastifyRequest, rules: WriteRules, asked: RequestContext): void {
  if (rules.isRead) {
    onlyParameters(request.query as Record<string, unknown>, []);
    return;
  }
  asked.idempotencyKey = keyOf(request);
  asked.dryRun = isDryRun(request);
  if (asked.dryRun && rules.isDoneAtOnce)
    throw invalidParameter('dryRun', 'This request cannot be rehearsed: it does more than write records.');
}

/** The answer to a write, with what else is known of it. */
export function withOutcome(body: unknown, context: RequestContext, reply: FastifyReply): unknown {
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
