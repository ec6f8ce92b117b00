import { Agent, request } from 'node:http';

export interface HttpAnswer {
  /** 0 when the connection ended, or the time was over, before an answer. */
  status: number;
  /** Whether the request can have reached the gateway. */
  sent: boolean;
  headers: Record<string, string | string[] | undefined>;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- whatever the API answers
  body: any;
}

/** HTTP as cheap as Node has it: the rig shares its cores with what it measures. It never tries again. */
export class HttpClient {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 256 });

  constructor(
    private readonly port: number,
    private readonly apiKey: string,
  ) {}

  send(
    method: string,
    path: string,
    body: unknown,
    options: { requestId?: string; timeoutMs?: number } = {},
  ): Promise<HttpAnswer> {
    const payload = body === undefined ? undefined : JSON.stringify(body);
    return new Promise((resolve) => {
      const answer = (status: number, sent: boolean, headers = {}, parsed: unknown = null) =>
        resolve({ status, sent, headers, body: parsed });
      const sending = request(
        {
          agent: this.agent,
          host: '127.0.0.1',
          port: this.port,
          method,
          path,
          headers: {
            authorization: `Bearer ${this.apiKey}`,
            ...(options.requestId ? { 'x-request-id': options.requestId } : {}),
            ...(payload === undefined
              ? {}
              : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) }),
          },
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', () => answer(0, true));
          response.on('aborted', () => answer(0, true));
          response.on('end', () => {
            clearTimeout(timer);
            const text = Buffer.concat(chunks).toString();
            try {
              answer(response.statusCode ?? 0, true, response.headers, text ? JSON.parse(text) : null);
            } catch {
              answer(0, true);
            }
          });
        },
      );
      const timer = setTimeout(() => sending.destroy(), options.timeoutMs ?? 10_000);
      sending.on('error', (error: NodeJS.ErrnoException) => {
        clearTimeout(timer);
        answer(0, error.code !== 'ECONNREFUSED');
      });
      sending.end(payload);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}
