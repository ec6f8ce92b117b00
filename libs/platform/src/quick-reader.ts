import { plainToInstance } from 'class-transformer';
import { getMetadataStorage } from 'class-validator';

type Json = Record<string, unknown>;
type Metadata = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>[number];

/** Makes an instance of a class of what surely fits it; undefined on any doubt. */
export type QuickReader<T extends object> = (value: unknown) => T | undefined;

interface Property {
  /** When the rules hold at all: as `@IsOptional()`, `@ValidateIf()` say. */
  conditions: ((object: unknown, value: unknown) => boolean)[];
  rules: ((object: Json, value: unknown) => boolean)[];
  /** Of what is nested in it, under `@ValidateNested()`. */
  nested: QuickReader<object> | undefined;
}

const readers = new Map<new () => object, QuickReader<object>>();

/**
 * Reads what class-validator finds nothing wrong with, into what class-transformer makes of it; by the decorators of the class, but looked at
 * once, where those two ask their storages for every member of every object. What is wrong with the rest is theirs to say: on any
 * doubt, about the value or about a decorator, there is no answer. What a `@Transform()` makes of a value that fits must be that value.
 */
export function quickReader<T extends object>(type: new () => T): QuickReader<T> {
  let reader = readers.get(type);
  if (!reader) readers.set(type, (reader = compile(type)));
  return reader as QuickReader<T>;
}

const NEVER: QuickReader<object> = () => undefined;

function compile(type: new () => object): QuickReader<object> {
  const properties = propertiesOf(type);
  if (!properties) return NEVER;
  const all = [...properties];
  return (value) => {
    if (!isPlainObject(value)) return undefined;
    const made = new type() as Json;
    for (const name of Object.keys(value)) {
      // Class-validator calls a field without a rule unknown.
      if (!properties.has(name)) return undefined;
      made[name] = value[name];
    }
    for (const [name, { conditions, rules, nested }] of all) {
      const member = value[name];
      if (!conditions.every((holds) => holds(value, member))) {
        if (member === null || member === undefined) continue;
        return undefined;
      }
      for (const fits of rules) if (!fits(value, member)) return undefined;
      if (!nested || member === undefined) continue;
      const read = readNested(nested, member);
      if (read === undefined) return undefined;
      made[name] = read;
    }
    return made;
  };
}

function readNested(nested: QuickReader<object>, member: unknown): object | undefined {
  if (!Array.isArray(member)) return nested(member);
  const items: object[] = [];
  for (const item of member) {
    const read = nested(item);
    if (!read) return undefined;
    items.push(read);
  }
  return items;
}

function isPlainObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** The rules of a class by property; undefined where one is of a kind that is not known here. */
function propertiesOf(type: new () => object): Map<string, Property> | undefined {
  // A class that gives its fields values is filled differently.
  if (Object.keys(new type()).length > 0) return undefined;
  const storage = getMetadataStorage();
  const byName = storage.groupByPropertyName(
    storage.getTargetValidationMetadatas(type, undefined as unknown as string, false, false),
  );
  const properties = Object.entries(byName).map(
    ([name, metadatas]) => [name, propertyOf(type, name, metadatas)] as const,
  );
  return properties.length > 0 &&
    properties.every((entry): entry is [string, Property] => entry[1] !== undefined)
    ? new Map(properties)
    : undefined;
}

function propertyOf(type: new () => object, name: string, metadatas: Metadata[]): Property | undefined {
  // Class-transformer passes over what the class has already.
  if (name in type.prototype) return undefined;
  const property: Property = { conditions: [], rules: [], nested: undefined };
  const item = transformed(type, name, {});
  const isNested = metadatas.some((metadata) => metadata.type === 'nestedValidation');
  if (isNested) {
    const nestedType = item?.constructor as (new () => object) | undefined;
    if (!nestedType || nestedType === Object) return undefined;
    // A class may hold some of its own kind.
    property.nested = (value) => quickReader(nestedType)(value);
  } else if (!isPlainObject(item)) return undefined;
  for (const metadata of metadatas) {
    switch (metadata.type) {
      case 'conditionalValidation':
        property.conditions.push(metadata.constraints[0] as Property['conditions'][number]);
        break;
      case 'customValidation': {
        const rules = rulesOf(metadata);
        if (!rules) return undefined;
        property.rules.push(...rules);
        break;
      }
      case 'nestedValidation':
      case 'whitelistValidation':
        break;
      default:
        return undefined;
    }
  }
  return property;
}

/** What class-transformer makes of a value of a property. */
function transformed(type: new () => object, name: string, value: unknown): object | undefined {
  return (plainToInstance(type, { [name]: value }) as Record<string, object | undefined>)[name];
}

/** The rules of one decorator, by the functions that class-validator itself calls. */
function rulesOf(metadata: Metadata): Property['rules'] | undefined {
  const { propertyName: property, constraints, each, validateIf } = metadata;
  const constraintsOf = getMetadataStorage().getTargetValidatorConstraints(metadata.constraintCls);
  if (validateIf || constraintsOf.length === 0 || constraintsOf.some(({ async }) => async)) return undefined;
  return constraintsOf.map(({ instance }) => (object, value) => {
    const told = { targetName: '', property, object, value, constraints };
    const fits = (one: unknown) => instance.validate(one, told) === true;
    return each && Array.isArray(value) ? value.every(fits) : fits(value);
  });
}
