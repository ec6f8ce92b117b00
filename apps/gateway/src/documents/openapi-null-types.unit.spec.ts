import { withNullTypes } from './openapi-null-types';

it.each<[string, unknown, unknown]>([
  ['a plain type', { type: 'string', nullable: true }, { type: ['string', 'null'] }],
  [
    'an enum',
    { type: 'string', enum: ['a'], nullable: true },
    { type: ['string', 'null'], enum: ['a', null] },
  ],
  [
    'a reference with words of its own',
    { description: 'Of work.', nullable: true, allOf: [{ $ref: '#/x' }] },
    { description: 'Of work.', oneOf: [{ $ref: '#/x' }, { type: 'null' }] },
  ],
  ['what is not nullable', { type: 'string', nullable: false }, { type: 'string' }],
  [
    'a property of that name',
    { properties: { nullable: { type: 'boolean', nullable: true } } },
    { properties: { nullable: { type: ['boolean', 'null'] } } },
  ],
])('says null as 3.1 does in %s', (_name, before, after) => {
  expect(withNullTypes({ parts: [before] })).toEqual({ parts: [after] });
});
