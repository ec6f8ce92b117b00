import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { DomainError, type FieldError } from '@relata/contracts';

/** Bodies are held against the contract's class; what it does not name is an error, never ignored. */
export function bodyValidation(): ValidationPipe {
  return new ValidationPipe({
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

/** class-validator's tree as a list of JSON pointers. */
function flatten(problem: ValidationError, parent: string): FieldError[] {
  const pointer = `${parent}/${problem.property.replace(/~/g, '~0').replace(/\//g, '~1')}`;
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
