import { randomUUID } from 'node:crypto';
import createClient, { type Client } from 'openapi-fetch';
import { RelataError, type Problem } from './relata-error';
import { IDEMPOTENCY_KEY, retryingFetch, type RetryOptions } from './retrying-fetch';
import type { paths } from './schema.generated';

export interface ClientOptions extends RetryOptions {
  /** Where Relata is: `https://crm.example.org`. */
  baseUrl: string;
  /** An API key (`rel_…`) or an access token. */
  key: string;
  /** What sends requests; the platform's when absent. */
  fetch?: (request: Request) => Promise<Response>;
}

type OkOf<P extends keyof paths> = paths[P] extends {
  get: { responses: { 200: { content: { 'application/json': infer Answer } } } };
}
  ? Answer
  : never;

/** Paths that answer pages: `/v1/contacts`. */
export type ListPath = {
  [P in keyof paths]: OkOf<P> extends { data: unknown[]; page: { nextCursor: string | null } } ? P : never;
}[keyof paths];

/** One entry of the pages of a path. */
export type ItemOf<P extends ListPath> = OkOf<P> extends { data: (infer Item)[] } ? Item : never;

interface Page<T> {
  data: T[];
  page: { nextCursor: string | null };
}

const WRITES = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
/** `filter` and the like are written as `filter[status]`, `filter[amount][gte]`. */
const querySerializer = { object: { style: 'deepObject', explode: true } } as const;

/**
 * A typed client of the API. `http` sends any request: `client.http.POST('/v1/contacts', { body })` answers `{ data, error, response }`;
 * `ok` takes the data out and throws RelataError instead of an error. Every write gets an `Idempotency-Key`, unless it has
 * one, and is sent again under it when the answer does not come.
 */
export class RelataClient {
  readonly http: Client<paths>;

  constructor({ baseUrl, key, fetch: send = fetch, ...retry }: ClientOptions) {
    this.http = createClient<paths>({
      baseUrl,
      headers: { Authorization: `Bearer ${key}` },
      fetch: retryingFetch(send, retry),
      querySerializer,
    });
    this.http.use({
      onRequest: ({ request }) => {
        if (WRITES.has(request.method) && !request.headers.has(IDEMPOTENCY_KEY))
          request.headers.set(IDEMPOTENCY_KEY, randomUUID());
        return request;
      },
    });
  }

  /** The data of an answer. Throws RelataError. */
  async ok<T>(
    answer: Promise<{ data?: T; error?: unknown; response: Response }>,
  ): Promise<Exclude<T, undefined>> {
    const { data, error, response } = await answer;
    if (!response.ok) throw new RelataError(response.status, error as Problem);
    return data as Exclude<T, undefined>;
  }

  /** The pages of a list, one request each. Throws RelataError. */
  async *pages<P extends ListPath>(
    path: P,
    query: Record<string, unknown> = {},
  ): AsyncGenerator<ItemOf<P>[]> {
    let cursor: string | null | undefined;
    do {
      const asked = { params: { query: { ...query, ...(cursor ? { cursor } : {}) } } };
      // The path decides which of the parameters there are; the server refuses others by their names.
      const page = (await this.ok(this.http.GET(path as '/v1/contacts', asked))) as unknown as Page<
        ItemOf<P>
      >;
      yield page.data;
      cursor = page.page.nextCursor;
    } while (cursor);
  }

  /** Every entry of a list, page by page as they are wanted. Throws RelataError. */
  async *items<P extends ListPath>(path: P, query: Record<string, unknown> = {}): AsyncGenerator<ItemOf<P>> {
    for await (const page of this.pages(path, query)) yield* page;
  }
}
