import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CODE_OF_STATUS, TITLES } from './http-errors';

const PROBLEM = 'application/problem+json';
/** What Node calls requests that it cannot read, as status and words. */
const UNREADABLE: Record<string, [status: number, detail: string]> = {
  HPE_HEADER_OVERFLOW: [431, 'The URL and the headers together are longer than 16 KiB.'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'The request did not arrive in time.'],
};
const LONG_PARAMETER = 414;
const LINGER_MS = 1_000;

/** Answers what is no HTTP request that can be read in the form of every error, and ends the connection: nothing can follow. */
export function refuseUnreadable(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, detail] = UNREADABLE[error.code ?? ''] ?? [400, 'The request cannot be read as HTTP.'];
  const { traceId, body } = problem(status, detail);
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Connection: close',
    `Content-Type: ${PROBLEM}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    `X-Request-Id: ${traceId}`,
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
  // At once, who still sends would not see the answer; later, nobody is to hold it open.
  setTimeout(() => socket.destroy(), LINGER_MS).unref();
}

/** Answers a path that the router cannot read, which is before there is a request as others are. */
export function refuseUnroutable(
  { statusCode = 400 }: { statusCode?: number },
  _request: FastifyRequest,
  reply: FastifyReply,
): void {
  const detail =
    statusCode === LONG_PARAMETER
      ? 'A part of the path is longer than any id or key.'
      : 'The path is not percent-encoded UTF-8.';
  const { traceId, body } = problem(statusCode, detail);
  void reply.status(statusCode).type(PROBLEM).header('X-Request-Id', traceId).send(body);
}

function problem(status: number, detail: string): { traceId: string; body: string } {
  const traceId = randomUUID();
  const code = CODE_OF_STATUS[status] ?? 'INVALID_QUERY';
  const type = `urn:relata:error:${code}`;
  return { traceId, body: JSON.stringify({ type, title: TITLES[code], status, detail, code, traceId }) };
}
