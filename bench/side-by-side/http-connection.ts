import { connect, type Socket } from 'node:net';

export interface HttpRequest {
  method: string;
  path: string;
  body?: unknown;
}

export interface HttpAnswer {
  status: number;
  body: string;
}

const HEAD_END = '\r\n\r\n';
const LENGTH = /content-length: (\d+)/i;

/**
 * One connection that stays open, one request at a time: as little work for the client as HTTP/1.1 allows, so that what is
 * measured is the server. Answers must tell their length.
 */
export class HttpConnection {
  private readonly socket: Socket;
  private received: Buffer = Buffer.alloc(0);
  private waiting: { resolve: (answer: HttpAnswer) => void; reject: (error: Error) => void } | undefined;

  constructor(
    private readonly host: string,
    port: number,
    private readonly headers: Readonly<Record<string, string>>,
  ) {
    this.socket = connect({ host, port, noDelay: true });
    this.socket.on('data', (chunk) => this.take(chunk));
    const broken = (error?: Error) => this.waiting?.reject(error ?? new Error('The server hung up.'));
    this.socket.on('error', broken);
    this.socket.on('close', () => broken());
  }

  send({ method, path, body }: HttpRequest): Promise<HttpAnswer> {
    const json = body === undefined ? '' : JSON.stringify(body);
    const head = [`${method} ${path} HTTP/1.1`, `Host: ${this.host}`];
    for (const [name, value] of Object.entries(this.headers)) head.push(`${name}: ${value}`);
    if (json) head.push('Content-Type: application/json', `Content-Length: ${Buffer.byteLength(json)}`);
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject };
      this.socket.write(head.join('\r\n') + HEAD_END + json);
    });
  }

  close(): void {
    this.waiting = undefined;
    this.socket.destroy();
  }

  private take(chunk: Buffer): void {
    this.received = this.received.length === 0 ? chunk : Buffer.concat([this.received, chunk]);
    const end = this.received.indexOf(HEAD_END);
    if (end < 0) return;
    const head = this.received.toString('latin1', 0, end);
    const status = Number(head.slice(9, 12));
    const length = status === 204 || status === 304 ? 0 : Number(LENGTH.exec(head)?.[1] ?? Number.NaN);
    if (Number.isNaN(length)) {
      this.waiting?.reject(new Error(`An answer without a length: ${head}`));
      return;
    }
    const start = end + HEAD_END.length;
    if (this.received.length < start + length) return;
    const body = this.received.toString('utf8', start, start + length);
    this.received = this.received.subarray(start + length);
    this.waiting?.resolve({ status, body });
  }
}
