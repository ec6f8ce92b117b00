import fc from 'fast-check';
import { hostileBody, hostileHeader, hostileText, rawText } from './hostile-texts';
import { inBody, inPath, inQuery, withBody, withHeader, withParameter } from './invalid';
import type { Change } from './plan';

const JSON_TYPE = 'application/json';
const place = fc.nat({ max: 10_000 });
const HEADERS = [
  'if-match',
  'if-none-match',
  'idempotency-key',
  'x-request-id',
  'traceparent',
  'accept',
  'accept-encoding',
  'content-type',
  'authorization',
  'last-event-id',
  'range',
  'origin',
  'x-forwarded-for',
  'x-http-method-override',
  'cookie',
  'expect-ct',
];

/** One attack: on the database, the parsers, the router, the cursor, or on patience. */
export const attack: fc.Arbitrary<Change> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(place, hostileText).map(([at, text]) => inBody(at, () => text)) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(place, hostileText)
      .map(([at, name]) =>
        inBody(at, (value) =>
          typeof value === 'object' && value !== null && !Array.isArray(value)
            ? Object.defineProperty({ ...value }, name, { value: name, enumerable: true, configurable: true })
            : name,
        ),
      ),
  },
  { weight: 1, arbitrary: hostileBody.map((text) => withBody({ text, type: JSON_TYPE })) },
  { weight: 3, arbitrary: fc.tuple(place, hostileText).map(([at, text]) => inPath(at, text)) },
  { weight: 1, arbitrary: fc.tuple(place, rawText).map(([at, raw]) => inPath(at, { raw })) },
  { weight: 4, arbitrary: fc.tuple(place, hostileText).map(([at, text]) => inQuery(at, () => [text])) },
  { weight: 2, arbitrary: fc.tuple(place, rawText).map(([at, raw]) => inQuery(at, () => [{ raw }])) },
  {
    weight: 1,
    arbitrary: fc.tuple(place, hostileText).map(([at, text]) => inQuery(at, (value) => [value, text])),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(hostileText, hostileText).map(([name, text]) => withParameter(name, text)),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom('filter[', 'filter[customFields.', 'filter[company.'), hostileText, hostileText)
      .map(([start, name, text]) => withParameter(`${start}${name}]`, text)),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom('sort', 'fields', 'include', 'q'), hostileText)
      .map(([name, text]) => withParameter(name, text)),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(place, fc.nat({ max: 300 }), fc.string({ unit: 'binary-ascii', minLength: 1, maxLength: 3 }))
      .map(([at, where, text]) => tampered(at, where, text)),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.constantFrom(...HEADERS), hostileHeader)
      .map(([name, value]) => withHeader(name, value)),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('if-match', 'idempotency-key', 'x-request-id'), hostileHeader)
      .map(([name, value]) => withHeader(name, [value, value])),
  },
);

/** A cursor, or another opaque value, with something else in it: only known when its mark is filled, so it says where. */
function tampered(at: number, where: number, text: string): Change {
  return inQuery(at, (value) => (typeof value === 'string' ? [insert(value, where, text)] : [value]));
}

function insert(value: string, where: number, text: string): string {
  // A mark stays whole, what is put around it spoils what it becomes.
  if (value.includes('⟦')) return where % 2 === 0 ? value + text : text + value;
  const cut = where % (value.length + 1);
  return value.slice(0, cut) + text + value.slice(cut);
}
