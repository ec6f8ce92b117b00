import type { MultipartFile } from '@fastify/multipart';
import { plainToInstance } from 'class-transformer';
import type { FastifyRequest } from 'fastify';
import { DomainError, IMPORT_OWNERS, ImportOptionsRequest, type ImportView } from '@relata/contracts';
import { outcomeOf, type RpcClient } from '@relata/messaging';
import { currentContext } from '@relata/platform';
import { bodyValidation } from '../http/body-validation';

const CHUNK_BYTES = 256 * 1024;
const TOO_LARGE = 413;
const MAX_FILE_BYTES = 512 * 1024 * 1024;

/** Reads `options` and `file` of a multipart request; the file goes to its service in chunks, never whole in memory. */
export async function uploadImport(request: FastifyRequest, rpc: RpcClient): Promise<ImportView> {
  if (!request.isMultipart())
    throw malformed('Send multipart/form-data with the parts options (JSON, first) and file (CSV).');
  let options: ImportOptionsRequest | undefined;
  const parts = readable(() => request.parts({ limits: { fileSize: MAX_FILE_BYTES, files: 1 } }));
  for await (const part of parts) {
    if (part.type === 'field' && part.fieldname === 'options') options = await readOptions(part.value);
    else if (part.type === 'file' && part.fieldname === 'file') {
      if (!options) throw malformed('The part options must come before the part file.');
      return send(part, options, rpc);
    } else throw malformed(`There is no part "${part.fieldname}"; known: options, file.`);
  }
  throw malformed(options ? 'The part file is missing.' : 'The parts options and file are missing.');
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

async function send(part: MultipartFile, options: ImportOptionsRequest, rpc: RpcClient): Promise<ImportView> {
  const owner = IMPORT_OWNERS[options.resource];
  const fileName = part.filename || null;
  const context = currentContext();
  const { id } = await rpc.call<ImportView>(owner, 'imports.create', { options, fileName }, { writes: true });
  if (outcomeOf(context).isReplayed) {
    part.file.resume();
    return rpc.call<ImportView>(owner, 'imports.get', { id });
  }
  // The key was that of the whole upload.
  const rest = { writes: true, context: { ...context, idempotencyKey: undefined } };
  let position = 0;
  const append = (bytes: Buffer) =>
    rpc.call(owner, 'imports.append', { id, position: position++, data: bytes.toString('base64') }, rest);
  let waiting = Buffer.alloc(0);
  for await (const piece of readable(() => part.file as AsyncIterable<Buffer>)) {
    waiting = Buffer.concat([waiting, piece]);
    while (waiting.length >= CHUNK_BYTES) {
      await append(waiting.subarray(0, CHUNK_BYTES));
      waiting = waiting.subarray(CHUNK_BYTES);
    }
  }
  if (part.file.truncated) {
    await rpc.call(owner, 'imports.cancel', { id }, rest);
    throw new DomainError(
      'PAYLOAD_TOO_LARGE',
      `The file is larger than ${MAX_FILE_BYTES / 1024 / 1024} MiB. Split it.`,
    );
  }
  if (waiting.length > 0) await append(waiting);
  return rpc.call<ImportView>(owner, 'imports.start', { id }, rest);
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
