import fc from 'fast-check';
import { resourceOf, type ApiDocument, type Operation, type Parameter } from '../document';
import { mark } from '../known-records';
import { attack } from './hostile';
import { mistake } from './invalid';
import type { Body, Plan, Text } from './plan';
import { SENSIBLE } from './exceptions';
import { Values } from './values';

export const CLASSES = ['valid', 'invalid', 'hostile'] as const;
export type RequestClass = (typeof CLASSES)[number];

const MERGE_PATCH = 'application/merge-patch+json';
const SELDOM = 4;
const OFTEN = 1;
const place = fc.nat({ max: 1_000_000 });

/** Requests to the operations of a document. */
export class Requests {
  private readonly values: Values;
  private readonly arbitraries = new Map<string, fc.Arbitrary<Plan>>();

  constructor(document: ApiDocument) {
    this.values = new Values(document);
  }

  /** The request of that number: the same seed and number give the same, but for what its marks stand for. */
  plan(operation: Operation, requestClass: RequestClass, seed: number): Plan {
    const key = `${operation.id} ${requestClass}`;
    const arbitrary = this.arbitraries.get(key) ?? this.of(operation, requestClass);
    this.arbitraries.set(key, arbitrary);
    const [plan] = fc.sample(arbitrary, { seed, numRuns: 1 });
    if (!plan) throw new Error(`No request to ${operation.id}.`);
    return plan;
  }

  private of(operation: Operation, requestClass: RequestClass): fc.Arbitrary<Plan> {
    if (requestClass === 'valid') return this.valid(operation, SELDOM);
    // Much can only be made worse where there is much.
    const valid = this.valid(operation, OFTEN);
    const changes = fc.array(requestClass === 'invalid' ? mistake : attack, { minLength: 1, maxLength: 2 });
    return fc
      .tuple(valid, changes)
      .map(([plan, made]) => made.reduce((worse, change) => change(worse), plan));
  }

  /** `absent` is how often a parameter is left out that may be, against once that it is given. */
  private valid(operation: Operation, absent: number): fc.Arbitrary<Plan> {
    const resource = resourceOf(operation.path);
    const all = operation.parameters;
    const body = this.body(operation, resource);
    return fc.record({
      path: fc.record(
        Object.fromEntries(
          all
            .filter((known) => known.in === 'path')
            .map((known) => [known.name, this.inPath(known, resource)]),
        ),
      ),
      query: fc
        .tuple(
          ...all
            .filter((known) => known.in === 'query')
            .map((known) => this.inQuery(known, resource, absent)),
        )
        .map((given) => thatGoTogether(given.flat(), operation.id)),
      headers: this.headers(operation),
      body: body ?? fc.constant(undefined),
      as: fc.oneof(
        { weight: 12, arbitrary: fc.constant('administrator' as const) },
        { weight: 1, arbitrary: fc.constant('reader' as const) },
      ),
    });
  }

  private inPath({ name, schema }: Parameter, resource: string): fc.Arbitrary<Text> {
    // Shares have the resource itself in the path.
    const kind = resource.startsWith('{') ? 'contacts' : resource;
    if (name === 'id') return place.map((at) => mark(kind, at));
    if (name === 'resource')
      return fc.oneof(fc.constant('contacts'), this.values.parameter(schema, name, kind));
    if (name === 'system') return fc.constantFrom('erp', 'hubspot', 'a.b-c_1');
    if (name === 'key') return place.map((at) => `key ${at % 300}`);
    return this.values.parameter(schema, name, kind);
  }

  private inQuery({ name, style, required, schema }: Parameter, resource: string, absent: number) {
    const given: fc.Arbitrary<[string, Text][]> =
      style === 'deepObject'
        ? fc.array(this.values.filterParameter(resource), { maxLength: 2 })
        : this.values.parameter(schema, name, resource).map((value) => [[name, value]]);
    if (required) return given;
    return fc.oneof(
      { weight: absent, arbitrary: fc.constant<[string, Text][]>([]) },
      { weight: 1, arbitrary: given },
    );
  }

  private headers({ parameters }: Operation): fc.Arbitrary<Record<string, string>> {
    const known = parameters.filter((parameter) => parameter.in === 'header');
    const headers = known.map(({ name }) => [name.toLowerCase(), this.header(name)] as const);
    const given = fc.record(Object.fromEntries([...headers, ['x-request-id', fc.uuid()]]), {
      requiredKeys: [],
    });
    return fc.oneof(fc.constant({}), given) as fc.Arbitrary<Record<string, string>>;
  }

  private header(name: string): fc.Arbitrary<string> {
    if (name.startsWith('If-')) return fc.constant('⟦etag⟧');
    if (name === 'Last-Event-ID') return place.map((at) => mark('cursor-listEvents', at));
    return place.map((at) => `key-${at}`);
  }

  private body(operation: Operation, resource: string): fc.Arbitrary<Body> | undefined {
    const [[type, schema] = []] = Object.entries(operation.bodies);
    if (type === undefined || schema === undefined) return undefined;
    const isUpsert = operation.path.includes('/by-external/');
    const { [operation.id]: sensible = same } = SENSIBLE;
    const json = fc
      .tuple(this.values.of(schema, isUpsert ? 'body' : '', resource), place)
      .map(([value, number]) => sensible(value as Record<string, unknown>, number));
    if (type === 'multipart/form-data') return json.map(uploaded);
    const types = operation.method === 'PATCH' ? [type, MERGE_PATCH] : [type];
    return fc
      .tuple(json, fc.constantFrom(...types))
      .map(([value, chosen]) => ({ json: value, type: chosen }));
  }
}

/** A cursor is bound to its question, so beside one stands nothing else; of times past less can be asked. */
function thatGoTogether(query: [string, Text][], operationId: string): [string, Text][] {
  const has = (wanted: string) => query.some(([name]) => name === wanted);
  if (has('cursor')) {
    const place = query.length;
    return [...query.filter(([name]) => name === 'limit'), ['cursor', mark(`cursor-${operationId}`, place)]];
  }
  if (!has('asOf')) return query;
  const isList = operationId.startsWith('list');
  const owner: [string, Text][] = isList ? [['filter[ownerId]', 'me']] : [];
  return [...query.filter(([name]) => ['asOf', 'limit', 'fields'].includes(name)), ...owner];
}

const same = (value: Record<string, unknown>) => value;
const BOUNDARY = 'fuzz-boundary';

/** A form with the options and a small file. */
function uploaded(value: unknown): Body {
  const { options } = value as { options: unknown };
  const lines = ['Email,Name,First', 'a@engines.example,Ada,"A, B"', 'rubbish,"', ',,,,', '=1+1,"x\ny",'];
  const part = (head: string, content: string) =>
    `--${BOUNDARY}\r\nContent-Disposition: form-data; ${head}\r\n\r\n${content}\r\n`;
  const text = `${part('name="options"', JSON.stringify(options))}${part('name="file"; filename="a.csv"\r\nContent-Type: text/csv', lines.join('\n'))}--${BOUNDARY}--\r\n`;
  return { text, type: `multipart/form-data; boundary=${BOUNDARY}` };
}
