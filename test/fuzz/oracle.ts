import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import type { ApiDocument, DescribedAnswer, Operation, Schema } from './document';
import { CUT_SHORT, LIMITED } from './requests/exceptions';
import type { Answered, Sent } from './sender';

const DOCUMENT = 'openapi';
const PROBLEM = 'application/problem+json';
/** Of one answer, so many faults are told. */
const SHOWN = 3;
/** Not of what is refused before it is counted. */
const NOT_ALWAYS = new Set(['RateLimit', 'RateLimit-Policy']);
/** A dry run has none of them. */
const OF_WHAT_WAS_DONE = new Set(['ETag', 'Location', 'Upsert-Outcome']);

/** Says what an answer has that the document does not say, or lacks that it does. */
export class Oracle {
  private readonly ajv = new Ajv2020({ strict: false, allErrors: true });
  private readonly validators = new Map<Schema, ValidateFunction>();

  constructor(document: ApiDocument) {
    addFormats(this.ajv);
    this.ajv.addSchema(document.raw, DOCUMENT);
  }

  /** What is wrong with the answer, in words; empty when all is as described. */
  faultsOf(operation: Operation, sent: Sent, answered: Answered, deadlineMs: number): string[] {
    const { status, milliseconds } = answered;
    if (status === 0 && operation.id in CUT_SHORT && answered.headers['content-type']) return [];
    if (status === 0) return [`no answer: ${answered.text}`];
    const faults: string[] = [];
    if (milliseconds > deadlineMs) faults.push(`answered after ${Math.round(milliseconds)} ms`);
    if (status >= 500) return [...faults, `status ${status}`];
    if (status === 429 && !(operation.id in LIMITED)) return [...faults, 'status 429 below all limits'];
    const described = operation.answers[String(status)];
    if (!described)
      return [...faults, `status ${status}; described: ${Object.keys(operation.answers).join(', ')}`];
    return [
      ...faults,
      ...headerFaults(described, sent, answered),
      ...this.bodyFaults(described, sent, answered),
    ];
  }

  private bodyFaults(described: DescribedAnswer, sent: Sent, { status, headers, text }: Answered): string[] {
    const types = Object.keys(described.content);
    const type = essenceOf(headers['content-type'] ?? '');
    if (types.length === 0) return text === '' ? [] : [`a body of ${type} where none is described`];
    const found = types.find((name) => essenceOf(name) === type);
    if (found === undefined) return [`content type "${type}"; described: ${types.join(', ')}`];
    if (!type.endsWith('json')) return [];
    let body: unknown;
    try {
      body = JSON.parse(text);
    } catch {
      return ['a body that is no JSON'];
    }
    const { traceId, status: told } = body as { traceId?: unknown; status?: unknown };
    if (type === PROBLEM && told !== status) return [`a problem that says status ${String(told)}`];
    if (type === PROBLEM && traceId !== headers['x-request-id'])
      return [`a problem with traceId ${String(traceId)}, not the request id`];
    const isValid = this.validator(described.content[found] ?? {});
    if (isValid(body)) return [];
    // What `fields`, a view or a role leaves out is not there, as the document's description says.
    const errors = (isValid.errors ?? []).filter(
      ({ keyword }) => keyword !== 'required' || !isNarrowed(sent),
    );
    return errors
      .slice(0, SHOWN)
      .map(
        ({ instancePath, message, params }) => `body ${instancePath} ${message} ${JSON.stringify(params)}`,
      );
  }

  private validator(schema: Schema): ValidateFunction {
    const known = this.validators.get(schema);
    if (known) return known;
    const absolute = JSON.parse(
      JSON.stringify(schema).replaceAll('"$ref":"#/', `"$ref":"${DOCUMENT}#/`),
    ) as Schema;
    const compiled = this.ajv.compile(absolute);
    this.validators.set(schema, compiled);
    return compiled;
  }
}

/** By the request, or by the saved view that it names. */
function isNarrowed({ as, target, body = '' }: Sent): boolean {
  return as === 'reader' || /[?&](fields|view)=/.test(target) || /"(fields|view)":/.test(body);
}

function headerFaults(
  { headers: described }: DescribedAnswer,
  { target }: Sent,
  { headers }: Answered,
): string[] {
  const isRehearsed = target.includes('dryRun=true');
  return Object.keys(described)
    .filter((name) => headers[name.toLowerCase()] === undefined)
    .filter((name) => !NOT_ALWAYS.has(name) && !(isRehearsed && OF_WHAT_WAS_DONE.has(name)))
    .map((name) => `no header ${name}`);
}

function essenceOf(type: string): string {
  return (type.split(';')[0] ?? '').trim().toLowerCase();
}
