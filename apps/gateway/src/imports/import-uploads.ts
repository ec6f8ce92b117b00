import { createHash } from 'node:crypto';
import type { MultipartFile } from '@fastify/multipart';
import { Injectable } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import type { FastifyRequest } from 'fastify';
import {
  DomainError,
  IMPORT_OWNERS,
  ImportOptionsRequest,
  type ImportView,
  type ServiceName,
} from '@relata/contracts';
import { RpcClient } from '@relata/messaging';
import { currentContext } from '@relata/platform';
import { bodyValidation } from '../http/body-validation';
import { RouteKeys } from '../http/route-keys';

const CHUNK_BYTES = 256 * 1024;
const TOO_LARGE = 413;
const MAX_FILE_BYTES = 512 * 1024 * 1024;

/** Takes CSV files in: each goes to its service in chunks, never whole in memory. */
@Injectable()
export class ImportUploads {
  constructor(
    private readonly rpc: RpcClient,
    private readonly keys: RouteKeys,
  ) {}

  /** Reads `options` and `file` of a multipart request. */
  async take(request: FastifyRequest): Promise<ImportView> {
    if (!request.isMultipart())
      throw malformed('Send multipart/form-data with the parts options (JSON, first) and file (CSV).');
    let options: ImportOptionsRequest | undefined;
    const parts = readable(() => request.parts({ limits: { fileSize: MAX_FILE_BYTES, files: 1 } }));
    for await (const part of parts) {
      if (part.type === 'field' && part.fieldname === 'options') options = await readOptions(part.value);
      else if (part.type === 'file' && part.fieldname === 'file') {
        if (!options) throw malformed('The part options must come before the part file.');
        return this.send(part, options);
      } else throw malformed(`There is no part "${part.fieldname}"; known: options, file.`);
    }
    throw malformed(options ? 'The part file is missing.' : 'The parts options and file are missing.');
  }

  private send(part: MultipartFile, options: ImportOptionsRequest): Promise<ImportView> {
    const fileName = part.filename || null;
    return this.keys.once('POST /v1/imports', { options, fileName }, async () => {
      const owner = IMPORT_OWNERS[options.resource];
      const create = { options, fileName };
      const { id } = await this.rpc.call<ImportView>(owner, 'imports.create', create, { writes: true });
      return this.upload(part, owner, id);
    });
  }

  /** An upload under a key goes on where the one before was cut off: what is there already is only compared. */
  private async upload(part: MultipartFile, owner: ServiceName, id: string): Promise<ImportView> {
    // The key was that of the whole upload.
    const options = { writes: true, context: { ...currentContext(), idempotencyKey: undefined } };
    const hash = createHash('sha256');
    let position = 0;
    const append = (bytes: Buffer) =>
      this.rpc.call(
        owner,
        'imports.append',
        { id, position: position++, data: bytes.toString('base64') },
        options,
      );
    let waiting = Buffer.alloc(0);
    for await (const piece of readable(() => part.file as AsyncIterable<Buffer>)) {
      hash.update(piece);
      waiting = Buffer.concat([waiting, piece]);
      while (waiting.length >= CHUNK_BYTES) {
        await append(waiting.subarray(0, CHUNK_BYTES));
        waiting = waiting.subarray(CHUNK_BYTES);
      }
    }
    if (part.file.truncated) {
      await this.rpc.call(owner, 'imports.cancel', { id }, options);
      throw new DomainError(
        'PAYLOAD_TOO_LARGE',
        `The file is larger than ${MAX_FILE_BYTES / 1024 / 1024} MiB. Split it.`,
      );
    }
    if (waiting.length > 0) await append(waiting);
    return this.rpc.call<ImportView>(owner, 'imports.start', { id, fileHash: hash.digest('hex') }, options);
  }
}

async function readOptions(value: unknown): Promise<ImportOptionsRequest> {
  let parsed: unknown;
  try {
    parsed = typeof value === 'string' ? JSON.parse(value) : value;
  } catch (error) {
    throw malformed(`The part options is not valid JSON: ${(error as Error).message}.`);
  }
  const metadata = { type: 'body' as const, metatype: ImportOptionsRequest };
  return plainToInstance(ImportOptionsRequest, await bodyValidation().transform(parsed, metadata));
}

/** What a source gives; what is wrong with a form while it is read, is the client's to mend. */
async function* readable<T>(open: () => AsyncIterable<T>): AsyncGenerator<T> {
  try {
    yield* open();
  } catch (error) {
    const { statusCode, message } = error as Error & { statusCode?: number };
    throw statusCode === TOO_LARGE ? error : malformed(`The form cannot be read: ${message}.`);
  }
}

function malformed(message: string): DomainError {
  return new DomainError('VALIDATION_FAILED', message, {
    errors: [{ pointer: '', code: 'malformed', message }],
  });
}
