import {
  REF_FIELDS,
  isRecordRef,
  nearest,
  type CrmResource,
  type FieldError,
  type MixedOperationRequest,
} from '@relata/contracts';

/** Stands for an id that is not known yet. */
const SOME_ID = '00000000-0000-7000-8000-000000000000';

/** Where a reference by name stands, and the resource that it must name. */
interface Place {
  pointer: string;
  value: unknown;
  resource: CrmResource;
}

/** What is wrong with the names of a batch: given twice, unknown, of a later operation, or of another resource than is wanted. */
export function wrongRefs(operations: readonly MixedOperationRequest[]): FieldError[] {
  const errors: FieldError[] = [];
  const named = new Map<string, { index: number; resource: CrmResource }>();
  for (const [index, { ref, op, resource }] of operations.entries()) {
    if (ref === undefined) continue;
    const pointer = `/operations/${index}/ref`;
    const known = named.get(ref);
    if (op === 'delete')
      errors.push(wrong(pointer, 'deleted', 'Of a record that is deleted there is nothing to point at.'));
    else if (known)
      errors.push(wrong(pointer, 'duplicate', `Operation ${known.index} has the ref ${ref} already.`));
    else named.set(ref, { index, resource });
  }
  for (const [index, operation] of operations.entries()) {
    const earlier = [...named].filter(([, one]) => one.index < index).map(([name]) => name);
    for (const { pointer, value, resource } of placesOf(operation, index)) {
      const found = isRecordRef(value) ? named.get(value.$ref) : undefined;
      if (!isRecordRef(value))
        errors.push(wrong(pointer, 'ref', 'A reference by name is { "$ref": "…" }, and nothing beside.'));
      else if (!found) errors.push(wrong(pointer, 'unknown_ref', unknown(value.$ref, earlier)));
      else if (found.index >= index)
        errors.push(
          wrong(
            pointer,
            'forward_ref',
            `${value.$ref} is operation ${found.index}: a record is made before it is pointed at.`,
          ),
        );
      else if (found.resource !== resource)
        errors.push(
          wrong(
            pointer,
            'other_resource',
            `${value.$ref} is one of the ${found.resource}; this must be one of the ${resource}.`,
          ),
        );
    }
  }
  return errors;
}

/** The body as it would be with ids where names stand, to be held against the contract. */
export function withSomeIds(body: Record<string, unknown>): Record<string, unknown> {
  return { ...body, ...Object.fromEntries(refsOf(body).map(([field]) => [field, SOME_ID])) };
}

/** The names that stand in a body, by field. */
export function refsOf(body: Record<string, unknown>): [field: string, value: object][] {
  return Object.entries(body).filter(
    (entry): entry is [string, object] => Object.hasOwn(REF_FIELDS, entry[0]) && isObject(entry[1]),
  );
}

function placesOf({ id, body, resource }: MixedOperationRequest, index: number): Place[] {
  const own = isObject(id) ? [{ pointer: `/operations/${index}/id`, value: id, resource }] : [];
  const inBody = refsOf(body ?? {}).map(([field, value]) => ({
    pointer: `/operations/${index}/body/${field}`,
    value,
    resource: REF_FIELDS[field] as CrmResource,
  }));
  return [...own, ...inBody];
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function unknown(name: string, earlier: string[]): string {
  const close = nearest(name, earlier);
  return `No operation before this one has the ref ${name}.${close === undefined ? '' : ` Did you mean ${close}?`}`;
}

function wrong(pointer: string, code: string, message: string): FieldError {
  return { pointer, code, message };
}
