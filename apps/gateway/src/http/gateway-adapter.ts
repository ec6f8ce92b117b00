import { StreamableFile } from '@nestjs/common';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import type { ServerResponse } from 'node:http';
import { UnreadJson } from '@relata/messaging';
import { currentContext } from '@relata/platform';
import { withEtag } from './etag';
import { addLocation } from './location';
import { wantedOf } from './request-rules.guard';
import { pick } from './sparse-fields';
import { withOutcome } from './write-options';

/**
 * Fastify for Nest, with what every answer of a route goes through. (As interceptors these would wrap each request into
 * observables and bound contexts, at a third of the gateway's work.)
 */
export class GatewayAdapter extends FastifyAdapter {
  override reply(
    response: FastifyReply | ServerResponse,
    body: unknown,
    statusCode?: number,
  ): ReturnType<FastifyAdapter['reply']> {
    // What is refused before there is a route has none of it.
    const answer = 'request' in response ? sendable(finished(body, response), response) : body;
    return super.reply(response, answer, statusCode);
  }
}

function finished(body: unknown, reply: FastifyReply): unknown {
  if (body instanceof StreamableFile) return body;
  const { request } = reply;
  addLocation(body, request, reply);
  const tagged = withEtag(body, request, reply);
  const wanted = wantedOf(request);
  const picked = wanted && tagged !== undefined ? pick(read(tagged), wanted) : tagged;
  return request.method === 'GET' ? picked : withOutcome(picked, currentContext(), reply);
}

function read(body: unknown): object {
  return body instanceof UnreadJson ? body.read<object>() : (body as object);
}

function sendable(body: unknown, reply: FastifyReply): unknown {
  if (!(body instanceof UnreadJson)) return body;
  void reply.type('application/json; charset=utf-8');
  return body.bytes;
}
