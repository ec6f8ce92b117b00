import { randomUUID } from 'node:crypto';
import { ANONYMOUS, DomainError, ERROR_CODES, type ErrorCode, type RequestContext } from '@relata/contracts';
import { UnreadJson } from './unread-json';

/** JSON has no line break of its own: a message is a line that says what is to be known first, and the JSON behind it. */
const LINE_END = '\n';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export function encode(value: unknown): Uint8Array {
  return encoder.encode(toJson(value));
}

export function decode<T>(bytes: Uint8Array): T {
  return (bytes.length === 0 ? null : JSON.parse(decoder.decode(bytes))) as T;
}

/** A request: who asks, and what. */
export function encodeRequest(context: RequestContext, payload: unknown): Uint8Array {
  return encoder.encode(JSON.stringify(context) + LINE_END + toJson(payload));
}

export function decodeRequest(bytes: Uint8Array): { context: RequestContext; payload: unknown } {
  const { head, rest } = split(bytes);
  const context = (head === '' ? {} : JSON.parse(head)) as Partial<RequestContext>;
  return {
    context: {
      ...context,
      requestId: context.requestId ?? randomUUID(),
      principal: context.principal ?? ANONYMOUS,
    },
    payload: decode(rest),
  };
}

/** What an answer says of itself before its JSON. */
interface AnswerHead {
  /** That it is a refusal. */
  isError?: true;
  /** That an equal request got it before. */
  isReplayed?: true;
  /** Of a record: so that the gateway can hand it on without reading it. */
  id?: string;
  version?: number;
}

/** What a handler answered. */
export function encodeAnswer(result: unknown): Uint8Array {
  return encodeFrame(headOf(result), toJson(result));
}

/** An answer that is JSON already; `result` is what it says. */
export function encodeKeptAnswer(json: string, isReplayed: boolean): Uint8Array {
  return encodeFrame({ ...headOf(JSON.parse(json)), ...(isReplayed ? { isReplayed } : {}) }, json);
}

export function encodeRefusal({ code, message, details }: DomainError): Uint8Array {
  return encodeFrame({ isError: true }, JSON.stringify({ code, message, details }));
}

/** Throws the refusal, if it is one. */
export function decodeAnswer(bytes: Uint8Array): { json: UnreadJson; isReplayed: boolean } {
  const { head, rest } = split(bytes);
  const { isError, isReplayed, id, version } = (head === '' ? {} : JSON.parse(head)) as AnswerHead;
  if (isError) throw refusal(decode(rest));
  return { json: new UnreadJson(rest, id, version), isReplayed: isReplayed ?? false };
}

function toJson(value: unknown): string {
  return JSON.stringify(value ?? null);
}

function encodeFrame(head: AnswerHead, json: string): Uint8Array {
  const line = Object.keys(head).length === 0 ? '' : JSON.stringify(head);
  return encoder.encode(line + LINE_END + json);
}

function split(bytes: Uint8Array): { head: string; rest: Uint8Array } {
  const end = bytes.indexOf(LINE_END.charCodeAt(0));
  return { head: decoder.decode(bytes.subarray(0, Math.max(end, 0))), rest: bytes.subarray(end + 1) };
}

function headOf(result: unknown): AnswerHead {
  if (typeof result !== 'object' || result === null) return {};
  const { id, version } = result as { id?: unknown; version?: unknown };
  return typeof id === 'string' && typeof version === 'number' ? { id, version } : {};
}

function refusal({ code, message, details }: Pick<DomainError, 'code' | 'message' | 'details'>): DomainError {
  const known: ErrorCode = ERROR_CODES.includes(code) ? code : 'INTERNAL';
  return new DomainError(known, message, details);
}
