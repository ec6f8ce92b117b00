import { ValidateIf } from 'class-validator';

/** A field that may be left out but, unlike one under `@IsOptional()`, not be null: there is nothing to clear. */
export const MayBeAbsent = (): PropertyDecorator =>
  ValidateIf((_object: object, value: unknown) => value !== undefined);
