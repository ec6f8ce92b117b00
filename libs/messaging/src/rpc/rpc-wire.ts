import { randomUUID } from 'node:crypto';
import { headers, type MsgHdrs } from 'nats';
import {
  ANONYMOUS,
  DomainError,
  ERROR_CODES,
  type ErrorCode,
  type ErrorDetails,
  type RequestContext,
} from '@relata/contracts';

const CONTEXT_HEADER = 'Relata-Context';
/** Present on an answer that is an error: its code. */
export const ERROR_HEADER = 'Relata-Error';
/** Present on an answer that an equal request got before. */
export const REPLAYED_HEADER = 'Relata-Replayed';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export function encode(value: unknown): Uint8Array {
  return encodeText(JSON.stringify(value ?? null));
}

export function encodeText(json: string): Uint8Array {
  return encoder.encode(json);
}

export function decode<T>(bytes: Uint8Array): T {
  return (bytes.length === 0 ? null : JSON.parse(decoder.decode(bytes))) as T;
}

/** NATS headers are ASCII: names of people are not, so the context travels as base64url JSON. */
export function contextHeaders(context: RequestContext): MsgHdrs {
  const result = headers();
  result.set(CONTEXT_HEADER, Buffer.from(JSON.stringify(context)).toString('base64url'));
  return result;
}

export function readContext(from: MsgHdrs | undefined): RequestContext {
  const raw = from?.get(CONTEXT_HEADER);
  if (!raw) return { requestId: randomUUID(), principal: ANONYMOUS };
  const context = JSON.parse(Buffer.from(raw, 'base64url').toString()) as Partial<RequestContext>;
  return {
    ...context,
    requestId: context.requestId ?? randomUUID(),
    principal: context.principal ?? ANONYMOUS,
  };
}

/** Options of an answer that says whether it was given before. */
export function replayedHeader(isReplayed: boolean): { headers: MsgHdrs } | undefined {
  if (!isReplayed) return undefined;
  const result = headers();
  result.set(REPLAYED_HEADER, 'true');
  return { headers: result };
}

interface WireError {
  code: ErrorCode;
  message: string;
  details: ErrorDetails;
}

export function encodeError(error: DomainError): Uint8Array {
  return encode({ code: error.code, message: error.message, details: error.details } satisfies WireError);
}

export function decodeError(bytes: Uint8Array): DomainError {
  const wire = decode<WireError>(bytes);
  const code = ERROR_CODES.includes(wire.code) ? wire.code : 'INTERNAL';
  return new DomainError(code, wire.message, wire.details);
}
