import { applyDecorators, type Type } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';

/** OpenAPI's words for a page of `view`. */
export function ApiPageOf(view: Type): MethodDecorator {
  return applyDecorators(
    ApiExtraModels(view),
    ApiOkResponse({
      schema: {
        type: 'object',
        required: ['data', 'page'],
        properties: {
          data: { type: 'array', items: { $ref: getSchemaPath(view) } },
          page: {
            type: 'object',
            required: ['nextCursor', 'prevCursor', 'hasMore', 'limit'],
            properties: {
              nextCursor: { type: 'string', nullable: true },
              prevCursor: { type: 'string', nullable: true },
              hasMore: { type: 'boolean' },
              limit: { type: 'integer' },
              total: { type: 'integer' },
            },
          },
        },
      },
    }),
  );
}
