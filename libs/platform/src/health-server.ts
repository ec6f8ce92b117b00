import { createServer, type Server } from 'node:http';

/**
 * `/livez` answers 200 while the process runs, `/readyz` 200 or 503 by `isReady`. On a port of its own, so
 * that a service without HTTP can be watched by an orchestrator.
 */
export async function startHealthServer(port: number, isReady: () => Promise<boolean>): Promise<Server> {
  const server = createServer((request, response) => {
    void (async () => {
      const path = request.url?.split('?')[0];
      const status =
        path === '/livez'
          ? 200
          : path === '/readyz'
            ? (await isReady().catch(() => false))
              ? 200
              : 503
            : 404;
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ status }));
    })();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, resolve);
  });
  return server;
}
