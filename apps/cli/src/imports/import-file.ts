import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { pipeline } from 'node:stream';
import { parse } from 'csv-parse';
import { errorMessage } from '@relata/platform';
import type { ImportOptionsRequest } from '@relata/contracts';
import { CliError } from '../cli-error';
import type { Upload } from '../relata-api';

type Mapping = ImportOptionsRequest['mapping'];

/** A CSV file to send. Throws CliError when there is none. */
export async function openFile(path: string): Promise<Upload & { size: number }> {
  try {
    const found = await stat(path);
    if (!found.isFile()) throw new Error('it is not a file');
    return { name: basename(path), size: found.size, bytes: readIn(path) };
  } catch (error) {
    throw unreadable(path, error);
  }
}

/** The columns of a file, each for the field of its own name: what holds where no mapping is given. */
export async function mappingOfHeader(path: string): Promise<Mapping> {
  const parser = parse({ bom: true, to: 1 });
  // What goes wrong in either ends the loop below.
  pipeline(createReadStream(path), parser, () => undefined);
  try {
    for await (const columns of parser as AsyncIterable<string[]>)
      return Object.fromEntries(columns.map((column) => [column, column]));
  } catch (error) {
    throw unreadable(path, error);
  }
  throw new CliError(`${path} is empty: the first row must name the columns.`);
}

/** A mapping kept in a JSON file. */
export async function readMapping(path: string): Promise<Mapping> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw unreadable(path, error);
  }
  try {
    return JSON.parse(text) as Mapping;
  } catch (error) {
    throw new CliError(`${path} is not valid JSON: ${errorMessage(error)}.`);
  }
}

async function* readIn(path: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const piece of createReadStream(path, { highWaterMark: 256 * 1024 })) yield piece as Buffer;
  } catch (error) {
    throw unreadable(path, error);
  }
}

function unreadable(path: string, error: unknown): CliError {
  const isMissing = (error as { code?: unknown }).code === 'ENOENT';
  return new CliError(
    isMissing ? `There is no file ${path}.` : `${path} cannot be read: ${errorMessage(error)}.`,
  );
}
