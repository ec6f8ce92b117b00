import { getMetadataStorage } from 'class-validator';
import type { ValidationMetadata } from 'class-validator/types/metadata/ValidationMetadata';
import type { OpenAPIObject } from '@nestjs/swagger';
import * as contracts from '@relata/contracts';

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;
type Schema = Exclude<Schemas[string], { $ref: string }>;

/** What a validator says of the values that it lets pass, in the words of JSON Schema; more than the plugin of the build knows. */
const BOUNDS: Record<string, (constraints: unknown[]) => Partial<Schema>> = {
  maxLength: ([maxLength]) => ({ maxLength: maxLength as number }),
  arrayMaxSize: ([maxItems]) => ({ maxItems: maxItems as number }),
  min: ([minimum]) => ({ minimum: minimum as number }),
  max: ([maximum]) => ({ maximum: maximum as number }),
  isInt: () => ({ type: 'integer' }),
  isUuid: () => ({ format: 'uuid' }),
  isEmail: () => ({ format: 'email' }),
  // A date is taken, too, so this is no `date-time`.
  isIso8601: () => ({ maxLength: 40 }),
  isISO4217CurrencyCode: () => ({ minLength: 3, maxLength: 3 }),
  matches: ([pattern]) => ({ pattern: (pattern as RegExp).source }),
};

/** Members whose values may be of any type, null among them: the plugin of the build takes `unknown` for an object. */
const OF_ANY_TYPE: Record<string, string[]> = { FieldChangeView: ['before', 'after'] };

/** Tells clients the bounds that requests are held to: of each class of the contracts that is a schema, by its validators. */
export function describeBounds(document: OpenAPIObject): void {
  const schemas = document.components?.schemas ?? {};
  for (const [name, target] of Object.entries(contracts)) {
    const schema = schemas[name];
    if (typeof target !== 'function' || !schema || '$ref' in schema) continue;
    for (const rule of getMetadataStorage().getTargetValidationMetadatas(target, name, false, false))
      narrow(schema, rule);
  }
  for (const [name, members] of Object.entries(OF_ANY_TYPE)) {
    const schema = schemas[name];
    if (!schema || '$ref' in schema) continue;
    for (const member of members) delete (schema.properties?.[member] as Partial<Schema> | undefined)?.type;
  }
}

function narrow(schema: Schema, { name = '', propertyName, constraints, each }: ValidationMetadata): void {
  const property = schema.properties?.[propertyName];
  const bound = BOUNDS[name]?.((constraints as unknown[] | undefined) ?? []);
  if (!property || '$ref' in property || !bound) return;
  const narrowed = each ? property.items : property;
  if (narrowed && !('$ref' in narrowed)) Object.assign(narrowed, bound);
}
