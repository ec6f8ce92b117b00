import { EVENT_STREAMS, EVENT_TYPES } from '@relata/contracts';
import { asyncApi, eventChecker } from '@relata/testing';

const { channels, components } = asyncApi();
const problemsOf = eventChecker();

it('has a channel for every event type, whose address is its NATS subject', () => {
  expect(Object.values(channels).map(({ address }) => address)).toEqual(EVENT_TYPES);
  const nouns = Object.values(EVENT_STREAMS).flatMap((stream) => stream.nouns);
  expect(new Set(EVENT_TYPES.map((type) => type.split('.')[0]))).toEqual(new Set(nouns));
});

it.each(Object.entries(components.messages))('has an example of %s that is one', (type, { examples }) => {
  expect(examples).not.toHaveLength(0);
  for (const { payload } of examples) {
    expect(payload).toMatchObject({ type });
    expect(problemsOf(payload as { type: string })).toEqual([]);
  }
});

it.each<[string, string[], unknown, RegExp]>([
  ['a member gone', ['reason'], undefined, /data must have required property 'reason'/],
  ['another type', ['deal', 'version'], '2', /deal\/version must be number/],
  ['a value nobody promised', ['deal', 'status'], 'gone', /deal\/status must be equal to one of/],
  [
    'a member nobody knows',
    ['after', 'colour'],
    'red',
    /after must NOT have unevaluated properties .*colour/,
  ],
  ['null for what is never null', ['deal', 'name'], null, /deal\/name must be string/],
])('would notice %s', (_name, path, value, problem) => {
  const event = structuredClone(components.messages['deal.won']!.examples[0]!.payload) as never;
  const holder = ['data', ...path.slice(0, -1)].reduce<Record<string, never>>((at, name) => at[name]!, event);
  holder[path.at(-1)!] = value as never;
  // As it would travel: what is undefined does not.
  expect(problemsOf(JSON.parse(JSON.stringify(event))).join('\n')).toMatch(problem);
});
