import type { FastifyReply, FastifyRequest } from 'fastify';

/** A POST to a collection that made a record (201) or a job (202) says where it is, unless its route has said so. */
export function addLocation(body: unknown, request: FastifyRequest, reply: FastifyReply): void {
  if (request.method !== 'POST' || (reply.statusCode !== 201 && reply.statusCode !== 202)) return;
  const id = (body as { id?: unknown } | null | undefined)?.id;
  if (typeof id !== 'string' || reply.hasHeader('Location')) return;
  void reply.header('Location', `${request.url.split('?')[0] ?? ''}/${id}`);
}
