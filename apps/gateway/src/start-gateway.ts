import multipart from '@fastify/multipart';
import { Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';
import helmet from 'helmet';
import { randomUUID } from 'node:crypto';
import { ANONYMOUS } from '@relata/contracts';
import { GatewayConfig, leanAsyncResources, runInContext } from '@relata/platform';
import { buildAsyncApi } from './documents/asyncapi';
import { GatewayModule } from './gateway.module';
import { GatewayAdapter } from './http/gateway-adapter';
import { refuseUnreadable, refuseUnroutable } from './http/unreadable-requests';
import { buildOpenApi } from './documents/openapi';
import { OpenApiRoutes } from './documents/openapi.routes';

const BODY_LIMIT = 4 * 1024 * 1024;
/** Of a path: keys of other systems have up to 255 characters. */
const LONGEST_PARAMETER = 1_024;
/** The documentation page brings its own scripts, and styles in its markup; nothing comes from elsewhere. */
const CONTENT_SECURITY_POLICY = {
  useDefaults: false,
  directives: {
    defaultSrc: [`'none'`],
    scriptSrc: [`'self'`],
    styleSrc: [`'self'`, `'unsafe-inline'`],
    imgSrc: [`'self'`, 'data:'],
    connectSrc: [`'self'`],
    formAction: [`'none'`],
    baseUri: [`'none'`],
    frameAncestors: [`'none'`],
  },
};
/** What scripts of other origins may read of an answer beside its body. */
const EXPOSED_HEADERS = [
  'ETag',
  'Link',
  'Location',
  'RateLimit',
  'RateLimit-Policy',
  'Retry-After',
  'X-Request-Id',
];
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
  leanAsyncResources();
  const adapter = new GatewayAdapter({
    bodyLimit: BODY_LIMIT,
    clientErrorHandler: refuseUnreadable,
    frameworkErrors: refuseUnroutable,
    routerOptions: { maxParamLength: LONGEST_PARAMETER },
    forceCloseConnections: 'idle',
    trustProxy: config.trustedProxies.length > 0 ? config.trustedProxies : false,
  });
  const app = await NestFactory.create<NestFastifyApplication>(GatewayModule.with(config), adapter, {
    abortOnError: false,
  });
  await app.register(multipart);
  if (config.corsOrigins.length > 0)
    app.enableCors({ origin: config.corsOrigins, exposedHeaders: EXPOSED_HEADERS, maxAge: 600 });
  const fastify = adapter.getInstance();
  // Made once: as a plugin of Fastify it is made, and its policy checked, anew for each request.
  const protect = helmet({ contentSecurityPolicy: CONTENT_SECURITY_POLICY });
  fastify.addHook('onRequest', (request, reply, done) => protect(request.raw, reply.raw, () => done()));
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
  app.get(OpenApiRoutes).document = document;
  SwaggerModule.setup('docs', app, document, { raw: ['yaml'] });
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
