import Ajv2019, { type ValidateFunction } from 'ajv/dist/2019';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

interface Schema {
  allOf?: { $ref: string }[];
  properties?: Record<string, Schema>;
  [keyword: string]: unknown;
}

interface AsyncApi {
  channels: Record<string, { address: string }>;
  components: {
    messages: Record<string, { payload: { $ref: string }; examples: { payload: unknown }[] }>;
    schemas: Record<string, Schema>;
  };
}

const DOCUMENT = resolve(__dirname, '..', '..', '..', 'docs', 'asyncapi.json');

/** The contract with consumers, as docs/asyncapi.json promises it; `npm run check` holds the code to that file. */
export function asyncApi(): AsyncApi {
  return JSON.parse(readFileSync(DOCUMENT, 'utf8')) as AsyncApi;
}

/**
 * Tells what is wrong with an event by the schema of its type, a line each. Stricter than the contract in one thing: a
 * member that the schema does not name is wrong as well, as it would be one that nobody can know of.
 */
export function eventChecker(): (event: { type: string }) => string[] {
  const document = asyncApi();
  close(document);
  const ajv = new Ajv2019({ strict: false, allErrors: true });
  ajv.addSchema(document, 'asyncapi');
  const validators = new Map<string, ValidateFunction>();
  for (const [type, { payload }] of Object.entries(document.components.messages))
    validators.set(type, ajv.compile({ $ref: `asyncapi${payload.$ref}` }));
  return (event) => {
    const { type } = event;
    const validate = validators.get(type);
    if (!validate) return [`There is no event type ${type}.`];
    if (validate(event)) return [];
    return (validate.errors ?? []).map(
      ({ instancePath, message, params }) => `${type}${instancePath} ${message} ${JSON.stringify(params)}`,
    );
  };
}

/** No member but those named. Schemas that others take in by `allOf` are closed where they are taken in. */
function close({ components: { schemas } }: AsyncApi): void {
  const takenIn = new Set<string>();
  const visit = (schema: Schema) => {
    for (const { $ref } of schema.allOf ?? []) takenIn.add($ref.slice($ref.lastIndexOf('/') + 1));
    Object.values(schema.properties ?? {}).forEach(visit);
    if (schema.properties) schema.unevaluatedProperties = false;
  };
  Object.values(schemas).forEach(visit);
  for (const name of takenIn) delete schemas[name]?.unevaluatedProperties;
}
