import { randomUUID } from 'node:crypto';
import type { ImportOptionsRequest, ImportView } from '@relata/contracts';
import { errorMessage, type CliConfig } from '@relata/platform';
import { CliError, NotFoundError, UnavailableError } from './cli-error';

/** A file on its way to the server. */
export interface Upload {
  name: string;
  /** May throw CliError. */
  bytes: AsyncIterable<Uint8Array>;
}

/** Problem details (RFC 9457) as the gateway sends them. */
interface Problem {
  detail?: string;
  errors?: { pointer: string; message: string }[];
}

/** The HTTP API of a running Relata. Whatever it refuses is a CliError that says why and what to do. */
export class RelataApi {
  /** Without `/v1`. */
  readonly url: string;
  private readonly apiKey: string;

  /** Throws CliError when no API key is given. */
  constructor({ relataUrl, relataApiKey }: CliConfig) {
    if (!relataApiKey)
      throw new CliError(
        'An API key is wanted: set RELATA_API_KEY, or RELATA_API_KEY_FILE to the path of a file that holds it.\n' +
          'The first `npm start` prints one, and keeps it as adminApiKey in .data/secrets.json.',
      );
    // `npm start` prints the URL with /v1.
    this.url = relataUrl.replace(/\/+(v1\/*)?$/, '');
    this.apiKey = relataApiKey;
  }

  /** `get('/imports')`, below `/v1`. */
  get<T>(path: string): Promise<T> {
    return this.send<T>('GET', path);
  }

  post<T>(path: string, body: unknown = {}): Promise<T> {
    return this.send<T>('POST', path, {
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    });
  }

  async delete(path: string): Promise<void> {
    await this.send('DELETE', path);
  }

  /** Sends a file as an import, in pieces; answers the job as it was taken. */
  async startImport(options: ImportOptionsRequest, file: Upload): Promise<ImportView> {
    // A refused key or a wrong URL is known before a large file is on its way.
    await this.get('/imports?limit=1');
    const boundary = `relata-${randomUUID()}`;
    return this.send<ImportView>('POST', '/imports', {
      body: ReadableStream.from(multipart(boundary, options, file)),
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
      duplex: 'half',
    });
  }

  private async send<T>(method: string, path: string, init: RequestInit = {}): Promise<T> {
    const headers = { ...init.headers, authorization: `Bearer ${this.apiKey}` };
    let status: number;
    let text: string;
    try {
      const answer = await fetch(`${this.url}/v1${path}`, { ...init, method, headers });
      status = answer.status;
      text = await answer.text();
    } catch (error) {
      throw this.unreachable(error);
    }
    const body = text === '' ? null : parsed(text);
    if (status < 300 && body !== undefined) return body as T;
    throw this.refused(status, body as Problem | null | undefined);
  }

  private unreachable(error: unknown): CliError {
    const { cause = error } = error as { cause?: unknown };
    if (cause instanceof CliError) return cause;
    return new UnavailableError(
      `Relata cannot be reached at ${this.url} (${errorMessage(cause)}). Is it running? RELATA_URL says where it is.`,
    );
  }

  private refused(status: number, problem: Problem | null | undefined): CliError {
    if (!problem?.detail)
      return new CliError(
        `What answers at ${this.url} is not Relata (status ${status}). RELATA_URL says where it is.`,
      );
    if (status === 401) return new CliError(`${problem.detail} RELATA_API_KEY is not a key of ${this.url}.`);
    const lines = (problem.errors ?? []).map(({ pointer, message }) =>
      pointer ? `  ${pointer}: ${message}` : `  ${message}`,
    );
    const message = lines.length > 1 ? lines.join('\n').trimStart() : problem.detail;
    if (status === 404) return new NotFoundError(message);
    return status >= 502 ? new UnavailableError(message) : new CliError(message);
  }
}

/** The options come first, so that a mapping that cannot work is refused before the file is read. */
async function* multipart(
  boundary: string,
  options: ImportOptionsRequest,
  { name, bytes }: Upload,
): AsyncGenerator<Uint8Array> {
  const quoted = name.replace(/["\r\n]/g, (character) => encodeURIComponent(character));
  yield Buffer.from(
    `--${boundary}\r\nContent-Disposition: form-data; name="options"\r\n\r\n${JSON.stringify(options)}\r\n` +
      `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${quoted}"\r\nContent-Type: text/csv\r\n\r\n`,
  );
  yield* bytes;
  yield Buffer.from(`\r\n--${boundary}--\r\n`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
