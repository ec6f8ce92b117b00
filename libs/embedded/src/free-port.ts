import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StartError } from './start-error';

// Below the ephemeral range: a client that retries there could connect to itself.
const LOWEST = 20_000;
const HIGHEST = 32_000;
const ATTEMPTS = 200;
/** Longer than any server takes from being given a port to listening on it. */
const RESERVED_MS = 60_000;

/** Whether something listens on the port, or we may not. */
export async function isPortFree(port: number, host?: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** A free port of this machine, `preferred` if that is free. Nobody else is given it within the next minute. */
export async function freePort(preferred?: number): Promise<number> {
  if (preferred !== undefined && (await isPortFree(preferred, '127.0.0.1'))) return preferred;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const port = LOWEST + Math.floor(Math.random() * (HIGHEST - LOWEST));
    if (reserve(port) && (await isPortFree(port, '127.0.0.1'))) return port;
  }
  throw new StartError(`No free port found between ${LOWEST} and ${HIGHEST}.`);
}

/** Whether we are the first of this user's processes to be given the port: several that start at once look for some. */
function reserve(port: number): boolean {
  const folder = join(tmpdir(), `relata-ports-${process.getuid?.() ?? 'all'}`);
  const file = join(folder, String(port));
  mkdirSync(folder, { recursive: true });
  try {
    if (Date.now() - statSync(file).mtimeMs > RESERVED_MS) rmSync(file);
  } catch {
    // It was never given away, or somebody else has just cleared it.
  }
  try {
    writeFileSync(file, '', { flag: 'wx' });
    return true;
  } catch {
    return false;
  }
}
