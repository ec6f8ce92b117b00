import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { RelataClient, type ClientOptions } from '@relata/client';
import { freePort } from '@relata/embedded';
import { withCredentials } from '@relata/messaging';
import { eventually } from './eventually';
import { reachableFolder } from './reachable-folder';

/** The built launcher. `npm test` builds before it runs. */
const ROOT = resolve(__dirname, '..', '..', '..');
const BANNER_MS = 60_000;
const API_KEY = 'rel_test-key-of-the-whole-system-tests';

export interface LaunchOptions {
  /** `--processes`, `migrate`, or none. */
  mode?: string;
  /** A new folder, removed at the end, when absent. */
  dataDir?: string;
  port?: number;
  env?: Record<string, string>;
  /** Another copy of the project. */
  root?: string;
}

export interface ApiAnswer {
  status: number;
  headers: Headers;
  /** Parsed JSON; null without a body. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests assert on it
  body: any;
}

/** A launcher process, from its start to its end. */
export class Launched {
  output = '';
  errors = '';

  constructor(
    readonly child: ChildProcess,
    readonly port: number,
    readonly dataDir: string,
    private readonly isOwnDataDir: boolean,
  ) {
    child.stdout?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (this.errors += chunk.toString()));
  }

  get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  /** Waits for the end; the exit code, or null when a signal ended it. */
  async ended(): Promise<number | null> {
    if (!this.hasEnded) await once(this.child, 'exit');
    return this.child.exitCode;
  }

  /** Sends a signal, waits for the end. */
  async signal(signal: NodeJS.Signals): Promise<number | null> {
    if (!this.hasEnded) this.child.kill(signal);
    return this.ended();
  }

  forget(): void {
    if (this.isOwnDataDir) rmSync(this.dataDir, { recursive: true, force: true });
  }
}

/** Starts the built launcher as `npm start` does, without waiting for anything. */
export async function launch(options: LaunchOptions = {}): Promise<Launched> {
  const port = options.port ?? (await freePort());
  const dataDir = options.dataDir ?? reachableFolder();
  const main = join(options.root ?? ROOT, 'dist', 'apps', 'standalone', 'main.js');
  const child = spawn(process.execPath, [main, ...(options.mode ? [options.mode] : [])], {
    cwd: options.root ?? ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      PORT: String(port),
      DATA_DIR: dataDir,
      DURABLE: 'false',
      BOOTSTRAP_API_KEY: API_KEY,
      ...options.env,
    },
  });
  return new Launched(child, port, dataDir, options.dataDir === undefined);
}

/** The whole of Relata, running, over HTTP. */
export class WholeSystem {
  readonly apiKey = API_KEY;

  private constructor(
    readonly launched: Launched,
    private readonly eventsUrl: string,
  ) {}

  /** Starts it and waits for the banner. */
  static async start(options: LaunchOptions = {}): Promise<WholeSystem> {
    const launched = await launch(options);
    try {
      const natsUrl = await eventually(
        () => {
          const found = /Events\s+(\S+)[\s\S]*Try it/.exec(launched.output)?.[1];
          if (!found && !launched.hasEnded) throw new Error(`No banner yet. ${launched.errors}`);
          return found;
        },
        { withinMs: BANNER_MS },
      );
      if (!natsUrl) throw new Error(`Relata ended while starting: ${launched.errors}`);
      return new WholeSystem(launched, natsUrl);
    } catch (error) {
      await launched.signal('SIGKILL');
      throw error;
    }
  }

  /** With which a user of its NATS connects: `consumer`, `gateway`, or a service. */
  natsUrlOf(user: string): string {
    const file = join(this.launched.dataDir, 'secrets.json');
    const secrets = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
    return withCredentials(this.eventsUrl, user, secrets[`${user}NatsPassword`] ?? '');
  }

  get url(): string {
    return `http://127.0.0.1:${this.launched.port}`;
  }

  /** A request below `/v1`: `api('POST', '/contacts', { … })`, or a form; with the administrator's key unless a header says otherwise. */
  async api(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<ApiAnswer> {
    const isSentAsIs = body === undefined || body instanceof FormData;
    const answer = await fetch(`${this.url}/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.apiKey}`,
        ...(isSentAsIs ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body: isSentAsIs || typeof body === 'string' ? body : JSON.stringify(body),
    });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, body: text === '' ? null : JSON.parse(text) };
  }

  /** The client of the API, as the administrator unless the options say otherwise. */
  client(options: Partial<ClientOptions> = {}): RelataClient {
    return new RelataClient({ baseUrl: this.url, key: this.apiKey, ...options });
  }

  /** What a POST made, which must succeed; through the client. Throws RelataError. */
  async post(path: string, body: object, headers: Record<string, string> = {}): Promise<ApiAnswer['body']> {
    const client = this.client();
    // Tests name any path, and bodies of all kinds.
    const asked = client.http.POST(`/v1${path}` as '/v1/contacts', { body, headers });
    return client.ok<ApiAnswer['body']>(asked);
  }

  /** As Ctrl-C; the exit code. */
  async stop(signal: NodeJS.Signals = 'SIGINT'): Promise<number | null> {
    const code = await this.launched.signal(signal);
    this.launched.forget();
    return code;
  }
}
