import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';

/** A POST to a collection that made a record (201) or a job (202) says where it is, unless its route has said so. */
@Injectable()
export class LocationInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    return next.handle().pipe(
      map((body: unknown) => {
        const id = (body as { id?: unknown } | null | undefined)?.id;
        if (
          request.method === 'POST' &&
          (reply.statusCode === 201 || reply.statusCode === 202) &&
          typeof id === 'string' &&
          !reply.hasHeader('Location')
        ) {
          void reply.header('Location', `${request.url.split('?')[0] ?? ''}/${id}`);
        }
        return body;
      }),
    );
  }
}
