import { hashOfRequest } from './key-claims';

it('is the same for equal requests, and another for others', () => {
  const hash = hashOfRequest([null, { name: 'a', tags: ['x', 'y'] }]);
  expect(hashOfRequest([null, { tags: ['x', 'y'], name: 'a' }])).toEqual(hash);
  expect(hashOfRequest([null, { name: 'a', tags: ['y', 'x'] }])).not.toEqual(hash);
});

it('does not tell of passwords', () => {
  expect(hashOfRequest({ password: 'a' })).toEqual(hashOfRequest({ password: 'b' }));
});

it.each(['[', '{"a":'])('refuses what is nested too deeply: %s', (open) => {
  const close = open === '[' ? ']' : '}';
  const body: unknown = JSON.parse(`${open.repeat(5_000)}1${close.repeat(5_000)}`);
  expect(() => hashOfRequest(body)).toThrow('at most 100 levels');
});
