import { applyDecorators } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';

/** OpenAPI's words for which events, and from where on. */
export function ApiEventSelection(start: 'start' | 'now'): MethodDecorator {
  return applyDecorators(
    ApiQuery({
      name: 'after',
      required: false,
      schema: { type: 'string', default: start },
      description:
        'Position to read on from: `page.nextCursor` of a page or the id of a streamed event; `start` is the beginning of the log, `now` its end.',
    }),
    ApiQuery({
      name: 'type',
      required: false,
      style: 'form',
      explode: true,
      schema: { type: 'array', items: { type: 'string' } },
      description: 'Types of events, such as `deal.won`: given several times or separated by commas.',
    }),
    ApiQuery({
      name: 'record',
      required: false,
      schema: { type: 'string' },
      description: 'Events of one record: `contact:<id>`, or its id.',
    }),
  );
}
