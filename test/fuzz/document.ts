export interface Schema {
  $ref?: string;
  type?: string | string[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  enum?: unknown[];
  allOf?: Schema[];
  oneOf?: Schema[];
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
  example?: unknown;
  additionalProperties?: boolean | Schema;
}

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required: boolean;
  /** `deepObject` for `filter[field][op]=value`. */
  style?: string;
  schema: Schema;
}

/** An answer that the document describes: its headers, and the schema of its body by media type. */
export interface DescribedAnswer {
  headers: Record<string, { required?: boolean }>;
  content: Record<string, Schema>;
}

export interface Operation {
  id: string;
  method: string;
  /** `/v1/contacts/{id}` */
  path: string;
  parameters: Parameter[];
  /** Schema of the body by media type; empty for an operation without one. */
  bodies: Record<string, Schema>;
  answers: Record<string, DescribedAnswer>;
}

interface Reference {
  $ref: string;
}
interface RawAnswer {
  headers?: Record<string, Reference | { required?: boolean }>;
  content?: Record<string, { schema: Schema }>;
}
interface RawOperation {
  operationId: string;
  parameters?: (Reference | Parameter)[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, Reference | RawAnswer>;
}
export interface RawDocument {
  paths: Record<string, Record<string, RawOperation>>;
  components: { schemas: Record<string, Schema> };
}

const METHODS = ['get', 'put', 'post', 'patch', 'delete'];

/** An OpenAPI document, as far as a client reads it that knows nothing else of the API. */
export class ApiDocument {
  readonly operations: Operation[];

  constructor(readonly raw: RawDocument) {
    this.operations = Object.entries(raw.paths).flatMap(([path, item]) =>
      METHODS.flatMap((method) => (item[method] ? [this.operation(path, method, item[method])] : [])),
    );
  }

  /** The schema behind a reference, with the members of `allOf` as its own. */
  resolve(schema: Schema): Schema {
    if (schema.$ref !== undefined) return this.resolve(this.follow<Schema>(schema));
    if (!schema.allOf) return schema;
    const parts = schema.allOf.map((part) => this.resolve(part));
    return {
      ...Object.assign({}, ...parts),
      properties: Object.assign({}, ...parts.map(({ properties }) => properties)),
      required: parts.flatMap(({ required = [] }) => required),
    };
  }

  /** The body that `POST` to a collection takes, such as `contacts`; undefined where nothing is made so. */
  creationOf(resource: string): Schema | undefined {
    return this.operations.find(({ method, path }) => method === 'POST' && path === `/v1/${resource}`)
      ?.bodies['application/json'];
  }

  /** The names and schemas of what records of a collection are answered with; empty where it has no list. */
  fieldsOf(resource: string): Record<string, Schema> {
    const list = this.operations.find(({ method, path }) => method === 'GET' && path === `/v1/${resource}`);
    const { properties } = this.resolve(list?.answers['200']?.content['application/json'] ?? {});
    const { items } = this.resolve(properties?.data ?? {});
    return this.resolve(items ?? {}).properties ?? {};
  }

  private operation(path: string, method: string, raw: RawOperation): Operation {
    return {
      id: raw.operationId,
      method: method.toUpperCase(),
      path,
      parameters: (raw.parameters ?? []).map((parameter) => this.follow<Parameter>(parameter)),
      bodies: schemasOf(raw.requestBody?.content),
      answers: Object.fromEntries(
        Object.entries(raw.responses).map(([status, answer]) => {
          const { headers = {}, content } = this.follow<RawAnswer>(answer);
          const followed = Object.entries(headers).map(([name, header]) => [
            name,
            this.follow<{ required?: boolean }>(header),
          ]);
          return [status, { headers: Object.fromEntries(followed), content: schemasOf(content) }];
        }),
      ),
    };
  }

  private follow<T>(part: Reference | T): T {
    if (typeof part !== 'object' || part === null || !('$ref' in part)) return part;
    const found = part.$ref
      .replace('#/', '')
      .split('/')
      .reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], this.raw);
    if (found === undefined) throw new Error(`The document has no ${part.$ref}.`);
    return found as T;
  }
}

function schemasOf(content: Record<string, { schema: Schema }> = {}): Record<string, Schema> {
  return Object.fromEntries(Object.entries(content).map(([type, { schema }]) => [type, schema]));
}

/** The collection of a path, which also names its records: `contacts` of `/v1/contacts/{id}/history`. */
export function resourceOf(path: string): string {
  return path.replace('/v1/', '').split('/')[0] ?? '';
}
