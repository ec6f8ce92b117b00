import { HttpConnection, type HttpRequest } from './http-connection';

/** Where requests go, and as whom. */
export interface Target {
  port: number;
  key: string;
}

export interface LoadResult {
  requests: number;
  seconds: number;
  /** Milliseconds of each request. */
  times: number[];
}

/**
 * Sends requests over so many connections, each the next as soon as it has its answer, for so many milliseconds. Throws on an
 * answer that is not of the 2xx: a benchmark of errors tells nothing.
 */
export async function load(
  { port, key }: Target,
  next: () => HttpRequest,
  connections: number,
  milliseconds: number,
): Promise<LoadResult> {
  const times: number[] = [];
  const started = performance.now();
  const until = started + milliseconds;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      const connection = new HttpConnection('127.0.0.1', port, { Authorization: `Bearer ${key}` });
      try {
        while (performance.now() < until) {
          const request = next();
          const sent = performance.now();
          const { status, body } = await connection.send(request);
          times.push(performance.now() - sent);
          if (status < 200 || status > 299)
            throw new Error(`${request.method} ${request.path}: ${status} ${body.slice(0, 300)}`);
        }
      } finally {
        connection.close();
      }
    }),
  );
  return { requests: times.length, seconds: (performance.now() - started) / 1_000, times };
}

/** The value below which so many percent are; 0 of none. */
export function percentile(values: number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? 0;
}

export function median(values: number[]): number {
  return percentile(values, 50);
}
