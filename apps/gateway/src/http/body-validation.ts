import { ValidationPipe, type ArgumentMetadata, type ValidationError } from '@nestjs/common';
import { DomainError, invalid, type FieldError } from '@relata/contracts';
import { quickReader } from '@relata/platform';

/** Nothing that the API takes is half as deep. */
const MAX_DEPTH = 20;
const RESERVED = new Set(['__proto__', 'constructor', 'prototype']);

/** Bodies are held against the contract's class; what it does not name is an error, never ignored. */
export function bodyValidation(): ValidationPipe {
  return new BodyValidation({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    stopAtFirstError: false,
    exceptionFactory: (problems) =>
      new DomainError('VALIDATION_FAILED', 'The body has fields that do not fit.', {
        errors: problems.flatMap((problem) => flatten(problem, '')),
      }),
  });
}

class BodyValidation extends ValidationPipe {
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type === 'body') {
      const read = isHarmless(value, MAX_DEPTH) ? quick(value, metadata) : undefined;
      if (read) return read;
      if (value === null || Array.isArray(value))
        throw invalid('', 'object', 'The body must be a JSON object.');
      refuseUnstorable(value, '', MAX_DEPTH);
    }
    return super.transform(value, metadata);
  }
}

/** The body as its class takes it, where nothing has to be said about it. */
function quick(value: unknown, { metatype }: ArgumentMetadata): object | undefined {
  return metatype ? quickReader(metatype as new () => object)(value) : undefined;
}

/** Whether there is nothing in it that `refuseUnstorable` or class-transformer could mind. */
function isHarmless(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return isStorable(value);
  if (typeof value !== 'object' || value === null) return true;
  if (depth === 0) return false;
  if (Array.isArray(value)) return value.every((member) => isHarmless(member, depth - 1));
  for (const [name, member] of Object.entries(value))
    if (name in Object.prototype || !isStorable(name) || !isHarmless(member, depth - 1)) return false;
  return true;
}

function isStorable(text: string): boolean {
  return !text.includes('\0') && !/\p{Surrogate}/u.test(text);
}

/** JSON may hold texts that Postgres cannot: with NUL, or with half of a surrogate pair. */
function refuseUnstorable(value: unknown, pointer: string, depth: number): void {
  if (typeof value === 'object' && value !== null) {
    if (depth === 0) throw invalid(pointer, 'too_deep', `A body may be nested ${MAX_DEPTH} levels deep.`);
    for (const [name, member] of Object.entries(value)) {
      refuseUnstorable(name, pointer, depth - 1);
      // class-transformer would drop them without a word.
      if (RESERVED.has(name)) throw invalid(pointer, 'unknown_field', `No field may be named ${name}.`);
      refuseUnstorable(member, `${pointer}/${escaped(name)}`, depth - 1);
    }
  }
  if (typeof value === 'string' && !isStorable(value)) {
    throw invalid(pointer, 'bad_character', 'A text may hold neither NUL nor half of a surrogate pair.');
  }
}

function escaped(name: string): string {
  return name.replace(/~/g, '~0').replace(/\//g, '~1');
}

/** class-validator's tree as a list of JSON pointers. */
function flatten(problem: ValidationError, parent: string): FieldError[] {
  const pointer = `${parent}/${escaped(problem.property)}`;
  const own = Object.entries(problem.constraints ?? {}).map(([rule, message]) => ({
    pointer,
    code: rule === 'whitelistValidation' ? 'unknown_field' : snakeCase(rule),
    message: rule === 'whitelistValidation' ? `There is no field ${problem.property} here.` : message,
  }));
  return [...own, ...(problem.children ?? []).flatMap((child) => flatten(child, pointer))];
}

/** `isEmail` → `is_email`. */
function snakeCase(rule: string): string {
  return rule.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
