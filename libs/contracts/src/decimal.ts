import { Transform } from 'class-transformer';
import { Matches } from 'class-validator';
import { applyDecorators } from '@nestjs/common';

const DECIMAL = /^-?\d{1,14}(\.\d{1,4})?$/;

/**
 * A decimal string of up to 14 digits and 4 decimals, e.g. `"1234.50"`. A JSON number is taken too, by its
 * shortest notation, so that `5000` works; answers are always strings. Never a float on the way.
 */
export function IsDecimalAmount(): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) => (typeof value === 'number' ? String(value) : value)),
    Matches(DECIMAL, { message: '$property must be a decimal string such as "1234.50"' }),
  );
}
