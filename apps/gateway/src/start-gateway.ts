import multipart from '@fastify/multipart';
import { Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';
import { randomUUID } from 'node:crypto';
import { ANONYMOUS } from '@relata/contracts';
import { GatewayConfig, runInContext } from '@relata/platform';
import { buildAsyncApi } from './asyncapi';
import { GatewayModule } from './gateway.module';
import { buildOpenApi } from './openapi';

const BODY_LIMIT = 4 * 1024 * 1024;
const REQUEST_ID = /^[\w.:-]{1,128}$/;

export interface RunningGateway {
  url: string;
  close(): Promise<void>;
}

/** Starts the HTTP edge. Rejects when the port is taken or NATS cannot be reached. */
export async function startGateway(config: Readonly<GatewayConfig>): Promise<RunningGateway> {
  const app = await createGateway(config);
  await app.listen(config.port, '0.0.0.0');
  return { url: `http://localhost:${config.port}`, close: () => app.close() };
}

/** The gateway with all its routes, not listening yet. */
export async function createGateway(config: Readonly<GatewayConfig>): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({ bodyLimit: BODY_LIMIT, forceCloseConnections: 'idle' });
  const app = await NestFactory.create<NestFastifyApplication>(GatewayModule.with(config), adapter, {
    abortOnError: false,
  });
  await app.register(multipart);
  const fastify = adapter.getInstance();
  fastify.addHook('onRequest', (request, reply, done) => {
    const given = request.headers['x-request-id'];
    const requestId = typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
    void reply.header('X-Request-Id', requestId);
    runInContext({ requestId, principal: ANONYMOUS }, done);
  });
  fastify.addHook('onSend', (request, reply, payload, done) => {
    // Whoever is cut off while it still sends does not see the answer: the rest of the body is read, and thrown away.
    if (reply.statusCode === 413) {
      reply.removeHeader('connection');
      request.raw.resume();
    }
    done(null, payload);
  });
  const logger = new Logger('HTTP');
  fastify.addHook('onResponse', (request, reply, done) => {
    // The route, not the URL: ids are fine, but a query may hold names and e-mails.
    logger.log({
      requestId: reply.getHeader('X-Request-Id'),
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime),
    });
    done();
  });
  for (const type of ['application/json', 'application/merge-patch+json'] as const) {
    app.useBodyParser(type, { bodyLimit: BODY_LIMIT }, (_request, body, done) => parseJson(body, done));
  }
  const document = buildOpenApi(app);
  SwaggerModule.setup('docs', app, document, { jsonDocumentUrl: 'openapi.json' });
  const events = buildAsyncApi(app);
  fastify.get('/asyncapi.json', (_request, reply) => reply.send(events));
  return app;
}

/** Many clients name the type of a body that they do not send: an empty one is an empty object. */
function parseJson(body: Buffer, done: (error: Error | null, value?: unknown) => void): void {
  try {
    done(null, body.length === 0 ? {} : JSON.parse(body.toString()));
  } catch {
    done(Object.assign(new Error('The body is not valid JSON.'), { statusCode: 400 }));
  }
}
