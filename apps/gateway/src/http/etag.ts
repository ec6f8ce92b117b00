import type { FastifyReply, FastifyRequest } from 'fastify';
import { UnreadJson } from '@relata/messaging';

/** An answer that is one record carries its version as `ETag`; a GET that names it by `If-None-Match` gets 304. */
export function withEtag(body: unknown, request: FastifyRequest, reply: FastifyReply): unknown {
  const version = versionOf(body);
  if (version === undefined) return body;
  const etag = `"v${version}"`;
  void reply.header('ETag', etag);
  if (request.method !== 'GET' || !etagMatches(request.headers['if-none-match'], etag)) return body;
  void reply.status(304);
  return undefined;
}

function versionOf(body: unknown): number | undefined {
  if (body instanceof UnreadJson) return body.version;
  if (typeof body !== 'object' || body === null || !('id' in body) || !('version' in body)) return undefined;
  return typeof body.version === 'number' ? body.version : undefined;
}

/** Whether an `If-None-Match` names that one. */
export function etagMatches(header: string | undefined, etag: string): boolean {
  return header?.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag) ?? false;
}
