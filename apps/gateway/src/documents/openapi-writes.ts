import type { OpenAPIObject } from '@nestjs/swagger';

type Operation = NonNullable<OpenAPIObject['paths'][string]['post']>;
type Parameter = NonNullable<Operation['parameters']>[number];
type Answer = Exclude<NonNullable<Operation['responses'][string]>, { $ref: string }>;
type Schema = NonNullable<NonNullable<Answer['content']>[string]['schema']>;

/** On operations that cannot be rehearsed; not part of the finished document. */
export const DONE_AT_ONCE = 'x-done-at-once';
/** On operations that write nothing, though they are no GET. */
export const READS_ONLY = 'x-reads-only';

const IDEMPOTENCY_KEY: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  schema: { type: 'string', minLength: 1, maxLength: 255 },
  description:
    'A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`.',
};
const DRY_RUN: Parameter = {
  name: 'dryRun',
  in: 'query',
  required: false,
  schema: { type: 'boolean', default: false },
  description:
    'Answers with 200 what the request would answer, and in `dryRun` the events that it would write; changes nothing.',
};
const REHEARSED: Schema = {
  type: 'object',
  properties: { dryRun: { $ref: '#/components/schemas/DryRunView' } },
};

/** What every write takes, and what a rehearsed one answers. */
export function describeWrites(document: OpenAPIObject): void {
  for (const path of Object.values(document.paths)) {
    for (const operation of [path.put, path.post, path.patch, path.delete]) {
      if (operation) describe(operation);
    }
  }
}

function describe(operation: Operation): void {
  const marks = operation as unknown as Record<string, unknown>;
  const { [DONE_AT_ONCE]: isDoneAtOnce, [READS_ONLY]: isRead } = marks;
  delete marks[DONE_AT_ONCE];
  delete marks[READS_ONLY];
  if (isRead) return;
  const parameters = [...(operation.parameters ?? []), IDEMPOTENCY_KEY];
  operation.parameters = parameters;
  if (isDoneAtOnce) return;
  parameters.push(DRY_RUN);
  const { responses } = operation;
  const [status, answer] = Object.entries(responses).find(([code]) => code.startsWith('2')) ?? [];
  const schema = (answer as Answer | undefined)?.content?.['application/json']?.schema;
  const description = status === '200' ? ((answer as Answer).description ?? '') : 'With `dryRun=true`.';
  responses['200'] = { description, content: { 'application/json': { schema: rehearsed(schema) } } };
}

function rehearsed(schema: Schema | undefined): Schema {
  return schema ? { allOf: [schema, REHEARSED] } : REHEARSED;
}
