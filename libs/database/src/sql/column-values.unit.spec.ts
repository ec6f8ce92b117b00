import { fromTextOf } from './column-values';

it.each([
  ['uuid', '01a20644-b1bc-726a-a213-000000000001', '01a20644-b1bc-726a-a213-000000000001'],
  ['numeric', '12345678901234.5600', '12345678901234.5600'],
  ['bigint', '9223372036854775807', '9223372036854775807'],
  ['integer', '-7', -7],
  ['boolean', 't', true],
  ['boolean', 'f', false],
  ['date', '2026-06-30', '2026-06-30'],
  ['jsonb', '{"a": [1, null]}', { a: [1, null] }],
  ['text[]', '{}', []],
  ['text[]', '{a,"b, c","d\\"e"}', ['a', 'b, c', 'd"e']],
  ['uuid[]', '{01a20644-b1bc-726a-a213-000000000001}', ['01a20644-b1bc-726a-a213-000000000001']],
  ['timestamptz', '2026-11-25 16:56:22.570123+00', new Date('2026-11-25T16:56:22.570Z')],
])('reads %s %s', (type, text, value) => {
  expect(fromTextOf(type)(text)).toEqual(value);
});

it('knows at once a type that it cannot read', () => {
  expect(() => fromTextOf('tsvector')).toThrow('tsvector');
});
