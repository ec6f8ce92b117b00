import { breakingChanges } from './asyncapi-compare.mjs';

type Json = Record<string, unknown>;

const document = () => ({
  channels: Object.fromEntries(
    ['deal.created', 'deal.won'].map((type) => [
      type,
      { address: type, messages: { [type]: { $ref: `#/components/messages/${type}` } } },
    ]),
  ),
  components: {
    messages: Object.fromEntries(
      ['deal.created', 'deal.won'].map((type) => [
        type,
        {
          headers: { type: 'object', properties: { 'Nats-Msg-Id': { type: 'string' } } },
          payload: { $ref: `#/components/schemas/${type}` },
        },
      ]),
    ),
    schemas: {
      Attributes: { type: 'object', required: ['id'], properties: { id: { type: 'string' } } },
      Deal: {
        type: 'object',
        required: ['name'],
        properties: { name: { type: 'string' }, status: { type: 'string', enum: ['open', 'won'] } },
      },
      'deal.created': { type: 'object', properties: {} },
      'deal.won': {
        type: 'object',
        allOf: [{ $ref: '#/components/schemas/Attributes' }],
        properties: {
          type: { const: 'deal.won' },
          data: {
            type: 'object',
            required: ['deal'],
            properties: { deal: { $ref: '#/components/schemas/Deal' }, reason: { type: 'string' } },
          },
        },
      },
    },
  },
});

/** What breaks when the value at that place becomes another, or goes (undefined). */
function changesBy(place: string[], value: unknown): string[] {
  const after: Json = document();
  const parent = place.slice(0, -1).reduce<Json>((at, name) => at[name] as Json, after);
  const last = place.at(-1)!;
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return breakingChanges(document(), after);
}

const WON = ['components', 'schemas', 'deal.won', 'properties'];
const DEAL = ['components', 'schemas', 'Deal', 'properties'];

it.each<[string, string[], unknown]>([
  ['the same', ['components', 'schemas', 'Attributes', 'required'], ['id']],
  ['a new type', ['channels', 'deal.lost'], { address: 'deal.lost', messages: { 'deal.lost': {} } }],
  ['a new detail', [...WON, 'data', 'properties', 'score'], { type: 'number' }],
  ['a new member of the record', [...DEAL, 'note'], { type: 'string' }],
  ['a new value', [...DEAL, 'status', 'enum'], ['open', 'won', 'lost']],
  ['another way to say where it is held', ['channels', 'deal.won', 'description'], 'Elsewhere.'],
])('lets pass %s', (_name, place, value) => {
  expect(changesBy(place, value)).toEqual([]);
});

it.each<[string, string[], unknown, string]>([
  ['a removed type', ['channels', 'deal.won'], undefined, 'deal.won: the subject is gone'],
  ['another subject', ['channels', 'deal.won', 'address'], 'deal.closed', 'deal.won: the subject is gone'],
  [
    'a removed message',
    ['components', 'messages', 'deal.won'],
    undefined,
    'deal.won: the message deal.won is gone',
  ],
  [
    'a removed header',
    ['components', 'messages', 'deal.won', 'headers', 'properties'],
    {},
    'deal.won headers.Nats-Msg-Id is gone',
  ],
  ['a removed attribute', ['components', 'schemas', 'Attributes', 'properties'], {}, 'deal.won.id is gone'],
  [
    'another constant',
    [...WON, 'type', 'const'],
    'deal.lost',
    'deal.won.type: the value deal.won never comes now',
  ],
  ['a removed detail', [...WON, 'data', 'properties', 'reason'], undefined, 'deal.won.data.reason is gone'],
  ['a removed member of the record', [...DEAL, 'name'], undefined, 'deal.won.data.deal.name is gone'],
  ['another type', [...DEAL, 'name', 'type'], 'number', 'deal.won.data.deal.name: type string became number'],
  [
    'null',
    [...DEAL, 'name', 'type'],
    ['string', 'null'],
    'deal.won.data.deal.name: type string became string | null',
  ],
  [
    'a removed value',
    [...DEAL, 'status', 'enum'],
    ['open'],
    'deal.won.data.deal.status: the value won never comes now',
  ],
  [
    'what may be absent now',
    ['components', 'schemas', 'Deal', 'required'],
    [],
    'deal.won.data.deal.name may be absent now',
  ],
])('tells of %s', (_name, place, value, change) => {
  expect(changesBy(place, value)).toContain(change);
});
