import fc from 'fast-check';
import { placesIn, withAt, type Body, type Change, type Text } from './plan';

const JSON_TYPE = 'application/json';
const place = fc.nat({ max: 10_000 });

const wrongJson: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    -1,
    0,
    0.5,
    1e21,
    1e308,
    Number.MAX_SAFE_INTEGER,
    '',
    ' ',
    'x',
    [],
    {},
  ),
  fc.constantFrom<unknown>(
    [[]],
    [null],
    [{}],
    { a: 1 },
    { $ref: '#' },
    'not-a-uuid',
    '2026-13-45',
    'x'.repeat(5_000),
  ),
  fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<unknown>,
);
const wrongText = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '0',
    '-1',
    '1.5',
    '1e9',
    'true',
    'null',
    'x',
    'not-a-uuid',
    '2026-13-45',
    'a,b',
    ',',
  ),
  fc.string({ maxLength: 20 }),
);
const unknownName = fc.constantFrom(
  'unknown',
  'Limit',
  'isAdmin',
  'filter[nothing]',
  'filter[id][near]',
  'filter',
  'id',
  '',
);

/** One mistake of a client: something of a wrong type, beyond a bound, missing, unknown, or given twice. */
export const mistake: fc.Arbitrary<Change> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(place, wrongJson).map(([at, value]) => inBody(at, () => value)) },
  { weight: 1, arbitrary: place.map((at) => inBody(at, () => undefined)) },
  { weight: 1, arbitrary: place.map((at) => inBody(at, (value) => ({ ...Object(value), unknownField: 1 }))) },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(null, [], 1, 'text', {}).map((json) => withJson(json)) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('{', '{"a":}', 'name=Ada', '')
      .map((text) => withBody({ text, type: JSON_TYPE })),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(
        'text/plain',
        'application/xml',
        'application/x-www-form-urlencoded',
        'multipart/form-data',
        'a/b; q',
        '',
      )
      .map(
        (type): Change =>
          (plan) =>
            plan.body ? { ...plan, body: { ...plan.body, type } } : plan,
      ),
  },
  { weight: 1, arbitrary: fc.constant<Change>((plan) => ({ ...plan, body: undefined })) },
  { weight: 2, arbitrary: fc.tuple(place, wrongText).map(([at, value]) => inPath(at, value)) },
  { weight: 3, arbitrary: fc.tuple(place, wrongText).map(([at, value]) => inQuery(at, () => [value])) },
  { weight: 1, arbitrary: place.map((at) => inQuery(at, (value) => [value, value])) },
  {
    weight: 1,
    arbitrary: fc.tuple(unknownName, wrongText).map(([name, value]) => withParameter(name, value)),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('"v1"', '"v999"', '*').map((value) => withHeader('if-match', value)),
  },
  { weight: 1, arbitrary: fc.constant<Change>((plan) => ({ ...plan, as: 'nobody' })) },
);

/** Changes what stands at one of the places of a JSON body; undefined takes it away. */
export function inBody(at: number, change: (value: unknown) => unknown): Change {
  return (plan) => {
    if (!plan.body || 'text' in plan.body) return plan;
    const { json, type } = plan.body;
    const places = placesIn(json);
    const path = places[at % places.length] ?? [];
    const value = path.reduce<unknown>((inner, name) => (inner as Record<string, unknown>)[name], json);
    return { ...plan, body: { json: withAt(json, path, change(value)), type } };
  };
}

/** Changes one of the parts of the path that have a name. */
export function inPath(at: number, value: Text): Change {
  return (plan) => {
    const names = Object.keys(plan.path);
    const name = names[at % names.length];
    // Without it the path would be another operation's.
    const isEmpty = (typeof value === 'string' ? value : value.raw) === '';
    return name === undefined || isEmpty ? plan : { ...plan, path: { ...plan.path, [name]: value } };
  };
}

/** Makes none, one or several parameters of one. */
export function inQuery(at: number, change: (value: Text) => Text[]): Change {
  return (plan) => {
    const chosen = at % plan.query.length;
    return {
      ...plan,
      query: plan.query.flatMap(([name, value], index) =>
        index === chosen ? change(value).map((other): [string, Text] => [name, other]) : [[name, value]],
      ),
    };
  };
}

export function withParameter(name: string, value: Text): Change {
  return (plan) => ({ ...plan, query: [...plan.query, [name, value]] });
}

export function withHeader(name: string, value: string | string[]): Change {
  return (plan) => ({ ...plan, headers: { ...plan.headers, [name]: value } });
}

/** Another body, where there is one. */
export function withBody(body: Body): Change {
  return (plan) => (plan.body ? { ...plan, body } : plan);
}

function withJson(json: unknown): Change {
  return withBody({ json, type: JSON_TYPE });
}
