import { Agent, request, type IncomingHttpHeaders } from 'node:http';
import type { Operation } from './document';
import type { KnownRecords } from './known-records';
import type { Plan, Text } from './requests/plan';

/** A request as it goes out. */
export interface Sent {
  as: Plan['as'];
  method: string;
  /** Path and query. */
  target: string;
  headers: Record<string, string | string[]>;
  body?: string;
}

export interface Answered {
  /** 0 when the connection ended, or the time was over, before an answer. */
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  milliseconds: number;
}

const STREAM = 'text/event-stream';

/** HTTP as Node has it: `fetch` would mend half of what is to be sent. */
export class Sender {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 64 });

  /** `tokens` are credentials by who asks. */
  constructor(
    private readonly port: number,
    private readonly tokens: Record<Plan['as'], string | undefined>,
    private readonly known: KnownRecords,
  ) {}

  /** What a plan comes to with what is known now. */
  prepare({ method, path }: Operation, plan: Plan): Sent {
    const fill = (text: string) => this.known.fill(text);
    const encoded = (text: Text) => (typeof text === 'string' ? percentEncoded(fill(text)) : text.raw);
    const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encoded(plan.path[name] ?? ''));
    const query = plan.query.map(([name, value]) => `${percentEncoded(name)}=${encoded(value)}`).join('&');
    const version = this.known.versionOf(fill(typeof plan.path.id === 'string' ? plan.path.id : ''));
    const token = this.tokens[plan.as];
    const body = plan.body && fill('text' in plan.body ? plan.body.text : stringify(plan.body.json));
    const headers = Object.entries(plan.headers).map(([name, value]) => [
      name,
      typeof value === 'string' ? fill(value.replace('⟦etag⟧', `"v${version}"`)) : value,
    ]);
    return {
      as: plan.as,
      method,
      target: query ? `${filled}?${query}` : filled,
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(plan.body && plan.body.type !== '' ? { 'content-type': plan.body.type } : {}),
        ...(Object.fromEntries(headers) as Record<string, string | string[]>),
      },
      body,
    };
  }

  /** The answer, and how long it took until its end; of an endless one until its head. */
  send({ method, target, headers, body }: Sent, deadlineMs: number): Promise<Answered> {
    const start = performance.now();
    return new Promise((resolve) => {
      const done = (status: number, received: IncomingHttpHeaders, text: string) => {
        clearTimeout(timer);
        resolve({ status, headers: received, text, milliseconds: performance.now() - start });
      };
      const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
      const sending = request(
        {
          agent: this.agent,
          host: '127.0.0.1',
          port: this.port,
          method,
          path: target,
          headers: { ...headers, ...length },
        },
        (response) => {
          const { statusCode = 0, headers: received } = response;
          if (received['content-type']?.startsWith(STREAM)) {
            done(statusCode, received, '');
            sending.destroy();
            return;
          }
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () => done(statusCode, received, Buffer.concat(chunks).toString()));
          response.on('error', (error) => done(0, received, error.message));
        },
      );
      const timer = setTimeout(() => sending.destroy(new Error(`no answer in ${deadlineMs} ms`)), deadlineMs);
      sending.on('error', (error) => done(0, {}, error.message));
      sending.end(body);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}

/** The request as a line for a shell. */
export function curlOf({ method, target, headers, body }: Sent): string {
  const quoted = (text: string) => `'${text.replace(/'/g, `'\\''`)}'`;
  const lines = Object.entries(headers).flatMap(([name, value]) =>
    [value].flat().map((one) => `-H ${quoted(`${name}: ${one}`)}`),
  );
  const data = body === undefined ? [] : [`--data-binary ${quoted(shortened(body))}`];
  return ['curl --path-as-is -g -i', `-X ${method}`, ...lines, ...data, quoted(`$RELATA${target}`)].join(' ');
}

export function shortened(text: string): string {
  return text.length > 2_000 ? `${text.slice(0, 2_000)}… (${text.length} characters)` : text;
}

/** Half a surrogate pair has no UTF-8: it goes out as other clients would send it. */
function percentEncoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));
}

/** A value that JSON has no word for, in a body of nothing, is nothing. */
function stringify(json: unknown): string {
  return JSON.stringify(json) ?? '';
}
