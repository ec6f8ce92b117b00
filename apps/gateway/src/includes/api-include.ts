import { ApiQuery } from '@nestjs/swagger';

/** OpenAPI's words for `include`. */
export function ApiInclude(names: readonly string[]): MethodDecorator {
  return ApiQuery({
    name: 'include',
    required: false,
    schema: { type: 'string' },
    description: `Related records in the same answer, comma-separated: ${names.join(', ')}.`,
  });
}
