import { createServer, type Server, type ServerResponse } from 'node:http';

export interface HealthSource {
  isReady(): Promise<boolean>;
  /** Metrics in the text format of Prometheus. */
  metrics(): Promise<string>;
}

/**
 * `/livez` answers 200 while the process runs, `/readyz` 200 or 503 by `isReady`, `/metrics` for Prometheus. On a port
 * of its own, so that a service without HTTP can be watched.
 */
export async function startHealthServer(port: number, source: HealthSource): Promise<Server> {
  const server = createServer((request, response) => {
    answer(request.url?.split('?')[0], response, source).catch(() => response.writeHead(503).end());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, resolve);
  });
  return server;
}

async function answer(
  path: string | undefined,
  response: ServerResponse,
  source: HealthSource,
): Promise<void> {
  if (path === '/metrics') {
    const text = await source.metrics();
    response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }).end(text);
    return;
  }
  const status = await statusOf(path, source);
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ status }));
}

async function statusOf(path: string | undefined, source: HealthSource): Promise<number> {
  if (path === '/livez') return 200;
  if (path === '/readyz') return (await source.isReady().catch(() => false)) ? 200 : 503;
  return 404;
}
